// Refusals are values, bugs are exceptions: every use case returns one of these with a closed union of problems.

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<P> {
  readonly ok: false;
  readonly problem: P;
}

/** The outcome of a use case: a value, or the problem that the door must put into words. */
export type Result<T, P> = Ok<T> | Refused<P>;

/** The use case did what was asked. */
export function ok(): Ok<undefined>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

/** The use case refused, for a reason its signature names. */
export function refuse<const P>(problem: P): Refused<P> {
  return { ok: false, problem };
}

/** A use case with its dependencies put in. */
export type Bound<Use> = Use extends (deps: never, input: infer Input) => infer Answer
  ? (input: Input) => Answer
  : never;
