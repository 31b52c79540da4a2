// Logs for operators. Health data, names and IIN never get here: log ids and kinds of things, never things.
import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Twelve digits in a row are taken for an IIN wherever they stand, also in the text of a foreign error. */
export const maskNumbers = (text: string): string => text.replace(/\d{12}/g, '************');

/** A JSON log on standard output; `name` tells web from worker. */
export function createLog(name: string, level: string): Log {
  return pino({
    name,
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.iin', '*.password', 'iin', 'password', 'req.headers', 'res.headers'],
      censor: '[hidden]',
    },
    serializers: {
      err: (error: unknown) => (isDescribed(error) ? error : describeError(error)),
    },
  });
}

interface DescribedError {
  readonly kind: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
}

/** What describeError made before the serializer sees it. */
const isDescribed = (error: unknown): error is DescribedError =>
  typeof error === 'object' &&
  error !== null &&
  !(error instanceof Error) &&
  'kind' in error &&
  'message' in error;

/** What may be logged of an error: its kind, its code and its message without numbers of people. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { kind: typeof error, message: maskNumbers(String(error)) };
  const code = (error as { code?: unknown }).code;
  return {
    kind: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    message: maskNumbers(error.message),
    ...(error.stack === undefined ? {} : { stack: maskNumbers(error.stack) }),
  };
}
