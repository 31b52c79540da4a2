// Levels LT and LTA: evidence gathered from real services over HTTP, then verified when the services are gone and ten years have passed.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { extendMessage } from '../../../src/signature/cms/extend-message.ts';
import {
  createArchivist,
  createVerifier,
  verdictSchema,
  type Archivist,
  type KeepingRequest,
  type KeptSignature,
  type Verdict,
} from '../../../src/signature/index.ts';
import {
  openSigningTown,
  SIGNED,
  SIGNER_IIN,
  withoutRevocation,
  YEAR,
  type SigningTown,
} from '../../support/signing-town.ts';

let town: SigningTown;
let archivist: Archivist;
let kept: KeptSignature;

const keeping = (signature: Uint8Array): KeepingRequest => ({
  signature,
  content: SIGNED,
  policy: 'citizen-application',
  expect: { iin: SIGNER_IIN },
});

async function preserved(signature: Uint8Array): Promise<KeptSignature> {
  const result = await archivist.preserve(keeping(signature));
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

/** What somebody finds after some years who can reach nobody. */
async function after(years: number, signature: Uint8Array): Promise<Verdict> {
  const now = (): Date => new Date(town.now().getTime() + years * YEAR);
  const verifier = createVerifier({ trust: town.trust, now, offline: true, threads: 0 });
  return verifier.verify(keeping(signature));
}

/** The message with one octet of a piece of it changed; the piece must be in it. */
function altered(message: Uint8Array, piece: Uint8Array, position: number): Uint8Array {
  const copy = Buffer.from(message);
  const start = copy.indexOf(piece);
  if (start < 0) throw new Error('the piece is not in the message');
  copy[start + position] = (copy[start + position] as number) ^ 1;
  return new Uint8Array(copy);
}

const evidence = (kind: 'crls' | 'ocsp'): Uint8Array[] =>
  (kept.verdict.evidence?.[kind] ?? []).map((one) => new Uint8Array(Buffer.from(one, 'base64')));

const reasonsOf = (verdict: Verdict): string[] =>
  verdict.signatures
    .flatMap(({ checks, timeStamps }) => [...checks, ...timeStamps.flatMap((stamp) => stamp.checks)])
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
    .map(({ id, evidence: found }) => `${id}: ${found}`);

beforeAll(async () => {
  town = await openSigningTown();
  const { trust, now } = town;
  archivist = createArchivist({ trust, now, verifier: createVerifier({ trust, now, threads: 0 }) });
  kept = await preserved((await town.sign('rsa')).signature);
}, 30_000);
afterAll(() => town.close());

describe('a signature that is kept', () => {
  test.each(['gost', 'rsa'] as const)(
    'of %s is at level LT and verifies after ten years',
    async (algorithm) => {
      const { signature } = await town.sign(algorithm);
      const mine = await preserved(signature);
      expect(mine.level).toBe('LT');
      expect(mine.renewBefore?.getTime()).toBeGreaterThan(town.now().getTime() + 2 * YEAR);
      const verdict = await after(10, mine.message);
      expect(verdict).toMatchObject({
        indication: 'TOTAL-PASSED',
        signatures: [{ level: 'LT', bestSignatureTime: { proof: 'time-stamp' } }],
      });
      expect(verdict.signatures[0]?.warnings).toContain('certificate-expired-since');
      expect(verdictSchema.parse(verdict)).toEqual(verdict);
    },
  );

  test('verifies after every certificate above it has ended', async () => {
    const verdict = await after(60, kept.message);
    expect(verdict).toMatchObject({ indication: 'TOTAL-PASSED', signatures: [{ level: 'LT' }] });
  });

  test('would not pass after ten years without its evidence', async () => {
    const { signature } = await town.sign('gost');
    const verdict = await after(10, signature);
    expect(verdict.indication).toBe('INDETERMINATE');
    expect(verdict.subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
  });

  test('is the same signature: what was signed lies in it unchanged', async () => {
    const { signature } = await town.sign('rsa');
    const mine = await preserved(signature);
    const value = Buffer.from(signature).subarray(-256);
    expect(Buffer.from(mine.message).includes(value)).toBe(true);
    expect(await preserved(mine.message)).toMatchObject({ level: 'LT' });
  });
});

describe('one piece of the evidence broken', () => {
  test('a list taken out: the revocation of the chain is not known', async () => {
    const [list] = evidence('crls');
    if (!list) throw new Error('no list was kept');
    const without = withoutRevocation(kept.message, list);
    const verdict = await after(10, without);
    expect(verdict.indication).toBe('INDETERMINATE');
    expect(reasonsOf(verdict)).toContainEqual(expect.stringContaining('revocation: '));
  });

  test('an altered OCSP answer: it does not count', async () => {
    const [answer] = evidence('ocsp');
    if (!answer) throw new Error('no answer was kept');
    const verdict = await after(10, altered(kept.message, answer, answer.length >> 3));
    expect(verdict.indication).toBe('INDETERMINATE');
    expect(reasonsOf(verdict)).toContainEqual(expect.stringContaining('revocation: '));
  });

  test('an altered time-stamp: it proves nothing, and the key is long expired', async () => {
    const genTime = kept.verdict.signatures[0]?.timeStamps[0]?.genTime ?? '';
    // In a token the moment stands before the nonce, an INTEGER of 16 octets.
    const stamp = Buffer.from(`${genTime.replace(/[-:T]/g, '').slice(0, 14)}Z\x02\x10`);
    const verdict = await after(10, altered(kept.message, stamp, 13));
    expect(verdict).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'OUT_OF_BOUNDS_NO_POE',
      signatures: [{ timeStamps: [{ accepted: false, subIndication: 'HASH_FAILURE' }] }],
    });
  });
});

