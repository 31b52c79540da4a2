// GOST 34.310-2004 with 34.311-95 ended with its hierarchy on 2025-07-27: what it signed counts only with proof of an earlier time.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeToken, signDetached, timeStampAttribute } from '../../support/cms-kit.ts';
import {
  DOCUMENT,
  outcomeOf,
  stopped,
  verdictOn,
  type Bench,
  type Trial,
} from '../../support/signature-bench.ts';
import { makeList, Pki, type Party } from '../../support/signature-kit.ts';

const IN_TIME = new Date('2025-06-01T09:00:00Z');
const TOO_LATE = new Date('2025-08-01T09:00:00Z');
const NO_PROOF = stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'algorithms');

let old: Pki;
let today: Pki;
let person: Party;
let bench: Bench;

beforeAll(async () => {
  old = await Pki.make('gost2004', 'OF 2015');
  today = await Pki.make('gost512', 'OF 2022');
  person = await old.person({ from: new Date('2025-01-01T00:00:00Z'), to: new Date('2026-12-31T00:00:00Z') });
  bench = { pki: old, person, list: await makeList({ issuer: old.issuing }) };
});

const place = ({ certificate }: Party) => ({
  certificate,
  ocsp: undefined,
  crl: undefined,
  deltaCrl: undefined,
});

/** The historic hierarchy is trusted for signatures, both for time-stamps. */
async function verdictWith(unsigned?: (signature: Uint8Array) => Promise<Uint8Array[]>, trial: Trial = {}) {
  const trust = old.trust({
    timeStamping: {
      anchors: [place(today.root), place(old.root)],
      issuers: [place(today.issuing), place(old.issuing)],
      url: undefined,
      policies: 'any',
    },
    revocation: { signer: 'switched-off', issuer: 'switched-off', timeStamping: 'switched-off' },
  });
  const signature = await signDetached({ signer: person, content: DOCUMENT, ...(unsigned && { unsigned }) });
  return verdictOn(bench, { signature, trust, ...trial });
}

const stampedBy = (by: Party, at: Date) => async (signature: Uint8Array) => [
  timeStampAttribute(await makeToken({ by, over: signature, at, imprintDigest: 'streebog512' })),
];

describe.each(['citizen-application', 'any-document'] as const)('under %s', (policy) => {
  test('a time-stamp of its time makes it pass', async () => {
    const verdict = await verdictWith(stampedBy(await today.timeStamper(), IN_TIME), { policy });
    expect(verdict.indication).toBe('TOTAL-PASSED');
    expect(verdict.signatures[0]).toMatchObject({
      level: 'T',
      bestSignatureTime: { at: IN_TIME.toISOString(), proof: 'time-stamp' },
    });
  });

  test.each([
    ['without a time-stamp', () => verdictWith(undefined, { policy })],
    [
      'with a time-stamp after its end',
      async () => verdictWith(stampedBy(await today.timeStamper(), TOO_LATE), { policy }),
    ],
    [
      'with a time-stamp that was made by the old algorithm itself',
      async () => verdictWith(stampedBy(await old.timeStamper(), IN_TIME), { policy }),
    ],
    [
      'with a time-stamp over another signature',
      async () =>
        verdictWith(async () => stampedBy(await today.timeStamper(), IN_TIME)(DOCUMENT), { policy }),
    ],
  ])('%s it stays open: nobody knows when it was made', async (_, verdict) => {
    expect(outcomeOf(await verdict())).toEqual(NO_PROOF);
  });

  test('a changed document fails, whatever its time', async () => {
    const content = new TextEncoder().encode('{"answer":"no"}');
    const verdict = await verdictWith(stampedBy(await today.timeStamper(), IN_TIME), { policy, content });
    expect(outcomeOf(verdict)).toEqual(stopped('TOTAL-FAILED', 'HASH_FAILURE', 'message-digest'));
  });
});
