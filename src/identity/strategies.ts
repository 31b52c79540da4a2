// The two ways of signing in, as Passport strategies. They answer with what the use cases answer; the pages put it into words.
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Strategy } from 'passport';
import type { Language } from '../http/texts.ts';
import type { Account } from './account.ts';
import type { Challenge } from './key-challenge.ts';
import type { Identity } from './index.ts';

/** What a strategy is handed besides the request: Passport gives it nothing else. */
export interface PasswordInput {
  readonly kind: Account['kind'];
  readonly address: string;
  readonly language: Language;
}

export interface KeyInput {
  readonly challenge: Challenge;
  readonly sha256: string;
  readonly cms: Buffer;
}

/** @param inputOf what the page handed in with this request */
export function strategies(
  identity: Identity,
  inputOf: (request: object) => unknown,
): Readonly<Record<'password' | 'key', Strategy>> {
  const password = new LocalStrategy(
    { usernameField: 'iin', passwordField: 'password', passReqToCallback: true },
    (request, iin, typed, done) => {
      const input = inputOf(request) as PasswordInput;
      identity
        .signInByPassword({ ...input, iin: iin.replace(/[\s-]/g, ''), password: typed })
        .then((answer) => done(null, answer), done);
    },
  );
  const key = new CustomStrategy((request, done) => {
    identity.proveByKey(inputOf(request) as KeyInput).then((answer) => done(null, answer), done);
  });
  return { password, key };
}
