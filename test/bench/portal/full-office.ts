// Fills an office with cases: copies of one that really came by the road, each with a deadline of its own.
import type { OfficeCase } from '../../../src/office/index.ts';
import { createCaseStore } from '../../../src/office/case-store.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { TestPortal } from '../../support/portal.ts';

const DAY = 86_400_000;
const AT_ONCE = 200;

/** Writes `count` open cases at the step where `model` stands, their deadlines spread over 60 days. */
export async function fillOffice(town: TestPortal, model: OfficeCase, count: number): Promise<void> {
  const store = createCaseStore(town.portal.connection, town.portal.sealer);
  const add = (n: number): Promise<boolean> => {
    const dueAt = new Date(model.submittedAt.getTime() + ((n * 7919) % count) * ((60 * DAY) / count));
    const id = newId();
    return store.add({ ...model, id, applicationId: newId(), number: `${model.number}-${n}`, dueAt }, []);
  };
  for (let from = 0; from < count; from += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - from);
    const added = await Promise.all(Array.from({ length }, (_, i) => add(from + i)));
    if (added.includes(false)) throw new Error('a case of the bench was not written');
  }
}
