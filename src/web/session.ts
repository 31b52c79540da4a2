// Sessions and who is in them: express-session on MongoDB, Passport to sign in and out with a fresh session id each time.
import { createHmac } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import type { Keep, SessionDoor } from '../http/visit.ts';
import { strategies, type Identity, type Speaker } from '../identity/index.ts';

declare module 'express-session' {
  interface SessionData {
    kept?: Record<string, unknown>;
  }
}

/** Under which name a session keeps what somebody typed; see expired-form.ts. */
export const TYPED = 'typed';

export interface Sessions {
  /** The middlewares that give a request its session and its speaker. */
  readonly middlewares: readonly RequestHandler[];
  doorOf(request: Request, response: Response): SessionDoor;
}

export function createSessions(options: { identity: Identity; secret: string; https: boolean }): Sessions {
  const inputs = new WeakMap<object, unknown>();
  const authenticator = new passport.Passport();
  authenticator.serializeUser((user, done) => done(null, (user as { accountId: string }).accountId));
  authenticator.deserializeUser((accountId: string, done) => {
    options.identity.speakerOf(accountId).then((speaker) => done(null, speaker ?? false), done);
  });
  for (const [name, strategy] of Object.entries(
    strategies(options.identity, (request) => inputs.get(request)),
  ))
    authenticator.use(name, strategy);

  return {
    middlewares: [
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
    ],
    doorOf: (request, response) => ({
      fingerprint: createHmac('sha256', options.secret).update(`session ${request.sessionID}`).digest('hex'),
      authenticate: (way, input) =>
        new Promise((resolve, reject) => {
          inputs.set(request, input);
          const ask = authenticator.authenticate(
            way,
            { session: false },
            (error: unknown, answer: unknown) => (isAbsent(error) ? resolve(answer) : reject(asError(error))),
          ) as RequestHandler;
          void ask(request, response, reject);
        }),
      async signIn(accountId) {
        // What was typed before the session ended waits for its owner on the other side of sign-in.
        const { [TYPED]: typed } = request.session.kept ?? {};
        await settled((done) => request.logIn({ accountId }, done));
        if (typed !== undefined) request.session.kept = { [TYPED]: typed };
      },
      signOut: () => settled((done) => request.logOut(done)),
    }),
  };
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

const isAbsent = (error: unknown): boolean => error === undefined || error === null;
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Passport's callbacks as a promise. Signing in and out give the session a new id: one planted before is worth nothing after. */
const settled = (act: (done: (error: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    act((error) => (isAbsent(error) ? resolve() : reject(asError(error))));
  });
