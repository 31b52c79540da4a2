// Refusals of the embedded engine with the codes that MongoDB gives, so that the driver and mongoose treat them alike.
// Deep inside an update or a plan a refusal ends the whole command: here exceptions are the plain way, and server.ts turns them to replies.
import type { Doc } from './values.ts';

/** Names and numbers of MongoDB's error_codes.yml, as far as this engine gives them. */
export const CODES = {
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  Overflow: 15,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  OperationFailed: 96,
  CannotSatisfyWriteConcern: 100,
  ExceededMemoryLimit: 146,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  InvalidIndexSpecificationOption: 197,
  TransactionTooOld: 225,
  NotImplemented: 238,
  ConversionFailure: 241,
  OperationNotSupportedInTransaction: 263,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  // What has no name in MongoDB is called by its number there too.
  Location15952: 15952, // an unknown accumulator in $group
  Location15958: 15958, // $limit must be positive
  Location31253: 31253, // an inclusion in an exclusion projection
  Location31254: 31254, // an exclusion in an inclusion projection
  Location40323: 40323, // a stage has exactly one field
  Location40324: 40324, // an unknown stage
  Location40415: 40415, // an unknown field of a command
  Location40573: 40573, // change streams need a replica set
} as const;

export type CodeName = keyof typeof CODES;

/** A refusal: what the client reads as `code`, `codeName`, `errmsg`, and further fields such as keyPattern. */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: CodeName;
  readonly more: Doc;

  constructor(codeName: CodeName, message: string, more: Doc = {}) {
    super(message);
    this.codeName = codeName;
    this.code = CODES[codeName];
    this.more = more;
  }
}

/** Ends the command with a refusal. */
export function fail(codeName: CodeName, message: string, more?: Doc): never {
  throw new CommandError(codeName, message, more);
}
