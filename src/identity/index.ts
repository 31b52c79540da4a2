// The door of the slice: who is speaking and what may they do.
import type { Connection } from 'mongoose';
import type { Clock } from '../platform/clock.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import type { Limits } from '../platform/limits.ts';
import type { Bound } from '../platform/result.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Registers } from '../registers/index.ts';
import type { Verifier } from '../signature/index.ts';
import { checkIin } from '../regulations/index.ts';
import { createAccountStore, type AccountStore } from './account-store.ts';
import { speakerOf, type Account } from './account.ts';
import { choosePassword, finishPhoneProof, startPhoneProof, type GetAccessDeps } from './get-access.ts';
import { makeChallenge, proveByKey, type Challenge } from './key-challenge.ts';
import { createOneTimeCodes } from './one-time-code-store.ts';
import { MongoSessionStore } from './session-store.ts';
import { finishSignIn, signInByPassword, type SignInDeps } from './sign-in.ts';
import type { Role, Speaker } from './speaker.ts';
import { appointSubstitute, endSubstitution, substitutionsOf } from './substitution.ts';

export interface IdentityDeps {
  readonly connection: Connection;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly registers: Registers;
  readonly codeText: SignInDeps['codeText'];
  /** Whether the national test identities, whose check digits are wrong, are people here. */
  readonly admitTestIdentities: boolean;
  readonly verifier: Pick<Verifier, 'verify'>;
  /** Where people reach the portal: a signed challenge counts there and nowhere else. */
  readonly publicUrl: string;
}

export interface Identity {
  readonly isIin: (text: string) => boolean;
  signInByPassword: Bound<typeof signInByPassword>;
  finishSignIn: Bound<typeof finishSignIn>;
  startPhoneProof: Bound<typeof startPhoneProof>;
  finishPhoneProof: Bound<typeof finishPhoneProof>;
  choosePassword: Bound<typeof choosePassword>;
  makeChallenge(session: string): Challenge;
  proveByKey: Bound<typeof proveByKey>;
  citizenWith(iin: string): Promise<Account | undefined>;
  accountOf(id: string): Promise<Account | undefined>;
  speakerOf(id: string): Promise<Speaker | undefined>;
  /** Officers of an office who hold a role, by surname. */
  officersOf(
    officeId: string,
    role: Role,
  ): Promise<readonly { readonly accountId: string; readonly name: string }[]>;
  substitutionsOf: Bound<typeof substitutionsOf>;
  appoint: Bound<typeof appointSubstitute>;
  endSubstitution: Bound<typeof endSubstitution>;
  /** Officers of an office who may act in a role today: their own, or that of a colleague for whom they stand in. */
  actingAs(
    officeId: string,
    role: Role,
  ): Promise<readonly { readonly accountId: string; readonly name: string }[]>;
  addAccount: AccountStore['add'];
  endSessions(accountId: string): Promise<void>;
  readonly sessionStore: MongoSessionStore;
}

export function createIdentity(deps: IdentityDeps): Identity {
  const accounts = createAccountStore(deps.connection);
  const codes = createOneTimeCodes(deps.connection, deps.sealer, deps.clock);
  const sessionStore = new MongoSessionStore(deps.connection, deps.sealer, deps.clock);
  const endSessions = (accountId: string) => sessionStore.endAllOf(accountId);
  const all: SignInDeps & GetAccessDeps = { ...deps, accounts, codes, endSessions };
  const today = () => dateInKazakhstan(deps.clock.now());
  return {
    isIin: (text) => checkIin(text, { admitTestIdentities: deps.admitTestIdentities }).ok,
    signInByPassword: (input) => signInByPassword(all, input),
    finishSignIn: (input) => finishSignIn(all, input),
    startPhoneProof: (input) => startPhoneProof(all, input),
    finishPhoneProof: (input) => finishPhoneProof(all, input),
    choosePassword: (input) => choosePassword(all, input),
    makeChallenge: (session) => makeChallenge({ publicUrl: deps.publicUrl, session, clock: deps.clock }),
    proveByKey: (input) => proveByKey(deps, input),
    citizenWith: (iin) => accounts.byIin(iin, 'citizen'),
    accountOf: (id) => accounts.byId(id),
    async speakerOf(id) {
      const account = await accounts.byId(id);
      return account === undefined ? undefined : speakerOf(account, today());
    },
    officersOf: async (officeId, role) =>
      (await accounts.officersOf(officeId, role)).map((account) => speakerOf(account, today())),
    async actingAs(officeId, role) {
      const people = (await accounts.ofOffice(officeId)).map((account) => speakerOf(account, today()));
      return people.filter((one) => one.kind === 'officer' && one.roles.includes(role));
    },
    substitutionsOf: (officer) => substitutionsOf(all, officer),
    appoint: (input) => appointSubstitute(all, input),
    endSubstitution: (input) => endSubstitution(all, input),
    addAccount: (account, createdAt) => accounts.add(account, createdAt),
    endSessions,
    sessionStore,
  };
}

export {
  citizens,
  everyone,
  insteadOf,
  officers,
  ROLES,
  ROLES_WITHOUT_CASES,
  signedIn,
  visitors,
} from './speaker.ts';
export type { Citizen, Officer, Role, Speaker } from './speaker.ts';
export type { Account } from './account.ts';
export { identityPaths, safeReturn } from './identity-paths.ts';
export { APPOINTERS } from './substitution.ts';
export { createAccount } from './create-account.ts';
export { strategies } from './strategies.ts';
