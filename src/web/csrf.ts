// Every POST proves that it comes from a page of ours: a token of the session, and an Origin that is ours when the browser tells it.
import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

const tokens = csrfSync({
  getTokenFromRequest: (request) => {
    const body = request.body as { _csrf?: unknown } | undefined;
    return typeof body?._csrf === 'string' ? body._csrf : undefined;
  },
});

/** The token for the forms of this page; makes a session if there is none yet. */
export const csrfTokenFor = (request: Request): string => tokens.generateToken(request);

export function tokenIsValid(request: Request): boolean {
  return cameFromUs(request) && tokens.isRequestValid(request);
}

/** Whether the browser says that one of our pages sent this; old browsers say nothing, the token decides then. */
export function cameFromUs(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.get('origin');
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === request.get('host');
  } catch {
    return false;
  }
}
