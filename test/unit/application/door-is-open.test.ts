// To whom a door is open: what the procedure's data says of it, against what the registers know of the person.
import { describe, expect, test } from '@jest/globals';
import { doorIsOpen } from '../../../src/application/task-list.ts';
import { registry, type Category, type ChannelRule } from '../../../src/regulations/index.ts';

function doorOf(id: string): ChannelRule {
  const door = registry.find(id)?.channels.find(({ channel }) => channel === 'portal');
  if (door === undefined) throw new Error(`${id} has no portal`);
  return door;
}

const asked = (door: ChannelRule, confirmed: readonly Category[], unchecked: readonly Category[] = []) =>
  doorIsOpen({ door, eligibility: { confirmed, unchecked, findings: [] } });

describe('the portal', () => {
  test('of Astana is open by a confirmed category, or one that no register could deny', () => {
    const door = doorOf('astana-158-1286');
    expect(asked(door, ['DISABLED'])).toBe(true);
    expect(asked(door, [], ['SOCIAL_DISEASE'])).toBe(true);
    expect(asked(door, [])).toBe(false);
  });

  test('of Order 84 is open to everyone', () => {
    expect(asked(doorOf('order-84-2023'), [])).toBe(true);
  });

  test('that names one category is shut to those who have only another', () => {
    const door: ChannelRule = { ...doorOf('astana-158-1286'), who: ['DISABLED_CHILD'] };
    expect(asked(door, ['DISABLED', 'SOCIAL_DISEASE'])).toBe(false);
    expect(asked(door, ['DISABLED'], ['DISABLED_CHILD'])).toBe(true);
  });
});
