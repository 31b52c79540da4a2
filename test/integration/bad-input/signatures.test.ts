// Condition 2 and process 4 over HTTP: whatever is wrong with a signature, the page names it and says what to do, nothing is sent and
// nothing is lost; the right signature goes through afterwards.
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fillApplication } from '../../support/fill-application.ts';
import { bringToExecutor, caseOf, decide, openDesks } from '../../support/office-work.ts';
import {
  AIGUL,
  ERBOL,
  GULNAR,
  HEAD,
  keyOf,
  signWithNewKey,
  startPortal,
  type TestPortal,
} from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';
import { startSandboxAuthority } from '../../support/sandbox-authority.ts';
import { octetString, sequence } from '../../../src/signature/portable/der-writer.ts';
import type { KeyFileOrder } from '../../../sandbox/authority/issue-key-file.ts';

let town: TestPortal;
let citizen: TestBrowser;
let id: string;
let bytes: Buffer;

beforeAll(async () => {
  town = await startPortal();
  citizen = await town.signedIn(AIGUL.iin);
  id = await fillApplication(citizen);
  await citizen.get(`/applications/${id}/sign`);
  bytes = (await citizen.download(`/applications/${id}/sign/bytes`)).body as Buffer;
}, 60_000);
afterAll(() => town.close());

async function send(cms: Uint8Array): Promise<TestBrowser> {
  await citizen.get(`/applications/${id}/sign?language=ru`);
  return citizen.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes: cms });
}

async function isStillADraft(): Promise<boolean> {
  return (await town.portal.applications.byId(id))?.status === 'draft';
}

const signed = (more: Partial<KeyFileOrder> = {}, content: Uint8Array = bytes) =>
  town.sign(content, keyOf(AIGUL, more));

