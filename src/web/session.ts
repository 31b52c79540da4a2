// Sessions and who is in them: express-session on MongoDB, Passport to sign in and out with a fresh session id each time.
import { createHmac } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import type { Keep, SessionDoor } from '../http/visit.ts';
import type { Identity, Speaker } from '../identity/index.ts';

declare module 'express-session' {
  interface SessionData {
    kept?: Record<string, unknown>;
  }
}

/** The middlewares that give a request its session and its speaker. */
export function sessions(options: { identity: Identity; secret: string; https: boolean }): RequestHandler[] {
  const authenticator = new passport.Passport();
  authenticator.serializeUser((user, done) => done(null, (user as { accountId: string }).accountId));
  authenticator.deserializeUser((accountId: string, done) => {
    options.identity.speakerOf(accountId).then((speaker) => done(null, speaker ?? false), done);
  });
  return [
    session({
      name: options.https ? '__Host-komek' : 'komek',
      secret: options.secret,
      store: options.identity.sessionStore,
      resave: false,
      saveUninitialized: false,
      rolling: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: options.https, path: '/' },
    }),
    authenticator.initialize() as RequestHandler,
    authenticator.session() as RequestHandler,
  ];
}

export const speakerOf = (request: Request): Speaker | undefined => request.user as Speaker | undefined;

/** The small things kept in a session. */
export function keepOf(request: Request): Keep {
  return {
    get: (key) => request.session.kept?.[key],
    set(key, value) {
      request.session.kept = { ...request.session.kept, [key]: value };
    },
    take(key) {
      const { [key]: value, ...rest } = request.session.kept ?? {};
      if (value !== undefined) request.session.kept = rest;
      return value;
    },
  };
}

/** Signing in and out. Both give the session a new id, so that an id planted before sign-in is worth nothing after it. */
export function sessionDoor(request: Request, secret: string): SessionDoor {
  return {
    fingerprint: createHmac('sha256', secret).update(`session ${request.sessionID}`).digest('hex'),
    signIn: (accountId) =>
      new Promise((resolve, reject) => {
        request.logIn({ accountId }, (error: unknown) =>
          error === undefined || error === null ? resolve() : reject(asError(error)),
        );
      }),
    signOut: () =>
      new Promise((resolve, reject) => {
        request.logOut((error: unknown) =>
          error === undefined || error === null ? resolve() : reject(asError(error)),
        );
      }),
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