describe('an archive time-stamp', () => {
  let renewed: KeptSignature;
  beforeAll(async () => {
    const result = await archivist.renew(keeping(kept.message));
    if (!result.ok) throw new Error(result.problem);
    renewed = result.value;
  }, 30_000);

  test('lifts the signature to level LTA and covers the first time-stamp', async () => {
    expect(renewed.level).toBe('LTA');
    const verdict = await after(10, renewed.message);
    expect(verdict).toMatchObject({
      indication: 'TOTAL-PASSED',
      signatures: [{ level: 'LTA', timeStamps: [{ kind: 'signature' }, { kind: 'archive' }] }],
    });
    const first = verdict.signatures[0]?.timeStamps[0]?.checks;
    expect(first?.find(({ id }) => id === 'time-stamp-still-current')).toMatchObject({ outcome: 'passed' });
    expect(verdictSchema.parse(verdict)).toEqual(verdict);
  });

  test('is renewed before the certificate of its authority ends', async () => {
    const again = await archivist.renew(keeping(renewed.message));
    if (!again.ok) throw new Error(again.problem);
    const stamps = again.value.verdict.signatures[0]?.timeStamps ?? [];
    expect(stamps.map(({ kind, accepted }) => `${kind} ${String(accepted)}`)).toEqual([
      'signature true',
      'archive true',
      'archive true',
    ]);
  });

  test('names evidence that is missing, and then proves nothing', async () => {
    const [answer] = evidence('ocsp');
    if (!answer) throw new Error('no answer was kept');
    const verdict = await after(10, withoutRevocation(renewed.message, answer));
    expect(reasonsOf(verdict)).toContainEqual(
      'archive-time-stamp-index: evidence that it covers is missing or altered',
    );
    expect(verdict.signatures[0]?.level).not.toBe('LTA');
  });

  test('is not spoilt by evidence that is added later', async () => {
    const more = extendMessage(renewed.message, {
      certificates: [town.authority.hierarchies.gost.root.certificate],
    });
    expect(await after(10, more)).toMatchObject({ signatures: [{ level: 'LTA' }] });
  });
});

describe('while a service is away', () => {
  test('nothing is kept half: the archivist says to come again', async () => {
    const { signature } = await town.sign('rsa');
    town.authority.moods.tsp = 'down';
    expect(await archivist.preserve(keeping(signature))).toEqual({ ok: false, problem: 'unreachable' });
    town.authority.moods.tsp = 'normal';
    town.pass(60_000);
    expect(await preserved(signature)).toMatchObject({ level: 'LT' });
  });

  test('a revoked key is not worth keeping', async () => {
    const { signature, serial } = await town.sign('rsa');
    const revoked = await fetch(`${town.authority.base}/revoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serial }),
    });
    expect(revoked.ok).toBe(true);
    expect(await archivist.preserve(keeping(signature))).toEqual({ ok: false, problem: 'not-valid' });
  });
});
