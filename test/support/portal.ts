// The real portal, composed as in production with a database of its own; only clock, registers and the certification authority are the
// test's. Every guard is on, CSRF too.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Express } from 'express';
import { KEY_PASSWORD, OFFICERS, passwordOf } from '../../sandbox/demo/cast.ts';
import { PEOPLE } from '../../sandbox/gateway/people.ts';
import type { KeyFileOrder } from '../../sandbox/authority/issue-key-file.ts';
import { compose, type Portal } from '../../src/compose.ts';
import { createAccount } from '../../src/identity/index.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createLog } from '../../src/platform/log.ts';
import { openKeyFile, signCades } from '../../src/signature/index.ts';
import { createApp } from '../../src/web/create-app.ts';
import { startWorkers } from '../../workers/start-workers.ts';
import { createFakeRegisters, type FakeRegisters } from './fake-registers.ts';
import { startSandboxAuthority, type RunningAuthority } from './sandbox-authority.ts';
import { openBrowser, type TestBrowser } from './test-browser.ts';

export interface TestClock extends Clock {
  /** Stands still at this moment until it is set again; undefined lets it run. */
  set(moment: Date | undefined): void;
}

export interface TestPortal {
  readonly portal: Portal;
  readonly app: Express;
  readonly clock: TestClock;
  readonly registers: FakeRegisters;
  readonly authority: RunningAuthority;
  /** A browser without JavaScript, with cookies of its own. */
  browser(): TestBrowser;
  /** A browser in which somebody is signed in. */
  signedIn(iin: string): Promise<TestBrowser>;
  /** Signs bytes with a fresh key of this kind. */
  sign(content: Uint8Array, order: KeyFileOrder): Promise<Uint8Array>;
  startWorkers(): { stop(): Promise<void> };
  close(): Promise<void>;
}

/** The demo people that tests speak of. */
export const AIGUL = must(PEOPLE[0]).person;
export const ERBOL = must(PEOPLE[1]).person;
export const GULNAR = must(PEOPLE[2]).person;
export const IVAN = must(PEOPLE[3]).person;
export const VERA = must(PEOPLE[4]).person;
export const CLERK = must(OFFICERS[0]);
export const HEAD = must(OFFICERS[1]);
export const EXECUTOR = must(OFFICERS[2]);
export const OTHER_EXECUTOR = must(OFFICERS[3]);
export const AKIM = must(OFFICERS[8]);
export const QUALITY_OFFICER = must(OFFICERS[9]);
export const ADMINISTRATOR = must(OFFICERS.find(({ post }) => post.roles.includes('administrator')));

/** Where Order № 84 lets a term be prolonged. */
export const SHORTANDY_HEAD = must(
  OFFICERS.find(({ post }) => post.officeId === 'shortandy' && post.roles.includes('head')),
);

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the cast is incomplete');
  return value;
}

/** What a person's key order needs; more can be said to make the key wrong. */
export const keyOf = (
  person: { readonly iin: string; readonly lastName: string; readonly firstName: string },
  more: Partial<KeyFileOrder> = {},
): KeyFileOrder => ({
  algorithm: 'rsa',
  purpose: 'signing',
  person: { iin: person.iin, surname: person.lastName, givenName: person.firstName },
  password: KEY_PASSWORD,
  ...more,
});

export function createTestClock(): TestClock {
  let fixed: Date | undefined;
  return {
    now: () => (fixed === undefined ? new Date() : new Date(fixed)),
    set(moment) {
      fixed = moment;
    },
  };
}

const required = (name: string): string => must(process.env[name]);

/** @param options.environment settings besides the usual ones */
export async function startPortal(
  options: { readonly environment?: Readonly<Record<string, string>>; readonly clock?: TestClock } = {},
): Promise<TestPortal> {
  const clock = options.clock ?? createTestClock();
  const authority = await startSandboxAuthority({ clock });
  const registers = createFakeRegisters();
  const database = `test-${randomBytes(6).toString('hex')}`;
  const config = readConfig({
    KOMEK_MODE: 'test',
    PORT: '0',
    PUBLIC_URL: 'http://localhost',
    MONGODB_URI: required('KOMEK_TEST_MONGODB_URI'),
    REDIS_URL: required('KOMEK_TEST_REDIS_URL'),
    SESSION_SECRET: 'a session secret of the tests, long enough',
    SEALING_SECRET: 'a sealing secret of the tests, long enough',
    TRUST_DIR: join(authority.folder, 'trust'),
    REGISTERS_URL: 'http://127.0.0.1:9',
    REGISTERS_TOKEN: 'unused',
    LOG_LEVEL: 'silent',
    ...options.environment,
  });
  if (!config.ok) throw new Error(config.problem);
  const portal = await compose(config.value, createLog('test', 'silent'), { registers, clock, database });
  await inviteEverybody(portal);
  const app = createApp(portal);
  const workers: { stop(): Promise<void> }[] = [];

  return {
    portal,
    app,
    clock,
    registers,
    authority,
    browser: () => openBrowser(app),
    signedIn: (iin) => signInto(app, iin),
    sign: async (content, order) => (await signWithNewKey(authority, content, order)).cms,
    startWorkers() {
      const started = startWorkers(portal, database);
      workers.push(started);
      return started;
    },
    async close() {
      for (const one of workers) await one.stop();
      await portal.connection.dropDatabase();
      await portal.close();
      await authority.close();
    },
  };
}

/** Gives accounts to the demo people, except the one who registers himself. */
export async function inviteEverybody({
  identity,
  clock,
}: Pick<Portal, 'identity' | 'clock'>): Promise<void> {
  for (const { person, phone } of PEOPLE) {
    if (person.iin === IVAN.iin) continue;
    await createAccount(identity, {
      kind: 'citizen',
      ...nameOf(person),
      ...(phone === undefined ? {} : { phone }),
      password: passwordOf(person.iin),
      now: clock.now(),
    });
  }
  for (const { person, post } of OFFICERS) {
    await createAccount(identity, {
      kind: 'officer',
      ...nameOf(person),
      password: passwordOf(person.iin),
      post,
      now: clock.now(),
    });
  }
}

/** Signs somebody in by password, at the application itself or at the address of a process. */
export async function signInto(target: Express | string, iin: string): Promise<TestBrowser> {
  const browser = openBrowser(target);
  const isOfficer = OFFICERS.some(({ person }) => person.iin === iin);
  await browser.get(isOfficer ? '/office/sign-in' : '/sign-in');
  return browser.submit('#sign-in', { iin, password: passwordOf(iin) });
}

/** Has a key issued and signs with it, detached; the serial number (hex) is what an authority revokes. */
export async function signWithNewKey(
  authority: {
    issue(order: KeyFileOrder): Promise<{ readonly bytes: Uint8Array; readonly serial: string }>;
  },
  content: Uint8Array,
  order: KeyFileOrder,
): Promise<{ readonly cms: Uint8Array; readonly serial: string }> {
  const issued = await authority.issue(order);
  const opened = openKeyFile(issued.bytes, order.password);
  if (!opened.ok) throw new Error(opened.problem);
  const { privateKey: key, certificate } = opened.value;
  const cms = await signCades({ content, key, certificate, signingTime: new Date(), detached: true });
  return { cms, serial: issued.serial };
}

const nameOf = ({
  iin,
  lastName,
  firstName,
  middleName,
}: {
  readonly iin: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
}) => ({ iin, lastName, firstName, middleName });
