// The journals of an office: on a page, printed, or as a file for a spreadsheet.
import { file, page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { officers, type Officer } from '../identity/index.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { journals, officeOf, regulationsOfOffice, type Journal } from '../regulations/index.ts';
import { journalsOfOffice, type Office } from './index.ts';
import { journalCsv, journalTable, journalXlsx, type JournalTable } from './journal-table.ts';
import { officePaths as paths } from './office-paths.ts';

type JournalVisit = Visit<Officer, 'journal'>;

const LINES_ON_A_PAGE = 50;

export function journalRoutes(office: Office): RouteRow[] {
  const looks = { access: officers(), audit: { action: 'journal.viewed', about: 'journal' } } as const;
  const takes = { access: officers(), audit: { action: 'journal.exported', about: 'journal' } } as const;

  const exported =
    (make: (table: JournalTable, title: string) => Promise<Buffer> | Buffer, type: string, ending: string) =>
    async (visit: JournalVisit): Promise<Reply> => {
      const read = await tableOf(office, visit);
      if (read === undefined) return problem('not-found');
      if (read.table === undefined) return problem('bad-request');
      return file(
        Buffer.from(await make(read.table, read.title)),
        type,
        `${read.journal}-${read.from}-${read.to}.${ending}`,
      );
    };

  return [
    get(paths.journals, { access: officers(), audit: 'nothing-personal' }, (visit) => {
      const [first] = journalsOfOffice(visit.speaker.officeId);
      return first === undefined ? problem('not-found') : redirect(paths.journal.at({ journal: first }));
    }),
    get(paths.journal, looks, async (visit) => {
      const read = await tableOf(office, visit);
      return read === undefined ? problem('not-found') : journalPage(office, visit, read);
    }),
    get(paths.journalCsv, takes, exported(journalCsv, 'text/csv; charset=utf-8', 'csv')),
    get(
      paths.journalXlsx,
      takes,
      exported(journalXlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'),
    ),
  ];
}

interface ReadJournal {
  readonly journal: Journal;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly service: string;
  /** Absent when the period is none. */
  readonly table: JournalTable | undefined;
}

const isJournal = (name: string): name is Journal => name in journals;

/** The journal that the address names, over the period that it asks for, or over this month. Undefined when the office keeps none of the name. */
async function tableOf(office: Office, visit: JournalVisit): Promise<ReadJournal | undefined> {
  const { journal } = visit.params;
  if (!isJournal(journal)) return undefined;
  const today = dateInKazakhstan(visit.now);
  const { from = `${today.slice(0, 7)}-01`, to = today, service = '' } = visit.query;
  const read = await office.journal({
    officer: visit.speaker,
    journal,
    from,
    to,
    ...(service !== '' && { regulation: service }),
  });
  if (!read.ok && read.problem === 'not-found') return undefined;
  const table = read.ok
    ? journalTable(journal === 'issue' ? 'issue' : 'applications', read.value, visit)
    : undefined;
  return { journal, title: journals[journal][visit.language], from, to, service, table };
}

/** A period that is none is said, and this month is shown. */
async function journalPage(office: Office, visit: JournalVisit, read: ReadJournal): Promise<Reply> {
  const shown = read.table === undefined ? await tableOf(office, { ...visit, query: {} }) : read;
  if (shown?.table === undefined) return problem('not-found');
  const { rows, columns } = shown.table;
  const all = visit.query.lines === 'all';
  const number = all ? 1 : Math.max(1, Number.parseInt(visit.query.page ?? '1', 10) || 1);
  const start = (number - 1) * LINES_ON_A_PAGE;
  const query = new URLSearchParams({ from: shown.from, to: shown.to, service: shown.service }).toString();
  return {
    ...page('office/journal', {
      ...shown,
      wrongPeriod: read.table === undefined,
      office: officeOf(visit.speaker.officeId)?.name[visit.language],
      tabs: journalsOfOffice(visit.speaker.officeId).map((id) => ({
        id,
        title: journals[id][visit.language],
      })),
      services: regulationsOfOffice(visit.speaker.officeId)
        .filter(({ kind }) => kind === 'service')
        .map(({ id, shortName }) => ({ id, name: shortName[visit.language] })),
      columns,
      rows: all ? rows : rows.slice(start, start + LINES_ON_A_PAGE),
      total: rows.length,
      all,
      number,
      hasNext: !all && start + LINES_ON_A_PAGE < rows.length,
      query,
    }),
    status: read.table === undefined ? 422 : 200,
  };
}
