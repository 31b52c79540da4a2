// A session may end while somebody types. What was typed waits in a new session until the same person is signed in again.
import type { Request } from 'express';
import type { Typed } from '../http/forms.ts';
import type { Sealer } from '../platform/sealing.ts';
import { keepOf, TYPED } from './session.ts';

interface Waiting {
  readonly path: string;
  readonly typed: Typed;
  /** Whose answers they are, as the page said when it was shown. */
  readonly owner: string;
}

/** The mark that a form page carries: it says whose page it is without saying who that is. */
export const ownerMark = (sealer: Sealer, accountId: string | undefined): string =>
  sealer.fingerprint(accountId ?? 'visitor', 'typed answers').slice(0, 32);

/** Keeps what was typed on the page with this address. */
export function keepTyped(
  request: Request,
  page: { readonly address: string; readonly typed: Typed },
  owner: string,
): void {
  const { address, typed } = page;
  keepOf(request).set(TYPED, { path: address, typed: withoutSecrets(typed), owner } satisfies Waiting);
}

/** What was typed on this page before, once, and only for the person who typed it. */
export function takeTyped(request: Request, owner: string): Typed | undefined {
  const waiting = keepOf(request).get(TYPED) as Waiting | undefined;
  if (waiting?.path !== request.path) return undefined;
  keepOf(request).take(TYPED);
  return waiting.owner === owner ? waiting.typed : undefined;
}

/** Passwords and signatures are typed anew. */
function withoutSecrets(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !/password|code|signature/i.test(name)));
}
