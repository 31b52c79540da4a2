// The table of commands: what each does, which fields it takes. A field that is in no list is refused, as MongoDB does.
import * as catalog from './catalog-commands.ts';
import { aggregate } from './crud-aggregate.ts';
import { count, distinctValues, find, getMore, killCursors } from './crud-find.ts';
import { insert, refuseCollation, remove, update } from './crud-write.ts';
import type { CommandError } from './errors.ts';
import { fail } from './errors.ts';
import { explain } from './explain.ts';
import { findAndModify } from './find-and-modify.ts';
import * as indexes from './index-commands.ts';
import type { Reply, Request } from './request.ts';
import * as server from './server-commands.ts';
import { type Doc, docOf, isDoc, isTrue, plainNumber } from './values.ts';

interface Command {
  readonly run: (request: Request) => Reply;
  /** Fields besides the general ones; undefined accepts any. */
  readonly fields: ReadonlySet<string> | undefined;
  readonly writes: boolean;
}

const read = (run: Command['run'], fields?: string): Command => ({
  run,
  fields: fields === undefined ? undefined : new Set(fields.split(' ')),
  writes: false,
});
const write = (run: Command['run'], fields: string): Command => ({ ...read(run, fields), writes: true });

/** Fields that any command may have. Those that would change what a command does are refused below or have no effect here. */
const GENERAL = new Set(
  `$db $readPreference $clusterTime lsid txnNumber stmtId stmtIds autocommit startTransaction readConcern writeConcern maxTimeMS comment
  apiVersion apiStrict apiDeprecationErrors hint collation let`.split(/\s+/),
);

const findAndModifyCommand = write(
  findAndModify,
  'query sort update remove new fields upsert arrayFilters bypassDocumentValidation',
);
const collStats = read(catalog.collStats, 'scale');
const dropIndexes = write(indexes.dropIndexes, 'index');

const COMMANDS = new Map<string, Command>(
  Object.entries({
    hello: read(server.hello),
    isMaster: read(server.hello),
    ismaster: read(server.hello),
    ping: read(server.ping),
    buildInfo: read(server.buildInfo),
    buildinfo: read(server.buildInfo),
    serverStatus: read(server.serverStatus),
    connectionStatus: read(server.connectionStatus),
    endSessions: read(server.endSessions),
    refreshSessions: read(server.ping),
    commitTransaction: read(server.refuseTransaction),
    abortTransaction: read(server.refuseTransaction),
    saslStart: read(server.refuseSignIn),
    authenticate: read(server.refuseSignIn),
    find: read(
      find,
      'filter projection sort skip limit batchSize singleBatch noCursorTimeout allowDiskUse allowPartialResults returnKey showRecordId tailable awaitData oplogReplay min max',
    ),
    getMore: read(getMore, 'collection batchSize'),
    killCursors: read(killCursors, 'cursors'),
    count: read(count, 'query limit skip fields'),
    distinct: read(distinctValues, 'key query'),
    aggregate: read(aggregate, 'pipeline cursor allowDiskUse bypassDocumentValidation explain'),
    explain: read(explain, 'verbosity'),
    insert: write(insert, 'documents ordered bypassDocumentValidation'),
    update: write(update, 'updates ordered bypassDocumentValidation'),
    delete: write(remove, 'deletes ordered'),
    findAndModify: findAndModifyCommand,
    findandmodify: findAndModifyCommand,
    create: write(
      catalog.create,
      'capped size max timeseries viewOn pipeline validator validationLevel validationAction clusteredIndex encryptedFields changeStreamPreAndPostImages storageEngine indexOptionDefaults',
    ),
    drop: write(catalog.drop, ''),
    dropDatabase: write(catalog.dropDatabase, ''),
    listCollections: read(catalog.listCollections, 'filter nameOnly authorizedCollections cursor'),
    listDatabases: read(catalog.listDatabases, 'filter nameOnly authorizedDatabases'),
    collStats,
    collstats: collStats,
    dbStats: read(catalog.dbStats, 'scale'),
    dbstats: read(catalog.dbStats, 'scale'),
    createIndexes: write(indexes.createIndexes, 'indexes commitQuorum'),
    listIndexes: read(indexes.listIndexes, 'cursor'),
    dropIndexes,
    deleteIndexes: dropIndexes,
  }),
);

/** Does what a request asks. Throws CommandError where MongoDB would refuse. */
export function runCommand(request: Request): Reply {
  const [name = ''] = Object.keys(request.body);
  const command = COMMANDS.get(name);
  if (!command) return fail('CommandNotFound', `no such command: '${name}'`);
  refuseWhatIsNotHere(request.body, name, command);
  const reply = command.run(request);
  const concern = command.writes ? impossibleConcern(request.body.writeConcern) : undefined;
  return concern && !Array.isArray(reply) ? docOf({ ...reply, writeConcernError: concern }) : reply;
}

/** What a truthy value of these fields would ask for, this engine has not. */
const NOT_HERE = ['tailable', 'awaitData', 'returnKey', 'showRecordId', 'min', 'max', 'oplogReplay'];

function refuseWhatIsNotHere(body: Doc, name: string, { fields, writes }: Command): void {
  if (body.startTransaction === true || body.autocommit === false) server.refuseTransaction();
  if (body.txnNumber !== undefined && !writes)
    fail('InvalidOptions', `txnNumber may only be provided for retryable writes, not for ${name}`);
  refuseCollation(body.collation);
  if (!fields) return;
  for (const field of Object.keys(body))
    if (field !== name && !fields.has(field) && !GENERAL.has(field))
      fail('Location40415', `BSON field '${name}.${field}' is an unknown field.`);
  if (name === 'find')
    for (const field of NOT_HERE)
      if (
        field in body &&
        isTrue(body[field]) &&
        !(isDoc(body[field]) && Object.keys(body[field]).length === 0)
      )
        fail('NotImplemented', `find with '${field}' is not supported by the embedded engine`);
}

/** More members than one cannot acknowledge. */
function impossibleConcern(concern: unknown): Doc | undefined {
  const members = isDoc(concern) ? plainNumber(concern.w) : undefined;
  if (members === undefined || members <= 1) return undefined;
  return docOf({ code: 100, codeName: 'CannotSatisfyWriteConcern', errmsg: 'Not enough data-bearing nodes' });
}

/** The reply to a refused command. */
export function refusal(error: CommandError): Doc {
  return docOf({ ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.more });
}
