// A journal as a table in words: the page shows it, CSV and XLSX carry it. No diagnosis, no ground, no sum, no IIN.
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import { pinnedRegulation, type Words } from '../application/index.ts';
import { formatDate, formatMoment } from '../http/format.ts';
import { channels } from '../regulations/index.ts';
import type { JournalEntry } from './journal.ts';

export interface JournalTable {
  readonly columns: readonly string[];
  /** As many cells in each as there are columns. */
  readonly rows: readonly { readonly caseId: string; readonly cells: readonly string[] }[];
}

/** @param kind of an issue journal the papers, of any other the applications */
export function journalTable(
  kind: 'applications' | 'issue',
  entries: readonly JournalEntry[],
  words: Words,
): JournalTable {
  const columns = kind === 'issue' ? ISSUE : APPLICATIONS;
  return {
    columns: columns.map((column) => words.t(`office:journal.columns.${column}`)),
    rows: entries.map((entry) => ({
      caseId: entry.officeCase.id,
      cells: columns.map((column) => CELLS[column](entry, words)),
    })),
  };
}

const APPLICATIONS = [
  'number',
  'registered',
  'applicant',
  'service',
  'channel',
  'registeredBy',
  'due',
  'executor',
  'stands',
] as const;
const ISSUE = [
  'paperNumber',
  'paper',
  'issued',
  'number',
  'applicant',
  'service',
  'channel',
  'issuedBy',
] as const;

type Column = (typeof APPLICATIONS)[number] | (typeof ISSUE)[number];

const CELLS: Readonly<Record<Column, (entry: JournalEntry, words: Words) => string>> = {
  number: ({ officeCase }) => officeCase.number,
  registered: ({ done }, { language }) => formatMoment(done.at, language),
  issued: ({ done }, { language }) => formatMoment(done.at, language),
  applicant: ({ officeCase }) => officeCase.applicant.name,
  service: ({ officeCase }, { language }) => pinnedRegulation(officeCase.regulation).shortName[language],
  channel: ({ officeCase }, { language }) => channels[officeCase.position.facts.channel][language],
  registeredBy: ({ done }) => done.by?.name ?? '',
  issuedBy: ({ done }) => done.by?.name ?? '',
  due: ({ officeCase }, { language }) =>
    officeCase.wholeDueAt === null ? '' : formatDate(officeCase.wholeDueAt, language),
  executor: ({ officeCase }) => officeCase.assignee?.name ?? '',
  stands: ({ officeCase: { position, regulation } }, { language }) => {
    const { steps, ends } = pinnedRegulation(regulation);
    const stands =
      position.kind === 'step'
        ? steps.find(({ id }) => id === position.step)
        : ends.find(({ id }) => id === position.end);
    return stands?.name[language] ?? '';
  },
  paperNumber: ({ paper }) => paper?.number ?? '',
  paper: ({ paper, officeCase, done }, { language }) => {
    const { papers, steps } = pinnedRegulation(officeCase.regulation);
    const title = papers.find(({ id }) => id === paper?.paper)?.title;
    const outcome = steps
      .find(({ id }) => id === done.step)
      ?.outcomes.find(({ id }) => id === done.outcome)?.name;
    return (title ?? outcome)?.[language] ?? '';
  },
};

/** RFC 4180 with the mark by which spreadsheet programs know UTF-8; a cell that would be a formula is text. */
export const journalCsv = ({ columns, rows }: JournalTable): Buffer =>
  Buffer.from(
    stringify([columns, ...rows.map(({ cells }) => cells)] as string[][], {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    }),
  );

/** One sheet; every cell is text, so that numbers keep their zeros. */
export async function journalXlsx({ columns, rows }: JournalTable, title: string): Promise<Buffer> {
  const head = columns.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true }));
  const body = rows.map(({ cells }) => cells.map((value) => ({ value, type: String, wrap: true })));
  return writeXlsxFile([head, ...body], {
    sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(() => ({ width: 24 })),
    stickyRowsCount: 1,
  }).toBuffer();
}
