// What a register answered, in words: shown to the person before signing and to the officer who decides.
import { formatDate, formatMoment } from '../http/format.ts';
import type { Disability, Disease, RegisterAnswer } from '../registers/index.ts';
import type { Row, Words } from './blocks/form-block.ts';

/** One row for an answer without data, or a row for each thing the register knows. */
export function registerRows(answer: RegisterAnswer<unknown>, words: Words): Row[] {
  const { t, language } = words;
  const key = t(`application:systems.${answer.system}`);
  const moment = formatMoment(new Date(answer.at), language);
  const note = t('application:registers.request', { moment, id: answer.requestId });
  if (answer.outcome !== 'found')
    return [{ key, lines: [t(`application:registers.${answer.outcome}`)], note }];
  switch (answer.system) {
    case 'disability':
      return withNote(disabilityRows(answer.data as Disability, key, words), {
        key,
        note,
        empty: t('application:registers.nothing'),
      });
    case 'disease':
      return withNote(diseaseRows(answer.data as Disease, key, words), {
        key,
        note,
        empty: t('application:registers.nothing'),
      });
    case 'persons':
    case 'mobile':
      return [{ key, lines: [t('application:registers.received')], note }];
  }
}

function withNote(
  rows: readonly Row[],
  about: { readonly key: string; readonly note: string; readonly empty: string },
): Row[] {
  if (rows.length === 0) return [{ key: about.key, lines: [about.empty], note: about.note }];
  return rows.map((row, position) => (position === rows.length - 1 ? { ...row, note: about.note } : row));
}

type DisabilityState = NonNullable<Disability['own']>;

function disabilityRows(data: Disability, key: string, words: Words): Row[] {
  const { t, language } = words;
  const lines = (state: DisabilityState): string[] => [
    t(`application:disability.groups.${state.group}`),
    state.cause[language],
    state.to === null
      ? t('application:disability.forever', { from: formatDate(state.from, language) })
      : t('application:disability.until', {
          from: formatDate(state.from, language),
          to: formatDate(state.to, language),
        }),
    t('application:disability.document', { number: state.documentNumber }),
  ];
  return [
    ...(data.own === null ? [] : [{ key, lines: lines(data.own) }]),
    ...data.children.map((child) => ({
      key: t('application:disability.child'),
      lines: [
        [child.lastName, child.firstName, child.middleName].filter(Boolean).join(' '),
        formatDate(child.birthDate, language),
        ...lines(child.state),
      ],
    })),
  ];
}

function diseaseRows(data: Disease, key: string, { t, language }: Words): Row[] {
  return data.entries.map((entry) => ({
    key,
    lines: [
      `${entry.name[language]} (${entry.icd10})`,
      entry.organisation[language],
      t('application:disease.document', {
        number: entry.documentNumber,
        date: formatDate(entry.documentDate, language),
      }),
    ],
  }));
}
