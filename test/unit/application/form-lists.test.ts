// The lists of a form as pure functions: what a change leaves, what is asked under which condition, what is still good on another day.
import { describe, expect, test } from '@jest/globals';
import type { Answers, FamilyMember, Income } from '../../../src/application/answers.ts';
import type { Content } from '../../../src/application/application.ts';
import { askedContent, isAnswered, withEntry, withoutEntry } from '../../../src/application/form-change.ts';
import { askedBlocksOf } from '../../../src/application/portal-form.ts';
import { contextAt } from '../../../src/application/task-list.ts';
import { registry } from '../../../src/regulations/index.ts';

const NOW = new Date('2026-11-20T10:00:00+05:00');
const OWN = '900101300007';

const contentWith = (answers: Answers): Content => ({ answers, registers: {}, attachments: [] });
const at = (content: Content, service = 'kostanay-565-7', now = NOW) =>
  contextAt(
    {
      iin: OWN,
      content,
      regulation: { id: service, version: registry.find(service)?.version ?? 1 },
      channel: 'portal',
    },
    now,
  );
const openAt = (content: Content) => ({
  tasks: '/applications/x',
  context: at(content),
  contextOf: at,
  words: { language: 'ru', t: (key: string) => key } as const,
  typed: undefined,
});

const member = (id: string, iin: string): FamilyMember => ({
  id,
  iin,
  name: 'АХМЕТ АСАН',
  relation: 'child',
  birthDate: '2015-04-07',
  occupation: 'studies',
  disabled: false,
  note: '',
});
const income = (id: string, person: string, kind = 'wages'): Income => ({
  id,
  person,
  kind,
  quarter: '2026-07-01',
  months: [1, 2, 3],
  source: '',
});
const whole = <One>(...entries: readonly One[]) => ({ entries, whole: true });

describe('taking somebody out of the family', () => {
  const before = contentWith({
    family: whole(member('a', '900101300811'), member('b', '900101300823')),
    income: whole(income('1', 'a'), income('2', 'applicant')),
    property: whole({ id: '3', person: 'b', kind: 'land', details: 'дача' } as const),
  });

  test('takes along what was theirs, and asks about those lists again; the others stay as they are', () => {
    const after = withoutEntry({ block: 'family', entry: 'a' })(before);
    expect(after.ok && after.value.answers).toEqual({
      family: { entries: [member('b', '900101300823')], whole: true },
      income: { entries: [income('2', 'applicant')], whole: false },
      property: before.answers.property,
    });
  });

  test('who is not there changes nothing', () => {
    expect(withoutEntry({ block: 'family', entry: 'z' })(before)).toEqual({ ok: true, value: before });
  });

  test('an income takes nothing along', () => {
    const after = withoutEntry({ block: 'income', entry: '2' })(before);
    expect(after.ok && after.value.answers.family).toBe(before.answers.family);
  });
});

describe('that a list is whole', () => {
  const typed = { person: 'applicant', kind: 'alimony', month1: '5', month2: '', month3: '', source: '' };

  test('stays said when one more is added, and must be said anew when there was nothing before', () => {
    const place = { block: 'income', entry: 'n' } as const;
    const some = contentWith({ income: whole(income('1', 'applicant')) });
    const none = contentWith({ income: whole() });
    for (const [content, still] of [
      [some, true],
      [none, false],
    ] as const) {
      const after = withEntry(place, typed, openAt(content))(content);
      expect(after.ok && after.value.answers.income?.whole).toBe(still);
    }
  });

  test('is no more enough when the quarter is another, or when the person has left', () => {
    const content = contentWith({ income: whole(income('1', 'applicant')) });
    expect(isAnswered('income', at(content))).toBe(true);
    expect(isAnswered('income', at(content, 'kostanay-565-7', new Date('2027-01-01T00:30:00+05:00')))).toBe(
      false,
    );
    // Half an hour before midnight of Kazakhstan it is still the old quarter.
    expect(isAnswered('income', at(content, 'kostanay-565-7', new Date('2026-12-31T18:30:00Z')))).toBe(true);
    expect(isAnswered('income', at(contentWith({ income: whole(income('1', 'gone')) })))).toBe(false);
  });
});

describe('what typed sums mean', () => {
  const read = (month1: string) => {
    const content = contentWith({});
    const typed = { person: 'applicant', kind: 'wages', month1, month2: '1', month3: '', source: '' };
    const after = withEntry({ block: 'income', entry: 'n' }, typed, openAt(content))(content);
    return after.ok ? after.value.answers.income?.entries[0]?.months[0] : 'refused';
  };

  test.each([
    ['120000', 120_000],
    ['120 000 ₸', 120_000],
    ['120\u00a0000,49', 120_000],
    ['0.5', 1],
    ['', 0],
    ['999999999', 999_999_999],
    ['1000000000', 'refused'],
    ['1e5', 'refused'],
    ['-1', 'refused'],
    ['12,345', 'refused'],
    ['0x10', 'refused'],
  ])('%s is %s', (typed, tenge) => {
    expect(read(typed)).toBe(tenge);
  });
});

describe('what Order 84 asks', () => {
  const listsOf = (answers: Answers) =>
    askedBlocksOf(at(contentWith(answers), 'order-84-2023')).filter((block) =>
      ['representative', 'family', 'income', 'property'].includes(block),
    );
  const header = (submittedBy: 'self' | 'family' | 'representative') =>
    ({ language: 'ru', submittedBy }) as const;
  const poor = {
    categories: [],
    confirmedBy: 'applicant',
    ground: 'LOW_INCOME',
    eventDate: null,
    situation: '',
  } as const;

  test.each([
    ['nothing before anything is said', {}, []],
    ['nothing of who asks for himself', { header: header('self') }, []],
    ['the family of who asks for it', { header: header('family') }, ['family']],
    ['both of a representative', { header: header('representative') }, ['representative', 'family']],
    ['income and property where help depends on them', { category: poor }, ['income', 'property']],
    ['and of nobody whose house burned', { category: { ...poor, ground: 'FIRE' } }, []],
  ] as const)('%s', (_what, answers, lists) => {
    expect(listsOf(answers as Answers)).toEqual(lists);
  });

  test('an answer to what is no more asked is not signed, and not lost', () => {
    const content = contentWith({ header: header('self'), family: whole(member('a', '900101300811')) });
    const context = at(content, 'order-84-2023');
    expect(askedContent(context).answers).toEqual({ header: header('self') });
    expect(context.content.answers.family?.entries).toHaveLength(1);
  });
});