/** The authority takes a key back, from a moment on. */
async function revoke(at: TestPortal, serial: string, from = new Date()): Promise<void> {
  const response = await fetch(`${at.authority.base}/revoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ serial, reason: 'keyCompromise', at: from.toISOString() }),
  });
  if (response.status !== 204) throw new Error(await response.text());
}

async function signedRevoked(): Promise<Uint8Array> {
  const { cms, serial } = await signWithNewKey(town.authority, bytes, keyOf(AIGUL));
  await revoke(town, serial);
  return cms;
}

/** Signs with a key of an authority that nobody configured. */
async function signedElsewhere(): Promise<Uint8Array> {
  const other = await startSandboxAuthority({ clock: town.clock });
  try {
    return (await signWithNewKey(other, bytes, keyOf(AIGUL))).cms;
  } finally {
    await other.close();
  }
}

async function altered(): Promise<Uint8Array> {
  const cms = (await signed()).slice();
  const last = cms.length - 20;
  cms[last] = (cms[last] ?? 0) ^ 1;
  return cms;
}

function nested(depth: number): Uint8Array {
  let inside: Uint8Array = octetString(new Uint8Array(4));
  for (let level = 0; level < depth; level += 1) inside = sequence(inside);
  return inside;
}

/** What is wrong, how it is made, and words that the page must say. */
const CASES: readonly (readonly [
  what: string,
  make: () => Promise<Uint8Array> | Uint8Array,
  says: RegExp,
])[] = [
  [
    'an expired key',
    () => signed({ startsInDays: -400, days: 365 }),
    /Срок ключа истёк|Срок действия ключа закончился/,
  ],
  [
    'a key whose term begins tomorrow',
    () => signed({ startsInDays: 1, days: 365 }),
    /Срок ключа ещё не начался/,
  ],
  ['a revoked key', signedRevoked, /Ключ отозван/],
  [
    'a key for signing in',
    () => signed({ purpose: 'authentication' }),
    /Это ключ для входа, а нужен ключ для подписи/,
  ],
  ['another person’s key', () => town.sign(bytes, keyOf(ERBOL)), /Ключ принадлежит другому человеку/],
  [
    'a key of an organisation',
    () =>
      town.sign(
        bytes,
        keyOf(AIGUL, { organisation: { bin: HEAD.post.bin, name: 'Office', role: 'first-head' } }),
      ),
    /выдан не тому, кто должен подписать/,
  ],
  ['a key of an unknown authority', signedElsewhere, /Ключ выдан неизвестным центром/],
  ['a signature with one changed bit', altered, /Подпись неверна|не читается/],
  [
    'a signature over other bytes',
    () => signed({}, Buffer.from('{"answer":"no"}')),
    /Подписан другой документ/,
  ],
  ['elements nested ten thousand deep', () => nested(10_000), /слишком сложная|не читается/],
  [
    'a certificate instead of a signature',
    async () => (await town.authority.issue(keyOf(AIGUL))).certificate,
    /не читается/,
  ],
];

describe('a signature that is not confirmed', () => {
  test.each(CASES)(
    '%s: the page names it, says what to do, and the answers are kept',
    async (_what, make, says) => {
      const page = await send(await make());
      expect(page.status).toBe(422);
      expect(page.page.querySelector('.km-refused')?.structuredText).toMatch(says);
      expect(page.text()).toContain('Ничего не потеряно');
      expect(page.page.querySelector(`a[href="/applications/${id}/sign"]`)).not.toBeNull();
      expect(page.text()).not.toContain(AIGUL.iin);
      expect(await isStillADraft()).toBe(true);
    },
    30_000,
  );

  test('nothing at all, and a text that is no signature, are asked for again on the page itself', async () => {
    await citizen.get(`/applications/${id}/sign?language=ru`);
    await citizen.submit('#sign-form', {});
    expect([citizen.status, citizen.errors()]).toEqual([422, ['Добавьте подпись: файл или текст']]);
    await citizen.submit('#sign-form', { signature: 'это не подпись' });
    expect(citizen.status).toBe(422);
    expect(citizen.errors()[0]).toContain('не похоже на подпись');
    await send(new Uint8Array(0));
    expect(citizen.errors()).toEqual(['Добавьте подпись: файл или текст']);
  });

  test('50 MB are answered with 413 and a sentence at the field', async () => {
    await send(Buffer.alloc(50 * 1024 * 1024, 0x30));
    expect(citizen.status).toBe(413);
    expect(citizen.errors()[0]).toContain('слишком велик для подписи');
    expect(await isStillADraft()).toBe(true);
  }, 30_000);

  test('bytes that are not these any more are not accepted, with the right signature for the old ones', async () => {
    const cms = await signed();
    await citizen.get(`/applications/${id}/sign`);
    const other = await town.signedIn(AIGUL.iin);
    await other.get(`/applications/${id}/contacts`);
    await other.submit('#block', { homePhone: '+7 717 255 55 55' });
    await citizen.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes: cms });
    expect(citizen.status).toBe(409);
    expect(citizen.text()).toContain('Текст изменился');
    expect(await isStillADraft()).toBe(true);
  });

  test('a signature used before does not sign another application', async () => {
    await citizen.get(`/applications/${id}/sign`);
    bytes = (await citizen.download(`/applications/${id}/sign/bytes`)).body as Buffer;
    const cms = await signed();
    await send(cms);
    expect(citizen.path).toBe(`/applications/${id}/receipt`);

    const second = await fillApplication(citizen);
    await citizen.get(`/applications/${second}/sign`);
    await citizen.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes: cms });
    expect(citizen.status).toBe(422);
    expect(citizen.text()).toContain('Подписан другой документ');
    expect((await town.portal.applications.byId(second))?.status).toBe('draft');
  });
});

describe('revocation data that cannot be had', () => {
  let cut: TestPortal;
  beforeEach(async () => {
    cut = await startPortal();
  }, 60_000);
  afterEach(() => cut.close());

  /** An application that is sent while neither OCSP nor lists answer; then they do again. */
  async function sendUnchecked(person: typeof ERBOL) {
    const browser = await cut.signedIn(person.iin);
    const application = await fillApplication(browser);
    await browser.get(`/applications/${application}/sign?language=ru`);
    const content = (await browser.download(`/applications/${application}/sign/bytes`)).body as Buffer;
    const { cms, serial } = await signWithNewKey(cut.authority, content, keyOf(person));
    Object.assign(cut.authority.moods, { ocsp: 'down', crl: 'down' });
    await browser.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes: cms });
    expect(browser.path).toBe(`/applications/${application}/receipt`);
    expect(browser.text()).toContain('проверяется');
    expect(await stateOf(application)).toBe('being-checked');
    expect(await cut.portal.applications.settleSignature({ id: application })).toEqual({
      ok: false,
      problem: 'try-again',
    });
    await cut.portal.office.receive({ applicationId: application });
    expect((await cut.portal.office.byApplication(application))?.state).toBe('open');
    Object.assign(cut.authority.moods, { ocsp: 'normal', crl: 'normal' });
    return { browser, application, serial };
  }
  const stateOf = async (application: string) => {
    const found = await cut.portal.applications.byId(application);
    return found?.status === 'submitted' ? found.signature.state : found?.status;
  };

  test('do not refuse the application: no decision is made before they come, and then it is confirmed', async () => {
    const { application } = await sendUnchecked(ERBOL);
    const desks = await openDesks(cut);
    const { id: caseId } = await caseOf(cut, application);
    await bringToExecutor(desks, caseId);
    await desks.executor.get(`/office/cases/${caseId}`);
    expect(desks.executor.page.querySelector('[href$="/act/grant"]')).toBeNull();
    await decide(desks, caseId, 'grant');
    expect(desks.executor.status).toBe(409);

    await settleLater(cut, application);
    expect(await stateOf(application)).toBe('confirmed');
    cut.clock.set(undefined);
    await decide(desks, caseId, 'grant');
    expect(desks.executor.path).toBe(`/office/cases/${caseId}`);
  }, 90_000);

  test('become a refusal when the key turns out to be revoked: the case stops and the applicant is told', async () => {
    const { browser, application, serial } = await sendUnchecked(GULNAR);
    await revoke(cut, serial, new Date(Date.now() - 3_600_000));
    await settleLater(cut, application);
    expect(await stateOf(application)).toBe('refused');
    await cut.portal.office.receive({ applicationId: application });
    expect((await cut.portal.office.byApplication(application))?.state).toBe('stopped');
    await cut.portal.notifications.tellOfRefusedSignature({ applicationId: application });
    expect(cut.registers.messages.at(-1)?.messageId).toBe(`signature-${application}`);
    await browser.get(`/cabinet/${application}`);
    expect(browser.page.querySelector('.km-refused')).not.toBeNull();
  }, 90_000);
});

/** The circuit to the centre closes again after a while: the clock of the test moves on instead of waiting. */
async function settleLater(fresh: TestPortal, application: string): Promise<void> {
  for (let minutes = 1; minutes <= 60; minutes += 1) {
    fresh.clock.set(new Date(Date.now() + minutes * 60_000));
    const settled = await fresh.portal.applications.settleSignature({ id: application });
    if (settled.ok) return;
  }
  throw new Error('the signature was never settled');
}

test('the fingerprint on the page is the one of the bytes it offers', async () => {
  const browser = await town.signedIn(GULNAR.iin);
  const own = await fillApplication(browser);
  await browser.get(`/applications/${own}/sign`);
  const shown = browser.page.querySelector('[data-sha256]')?.getAttribute('data-sha256');
  const offered = (await browser.download(`/applications/${own}/sign/bytes`)).body as Buffer;
  expect(shown).toBe(createHash('sha256').update(offered).digest('hex'));
});
