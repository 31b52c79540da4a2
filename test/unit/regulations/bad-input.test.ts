// What must be refused, with the name of what is wrong; and a procedure that is added on the fly, checked, walked and planned.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  beginCase,
  checkRegulation,
  createRegistry,
  createWorkCalendar,
  performOutcome,
  planDeadlines,
  registry,
  type Regulation,
  type Step,
} from '../../../src/regulations/index.ts';
import { ROOT } from '../../support/repository.ts';

const at = (text: string): Date => new Date(`${text}:00+05:00`);
const astana = registry.find('astana-158-1286') as Regulation;
const copy = (change: Partial<Regulation>): Regulation => ({ ...structuredClone(astana), ...change });

const text = { kk: 'мәтін', ru: 'текст', en: 'text' } as const;
const law = { act: 'komek', basis: 'inferred' } as const;
const end = { id: 'done', name: text, status: 'ISSUED', result: 'positive' } as const;

/** The smallest whole procedure, the file that README.md shows. */
const small = (
  JSON.parse(readFileSync(join(ROOT, 'src/regulations/examples/reading-certificate.json'), 'utf8')) as {
    readonly regulation: Regulation;
  }
).regulation;

describe('a procedure that is added on the fly', () => {
  test('is checked, walked to its end and planned, without a line of code about it', () => {
    const opened = createRegistry([small]);
    const found = opened.ok ? opened.value.find('reading-certificate') : undefined;
    if (found === undefined) throw new Error('it was refused');
    const begun = beginCase(found, { channel: 'provider' });
    const registered =
      begun.ok && performOutcome(found, begun.value, { actor: 'clerk', outcome: 'registered', given: [] });
    if (registered === false || !registered.ok) throw new Error('it was not registered');
    const { position } = registered.value;
    const moved = performOutcome(found, position, { actor: 'clerk', outcome: 'written', given: [] });
    expect(moved).toMatchObject({ ok: true, value: { position: { kind: 'end', end: 'done' } } });
    const planned = planDeadlines(found, { submitted: at('2026-04-10T17:50') });
    expect(planned).toMatchObject({ ok: true, value: { end: 'done' } });
    expect(planned.ok && planned.value.steps.map(({ due }) => due)).toEqual([
      at('2026-04-13T09:05'),
      at('2026-04-13T09:35'),
    ]);
    expect(planned.ok && planned.value.due).toEqual(at('2026-04-14T18:00'));
  });

  test('a second version stands beside the first, and a case keeps its own', () => {
    const second = { ...structuredClone(small), version: 2 };
    const opened = createRegistry([second, structuredClone(small)]);
    expect(opened.ok && opened.value.find('reading-certificate')?.version).toBe(2);
    expect(opened.ok && opened.value.find('reading-certificate', 1)?.version).toBe(1);
    expect(opened.ok && opened.value.current).toHaveLength(1);
  });

  test('one version twice is refused', () => {
    expect(createRegistry([small, structuredClone(small)])).toMatchObject({
      ok: false,
      problem: { kind: 'duplicate-id', name: 'reading-certificate@1' },
    });
  });
});

