// Level T: time-stamps asked of a real service over HTTP, in every mood it may have.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Moods } from '../../../sandbox/authority/moods.ts';
import { TimeStampClient } from '../../../src/signature/archive/time-stamp-client.ts';
import { timestamp, type TrustSet, type Verdict } from '../../../src/signature/index.ts';
import { openSigningTown, SIGNED, type SigningTown } from '../../support/signing-town.ts';

let town: SigningTown;
let trust: TrustSet;
let now: () => Date;

beforeAll(async () => {
  town = await openSigningTown();
  ({ trust, now } = town);
});
afterAll(() => town.close());

const verdictOn = (signature: Uint8Array): Promise<Verdict> => town.verdictOn(signature);
const signed = async (...order: Parameters<SigningTown['sign']>): Promise<Uint8Array> =>
  (await town.sign(...order)).signature;

const stamped = async (signature: Uint8Array): Promise<Uint8Array> => {
  const result = await timestamp(signature, { trust, now });
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};

describe('a time-stamp asked of the authority of the trust set', () => {
  test.each(['gost', 'rsa'] as const)('lifts a %s signature from level B to T', async (algorithm) => {
    const signature = await signed(algorithm);
    const before = await verdictOn(signature);
    expect(before).toMatchObject({ indication: 'TOTAL-PASSED', signatures: [{ level: 'B' }] });
    expect(before.signatures[0]?.bestSignatureTime.proof).toBe('none');

    const after = await verdictOn(await stamped(signature));
    expect(after).toMatchObject({ indication: 'TOTAL-PASSED', signatures: [{ level: 'T' }] });
    const [result] = after.signatures;
    expect(result?.timeStamps).toMatchObject([{ accepted: true, policy: '1.2.398.3.3.2.6.4' }]);
    expect(result?.bestSignatureTime).toEqual({ at: result?.timeStamps[0]?.genTime, proof: 'time-stamp' });
  });

  test('leaves every byte that was signed as it was', async () => {
    const signature = await signed('gost');
    const after = Buffer.from(await stamped(signature)).toString('hex');
    const value = Buffer.from(signature).subarray(-128).toString('hex');
    expect(after).toContain(value);
  });

  test.each([
    ['down', 'unreachable'],
    ['refused', 'refused'],
    ['forged-signature', 'not-accepted'],
    ['wrong-imprint', 'not-accepted'],
    ['wrong-nonce', 'not-accepted'],
    ['wrong-authority', 'not-accepted'],
  ] satisfies [Moods['tsp'], string][])('in the mood %s there is none: %s', async (mood, problem) => {
    const signature = await signed('rsa');
    town.authority.moods.tsp = mood;
    const result = await timestamp(signature, { trust, now });
    town.authority.moods.tsp = 'normal';
    expect(result).toEqual({ ok: false, problem });
  });

  test('what is no signature, and a trust set without an authority, are said', async () => {
    const rubbish = await timestamp(SIGNED, { trust, now });
    expect(rubbish).toEqual({ ok: false, problem: 'not-a-signature' });
    const alone = { ...trust, timeStamping: { ...trust.timeStamping, url: undefined } };
    const nobody = await timestamp(await signed('rsa'), { trust: alone, now });
    expect(nobody).toEqual({ ok: false, problem: 'no-authority' });
  });

  test('a token over another signature is named and proves nothing', async () => {
    const foreign = await tokenOver(new TextEncoder().encode('the value of another signature'));
    const verdict = await verdictOn(await signed('gost', () => Promise.resolve(foreign)));
    expect(verdict.indication).toBe('TOTAL-PASSED');
    expect(verdict.signatures[0]).toMatchObject({
      level: 'B',
      bestSignatureTime: { proof: 'none' },
      timeStamps: [{ accepted: false, subIndication: 'HASH_FAILURE' }],
    });
    expect(verdict.signatures[0]?.warnings).toContain('time-stamp-over-another-signature');
  });
});

async function tokenOver(value: Uint8Array): Promise<Uint8Array> {
  const client = new TimeStampClient({ trust, now });
  const token = await client.stamp(value);
  if (!token.ok) throw new Error(token.problem);
  return token.value;
}
