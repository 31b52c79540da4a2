// Block 8: what the family lived on in the quarter before the application, and the average income that follows from it.
import { z } from 'zod';
import { formatDate, formatMoney, formatMonth, upperFirst } from '../../http/format.ts';
import { optionalText, type FieldError } from '../../http/forms.ts';
import { incomeTypes, incomeTypesOn, perCapitaIncome, quarterBefore } from '../../regulations/index.ts';
import type { Income } from '../answers.ts';
import { accepted, type Row, type Words } from './form-block.ts';
import { listBlock } from './list-block.ts';
import { isKnown, nameOfPerson, peopleOf } from './people.ts';

const LARGEST = 999_999_999;
const MONTHS = ['month1', 'month2', 'month3'] as const;

const amount = optionalText(20, 'application:errors.income.month');
const entryForm = z.strictObject({
  person: optionalText(24, 'application:errors.income.person'),
  kind: optionalText(40, 'application:errors.income.kind'),
  month1: amount,
  month2: amount,
  month3: amount,
  source: optionalText(300, 'application:errors.income.source'),
});
type Form = z.infer<typeof entryForm>;

/** Whole tenge of what was typed, "120 500,40 ₸" too; nothing typed is nothing earned. */
function readTenge(typed: string): number | undefined {
  const plain = typed.replace(/[\s₸]/g, '').replace(',', '.');
  if (plain === '') return 0;
  const tenge = /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain)) : NaN;
  return tenge <= LARGEST ? tenge : undefined;
}

/** The three months of a quarter, by its first day. */
const monthsOf = (quarter: string): readonly string[] => {
  const [year = '', month = ''] = quarter.split('-');
  return [0, 1, 2].map((later) => `${year}-${String(Number(month) + later).padStart(2, '0')}-01`);
};

const periodOf = (date: string, { language }: Words): string => {
  const { from, until } = quarterBefore(date);
  return `${formatDate(from, language)} – ${formatDate(until, language)}`;
};

const total = (months: readonly number[]): number => months.reduce((sum, one) => sum + one, 0);
const typeOf = (kind: string) => incomeTypes.find(({ id }) => id === kind);

export const incomeBlock = listBlock<'income', Form>({
  id: 'income',
  most: 60,
  entryForm,
  firstField: 'person',
  fillEntry: ({ person, kind, months, source }) => ({
    person,
    kind,
    source,
    ...Object.fromEntries(MONTHS.map((field, at) => [field, months[at] === 0 ? '' : String(months[at])])),
  }),
  readEntry: (typed, context, others) => {
    const errors: FieldError[] = [];
    const wrong = (field: string, sentence: string): void => {
      errors.push({ field, text: `application:errors.income.${sentence}` });
    };
    const { person, kind, source } = typed;
    if (!isKnown(context, person)) wrong('person', 'person');
    if (!incomeTypesOn(context.filedOn).some(({ id }) => id === kind)) wrong('kind', 'kind');
    else if (others.some((other) => other.person === person && other.kind === kind)) wrong('kind', 'twice');
    const [first, second, third] = MONTHS.map((field) => {
      const tenge = readTenge(typed[field]);
      if (tenge === undefined) wrong(field, 'month');
      return tenge;
    });
    if (first === 0 && second === 0 && third === 0) wrong('month1', 'nothing');
    if (errors.length > 0 || first === undefined || second === undefined || third === undefined)
      return { ok: false, errors };
    const quarter = quarterBefore(context.filedOn).from;
    return accepted({ person, kind, quarter, months: [first, second, third], source });
  },
  entryRow: (income, { content }, words) => {
    const { t, language } = words;
    const type = typeOf(income.kind);
    return {
      key: nameOfPerson(content, income.person, words),
      lines: [
        upperFirst(type?.name[language] ?? income.kind),
        ...monthsOf(income.quarter).map(
          (month, at) => `${formatMonth(month, language)}: ${formatMoney(income.months[at] ?? 0, language)}`,
        ),
        ...(income.source === '' ? [] : [income.source]),
      ],
      ...(type?.counts === false && { note: t('application:income.notCounted') }),
    };
  },
  choices: (context, words) => {
    const { language, t } = words;
    const types = incomeTypesOn(context.filedOn);
    const group = (counts: boolean) =>
      types
        .filter((type) => type.counts === counts)
        .map(({ id, name }) => ({ value: id, label: upperFirst(name[language]) }));
    return {
      people: peopleOf(context, words),
      groups: [
        { label: t('application:income.counts.yes'), choices: group(true) },
        { label: t('application:income.counts.no'), choices: group(false) },
      ],
      months: monthsOf(quarterBefore(context.filedOn).from).map((month, at) => ({
        name: MONTHS[at],
        label: upperFirst(formatMonth(month, language)),
      })),
    };
  },
  lead: ({ filedOn }, words) => words.t('application:income.lead', { period: periodOf(filedOn, words) }),
  trouble: (income, context) => {
    if (income.quarter !== quarterBefore(context.filedOn).from) return 'quarter';
    return isKnown(context, income.person) ? undefined : 'person';
  },
  sums: (incomes, { content }, words) =>
    sumsOf(incomes, 1 + (content.answers.family?.entries.length ?? 0), words),
});

/** The family's income that counts, and what falls to each member in a month. */
function sumsOf(incomes: readonly Income[], members: number, { t, language }: Words): Row[] {
  const counted = total(
    incomes.filter(({ kind }) => typeOf(kind)?.counts !== false).map(({ months }) => total(months)),
  );
  const perPerson = perCapitaIncome(counted, members);
  return [
    { key: t('application:income.total'), lines: [formatMoney(counted, language)] },
    {
      key: t('application:income.perPerson'),
      lines: [formatMoney(perPerson, language)],
      note: t('application:income.calculation', { total: formatMoney(counted, language), members }),
    },
  ];
}