describe('a regulation is refused', () => {
  const lonely: Step = {
    ...(small.steps[0] as Step),
    id: 'lonely',
    outcomes: [{ id: 'go', name: text, end: 'granted' }],
  };
  const review = astana.steps.find(({ id }) => id === 'review') as Step;
  const change = (id: string, changed: Partial<Step>): readonly Step[] =>
    astana.steps.map((step) => (step.id === id ? { ...step, ...changed } : step));

  test.each<[string, Partial<Regulation>, string, string]>([
    ['with a step that no road reaches', { steps: [...astana.steps, lonely] }, 'unreachable-step', 'lonely'],
    [
      'with an end that no road reaches',
      { ends: [...astana.ends, { ...end, id: 'nowhere' }] },
      'unreachable-end',
      'nowhere',
    ],
    [
      'with an outcome that leads to a step which does not exist',
      { steps: change('resolution', { outcomes: [{ id: 'go', name: text, next: 'moon' }] }) },
      'unknown-name',
      'moon',
    ],
    [
      'with an outcome that leads nowhere',
      { steps: change('resolution', { outcomes: [{ id: 'go', name: text }] }) },
      'outcome-leads-nowhere',
      'go',
    ],
    [
      'with an outcome that leads to two places',
      {
        steps: change('resolution', { outcomes: [{ id: 'go', name: text, next: 'review', end: 'granted' }] }),
      },
      'outcome-leads-nowhere',
      'go',
    ],
    [
      'with a circle that has no exit',
      { steps: change('issue', { outcomes: [{ id: 'again', name: text, next: 'review' }] }) },
      'unreachable-step',
      'await-documents',
    ],
    ['with one id twice', { steps: [...astana.steps, review] }, 'duplicate-id', 'review'],
    ['with a refusal that no ground allows', { refusalGrounds: [] }, 'no-refusal-ground', 'refuse'],
    [
      'with a longer term that it does not have',
      { terms: { normal: astana.terms.normal } },
      'no-extended-term',
      'shortage',
    ],
    ['with people who have no hours', { hours: {} }, 'hours-missing', 'provider'],
    [
      'with a paper that nobody makes',
      {
        papers: [...astana.papers, { id: 'letter', kind: 'decision', title: text, contents: ['date'], law }],
      },
      'paper-never-made',
      'letter',
    ],
    [
      'with an actor who has no part in it',
      {
        steps: change('sign', { actor: 'akim' }),
        hours: { provider: 'astana-provider', akimat: 'state-body' },
      },
      'unknown-name',
      'akim',
    ],
    [
      'with minutes before a decision, which nobody can count',
      {
        steps: change('draw-notice', {
          term: { amount: 5, unit: 'OFFICE_MINUTE', from: 'DECISION', kind: 'NOT_LATER_THAN_BEFORE' },
        }),
      },
      'term-not-countable',
      'draw-notice',
    ],
  ])('%s', (_name, changed, kind, name) => {
    expect(checkRegulation(copy(changed))).toEqual({
      ok: false,
      problem: { kind, regulation: 'astana-158-1286', name },
    });
  });

  test.each<[string, unknown]>([
    ['without a shape', 'nothing'],
    ['with a key that nobody knows', { ...structuredClone(astana), colour: 'blue' }],
    ['with a text that lacks a language', { ...structuredClone(astana), name: { kk: 'атауы', ru: 'имя' } }],
    ['with an empty text', { ...structuredClone(astana), name: { kk: ' ', ru: 'имя', en: 'name' } }],
    ['with a date that is none', { ...structuredClone(astana), force: { from: '2015-02-30', law } }],
    [
      'with an act that is not in the table',
      { ...structuredClone(astana), legalBasis: [{ act: 'hearsay' }] },
    ],
    [
      'with a term of no days',
      copy({ terms: { normal: { amount: 0, unit: 'WORKDAY', from: 'SUBMISSION', kind: 'AT_MOST', law } } }),
    ],
  ])('%s', (_name, value) => {
    expect(checkRegulation(value)).toMatchObject({ ok: false, problem: { kind: 'wrong-shape' } });
  });
});

describe('a plan is refused', () => {
  const submitted = at('2026-03-26T10:00');
  const register = { step: 'register', at: at('2026-03-26T10:05') };

  test.each([
    [
      'before the act is in force',
      { submitted: at('2015-07-26T10:00') },
      { kind: 'before-force', from: '2015-07-27' },
    ],
    [
      'where the calendar has no year',
      { submitted: at('2027-12-20T10:00') },
      { kind: 'calendar-missing', year: 2028 },
    ],
    [
      'through a door that is not open',
      { submitted, channel: 'rural-akim' },
      { kind: 'channel-not-open', channel: 'rural-akim' },
    ],
    [
      'for a step out of turn',
      { submitted, done: [{ step: 'sign', at: at('2026-03-26T11:00') }] },
      { kind: 'step-out-of-turn', step: 'sign', expected: 'register' },
    ],
    [
      'for an outcome that is not possible there',
      { submitted, done: [{ ...register, outcome: 'granted' }] },
      { kind: 'outcome-not-possible', step: 'register', outcome: 'granted' },
    ],
    [
      'for a step done before the submission',
      { submitted, done: [{ ...register, at: at('2026-03-25T10:00') }] },
      { kind: 'event-before-previous', step: 'register' },
    ],
    [
      'for a day that is none',
      { submitted, prolongedUntil: '2026-02-30' },
      { kind: 'wrong-date', date: '2026-02-30' },
    ],
  ] as const)('%s', (_name, events, problem) => {
    expect(planDeadlines(astana, events)).toEqual({ ok: false, problem });
  });

  test('in a gap between two years that have rows', () => {
    const year = {
      kurbanAit: '2025-06-06',
      kurbanAitBasis: 'recalled',
      moved: [],
      movedChecked: true,
    } as const;
    const calendar = createWorkCalendar([
      { ...year, year: 2025 },
      { ...year, year: 2027, kurbanAit: '2027-05-16' },
    ]);
    expect(planDeadlines(astana, { submitted: at('2025-12-29T10:00') }, calendar)).toEqual({
      ok: false,
      problem: { kind: 'calendar-missing', year: 2026 },
    });
    expect(planDeadlines(astana, { submitted: at('2025-06-02T10:00') }, calendar).ok).toBe(true);
  });
});
