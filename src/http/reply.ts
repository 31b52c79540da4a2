// What a handler answers. Handlers return values and never touch the response: one place turns them into HTTP (send-reply.ts).
import type { FormState } from './forms.ts';

/** The closed list of ways in which a request cannot be served; problem-pages.ts gives each its status and words. */
export type ProblemKind =
  | 'bad-request'
  | 'not-found'
  | 'forbidden'
  | 'form-expired'
  | 'conflict'
  | 'too-large'
  | 'too-many-requests'
  | 'broken'
  | 'unavailable';

export interface PageReply {
  readonly reply: 'page';
  /** EJS file below views/, without extension. */
  readonly view: string;
  readonly model: object;
  readonly form?: FormState;
  readonly status: number;
}

export interface FileReply {
  readonly reply: 'file';
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Never a diagnosis, a name or an IIN: file names end up in download lists that others see. */
  readonly fileName: string;
  readonly inline: boolean;
}

export interface EventsReply {
  readonly reply: 'events';
  /** Starts a stream of server-sent events; calls `changed` for each and returns what stops it. */
  readonly open: (changed: (data: string) => void) => () => void;
}

export type Reply =
  | PageReply
  | FileReply
  | EventsReply
  | { readonly reply: 'redirect'; readonly to: string }
  | { readonly reply: 'json'; readonly body: unknown; readonly status: number }
  | { readonly reply: 'problem'; readonly problem: ProblemKind };

/** A page. With a form that was refused the status is 422 and the page shows what to mend. */
export function page(view: string, model: object = {}, form?: FormState): PageReply {
  const refused = form !== undefined && form.errors.length > 0;
  return { reply: 'page', view, model, status: refused ? 422 : 200, ...(form === undefined ? {} : { form }) };
}

/** After every successful POST: the browser's reload repeats nothing. */
export const redirect = (to: string): Reply => ({ reply: 'redirect', to });

export const problem = (kind: ProblemKind): Reply => ({ reply: 'problem', problem: kind });

export const json = (body: unknown, status = 200): Reply => ({ reply: 'json', body, status });

/** A download, or with `inline` something the browser shows itself. */
export function file(bytes: Uint8Array, mediaType: string, fileName: string, inline = false): FileReply {
  return { reply: 'file', bytes, mediaType, fileName, inline };
}
