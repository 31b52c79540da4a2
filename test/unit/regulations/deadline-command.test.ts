// `npm run deadline`: what anybody can recompute from the law alone.
import { describe, expect, test } from '@jest/globals';
import { runDeadlineCommand } from '../../../src/regulations/deadline-command.ts';

const run = (line: string) => runDeadlineCommand(line.split(' '));
const friday = '--event submitted=2026-03-20T18:40:00+05:00';

interface Printed {
  registration: string;
  steps: { id: string; due: string | null }[];
  due: string | null;
  dueExtended: string | null;
  skipped: { date: string; reason: string }[];
}

const printed = (line: string): Printed => JSON.parse(run(`${line} --json`).output) as Printed;

describe('the command', () => {
  test('prints registration, steps, both whole terms and the skipped days, with the office’s offset', () => {
    expect(printed(`--regulation astana-158-1286 ${friday}`)).toMatchObject({
      registration: '2026-03-26T08:30:00+05:00',
      due: '2026-04-07T18:00:00+05:00',
      dueExtended: '2026-04-23T18:00:00+05:00',
    });
    const { steps, skipped } = printed(`--regulation astana-158-1286 ${friday}`);
    expect(steps.map(({ id, due }) => `${id} ${due ?? ''}`)).toEqual([
      'register 2026-03-26T08:45:00+05:00',
      'resolution 2026-03-27T18:00:00+05:00',
      'review 2026-04-02T18:00:00+05:00',
      'sign 2026-04-03T18:00:00+05:00',
      'issue 2026-04-06T18:00:00+05:00',
    ]);
    expect(skipped.find(({ date }) => date === '2026-03-24')?.reason).toContain('Nauryz');
  });

  test('reads an instant with Z and with the offset that Kazakhstan had', () => {
    const z = printed('--regulation astana-158-1286 --event submitted=2026-03-20T13:40:00Z');
    expect(z).toEqual(printed(`--regulation astana-158-1286 ${friday}`));
    const old = printed('--regulation kostanay-565-6 --event submitted=2016-05-06T10:00+06:00');
    expect(old.registration).toBe('2016-05-06T10:00:00+06:00');
    expect(old.due).toBe('2016-05-20T18:00:00+06:00');
  });

  test('goes on from what happened, in whatever order the events are named', () => {
    const plan = printed(
      `--regulation astana-158-1286 --event review:shortage=2026-03-27T10:00+05:00 --event resolution=2026-03-26T15:00+05:00 ${friday} --event registered=2026-03-26T08:40+05:00`,
    );
    expect(plan.due).toBe('2026-04-23T18:00:00+05:00');
    expect(plan.steps.map(({ id }) => id).slice(3, 7)).toEqual([
      'draw-notice',
      'sign',
      'issue',
      'await-documents',
    ]);
  });

  test('answers what if the longer term ran, or the head prolonged it', () => {
    expect(
      printed(`--regulation astana-158-1286 ${friday} --event extended=2026-04-01T10:00+05:00`).due,
    ).toBe('2026-04-23T18:00:00+05:00');
    expect(
      printed(`--regulation order-84-2023 ${friday} --event prolonged-until=2026-05-04T00:00+05:00`).due,
    ).toBe('2026-05-04T18:00:00+05:00');
  });

  test('prints null where the law only refers to a term', () => {
    const plan = printed(`--regulation kostanay-565-7 ${friday}`);
    expect(plan.due).toBeNull();
    expect(plan.steps.find(({ id }) => id === 'prepare')?.due).toBeNull();
  });

  test.each(['kk', 'ru', 'en'])('prints a table that people read, in %s', (language) => {
    const { output, code } = run(
      `--regulation order-84-2023 --channel provider --ground FIRE --language ${language} ${friday}`,
    );
    expect(code).toBe(0);
    expect(output).toContain('survey');
    expect(output).toContain('2026-04-07T18:00:00+05:00');
    expect(output.split('\n').length).toBeGreaterThan(20);
  });
});

describe('what the law refuses comes back with code 1', () => {
  test.each([
    ['--regulation astana-158-1286 --event submitted=2027-12-20T10:00+05:00', 'calendar has no row for 2028'],
    ['--regulation order-84-2023 --event submitted=2023-06-30T10:00+06:00', 'in force from 2023-07-01'],
    [`--regulation astana-158-1286 ${friday} --event sign=2026-03-26T10:00+05:00`, 'out of turn'],
    [`--regulation astana-158-1286 ${friday} --event registered=2026-03-20T10:00+05:00`, 'before the event'],
    [
      `--regulation astana-158-1286 ${friday} --event register:granted=2026-03-26T10:00+05:00`,
      'has no outcome granted',
    ],
    [`--regulation astana-158-1286 ${friday} --channel post`, 'not open through post'],
  ])('%s', (line, words) => {
    const { output, code, stream } = run(line);
    expect(code).toBe(1);
    expect(stream).toBe('stderr');
    expect(output).toContain(words);
    const asJson = run(`${line} --json`);
    expect(asJson.stream).toBe('stdout');
    expect(JSON.parse(asJson.output)).toHaveProperty('problem.kind');
  });
});

describe('what cannot be read comes back with code 2 and the usage', () => {
  test.each([
    '--regulation nothing',
    '--regulation astana-158-1286',
    '--regulation astana-158-1286 --event submitted=yesterday',
    '--regulation astana-158-1286 --event submitted=2026-02-30T10:00:00+05:00',
    '--regulation astana-158-1286 --event submitted=2026-03-20T10:00:00',
    '--regulation astana-158-1286 --event submitted=2026-03-20T10:00:00+03:00',
    '--regulation astana-158-1286 --event submitted=2026-03-20T25:00:00+05:00',
    `--regulation astana-158-1286 ${friday} --event flight=2026-03-20T10:00:00+05:00`,
    `--regulation astana-158-1286 ${friday} --language de`,
    `--regulation astana-158-1286 ${friday} --channel balloon`,
    `--regulation astana-158-1286 ${friday} --colour blue`,
    '',
  ])('%s', (line) => {
    const { output, code } = run(line);
    expect(code).toBe(2);
    expect(output).toContain('npm run --silent deadline');
  });
});
