// The rows of the table of amounts that fit an application, as sums that an executor can choose from.
import type { Application } from '../application/index.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import {
  amountsFor,
  diseaseByCode,
  frequencies,
  indicesOn,
  officeOf,
  sumOf,
  type AmountQuestion,
  type AmountRow,
} from '../regulations/index.ts';
import type { GrantedAmount } from './given.ts';

/** What may be granted: rows of the office's region for each category and ground of the application, on the day of submission. */
export function amountChoices(officeId: string, application: Application): readonly GrantedAmount[] {
  const office = officeOf(officeId);
  const category = application.content.answers.category;
  if (office === undefined || category === undefined || application.status === 'draft') return [];
  const date = dateInKazakhstan(application.submittedAt);
  const { disability, disease } = application.content.registers;
  const found = disability?.outcome === 'found' ? disability.data : undefined;
  const entries = disease?.outcome === 'found' ? disease.data.entries : [];
  const listed = entries.flatMap(({ icd10 }) => {
    const status = diseaseByCode(icd10, date);
    return status.kind === 'listed' ? [status.disease.id] : [];
  });
  const place = {
    region: office.region,
    ...(office.district !== undefined && { district: office.district }),
    date,
    ...(category.ground !== null && { ground: category.ground }),
  };
  const questions = category.categories.flatMap((one): AmountQuestion[] => {
    switch (one) {
      case 'DISABLED':
        return [{ ...place, category: one, ...(found?.own && { disabilityGroup: found.own.group }) }];
      case 'DISABLED_CHILD':
        return [{ ...place, category: one, disabilityGroup: 'child' }];
      case 'SOCIAL_DISEASE':
        return listed.length === 0
          ? [{ ...place, category: one }]
          : listed.map((id) => ({ ...place, category: one, disease: id }));
    }
  });
  const rows = new Map(questions.flatMap((question) => amountsFor(question)).map((row) => [row.id, row]));
  return [...rows.values()].flatMap((row) => {
    const choice = choiceOf(row, date);
    return choice === undefined ? [] : [choice];
  });
}

function choiceOf(row: AmountRow, date: string): GrantedAmount | undefined {
  const sum = sumOf(row, date);
  if (!sum.ok) return undefined;
  const index = indicesOn(date);
  const calculation = (unit: string): string => {
    if (row.unit === 'TENGE' || !index.ok) return '';
    const value = row.unit === 'MCI' ? index.value.mci : index.value.subsistenceMinimum;
    return `${row.rate.toLocaleString('ru')} ${unit} × ${(value ?? 0).toLocaleString('ru')} ₸`;
  };
  const { kk, ru } = frequencies[row.frequency];
  return {
    row: row.id,
    tenge: sum.value,
    atMost: row.kind === 'up-to',
    what: { kk: row.what.kk, ru: row.what.ru },
    act: { kk: row.act.kk, ru: row.act.ru },
    calculation: {
      kk: calculation(row.unit === 'MCI' ? 'АЕК' : 'ЕТКД'),
      ru: calculation(row.unit === 'MCI' ? 'МРП' : 'ПМ'),
    },
    frequency: { kk, ru },
  };
}
