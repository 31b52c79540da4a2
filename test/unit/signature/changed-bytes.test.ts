// One changed byte of a valid signature: it never passes. The seed decides positions and values; keys are new in every run, so that what
// passes against the rule is printed whole.
import { describe, expect, jest, test } from '@jest/globals';
import { readSignedData } from '../../../src/signature/cms/signed-data.ts';
import { Budget } from '../../../src/signature/limits.ts';
import { oid } from '../../../src/signature/portable/der-writer.ts';
import { makeToken, timeStampAttribute, type MessageOrder } from '../../support/cms-kit.ts';
import { seeded } from '../../support/random.ts';
import { POLICIES, type Verdict } from '../../../src/signature/index.ts';
import { benchOf, DOCUMENT, sign, verdictOn, type Bench } from '../../support/signature-bench.ts';

// Thousands of tries take seconds, and on a busy machine a multiple of them.
jest.setTimeout(120_000);

const SEED = 20_261_122;

/** Our own rules must do: what the second implementation would catch counts as passed here. */
const judged = (bench: Bench, signature: Uint8Array): Promise<Verdict> =>
  verdictOn(bench, { signature, policy: { ...POLICIES['citizen-application'], secondOpinion: 'off' } });

interface Change {
  readonly position: number;
  readonly value: number;
}

/** Changes that leave a signature what it is, each with its reason. */
interface Harmless {
  readonly name: string;
  readonly allows: (message: Uint8Array, change: Change) => boolean;
}

const SHA256_WITH_RSA = oid('1.2.840.113549.1.1.11');

/**
 * RFC 3370 3.2: a signer may name an RSA signature by its key alone, the digest standing beside it. From sha256WithRSAEncryption it is one
 * byte to rsaEncryption, and both say the same of the same value: PKCS#1 with SHA-256. OpenSSL writes the second, the national tools the
 * first; neither can be refused.
 */
const RSA_BY_ITS_KEY: Harmless = {
  name: 'rsaEncryption in the place of sha256WithRSAEncryption',
  allows: (message, { position, value }) =>
    value === 1 &&
    position === Buffer.from(message).lastIndexOf(SHA256_WITH_RSA) + SHA256_WITH_RSA.length - 1,
};
const HARMLESS = [RSA_BY_ITS_KEY];

/** What passes although a byte is another, but for what is harmless by name; and what passed by name. */
async function passing(
  bench: Bench,
  message: Uint8Array,
  changes: Iterable<Change>,
): Promise<{ readonly found: string[]; readonly named: Set<string> }> {
  const found: string[] = [];
  const named = new Set<string>();
  for (const change of changes) {
    const signature = message.with(change.position, change.value);
    const { indication } = await judged(bench, signature);
    if (indication !== 'TOTAL-PASSED') continue;
    const harmless = HARMLESS.find(({ allows }) => allows(message, change));
    if (harmless) named.add(harmless.name);
    else
      found.push(
        `seed ${SEED}, byte ${change.position} from ${message[change.position] ?? ''} to ${change.value} of ${Buffer.from(message).toString('base64')}`,
      );
  }
  return { found, named };
}

function* random(message: Uint8Array, count: number): Iterable<Change> {
  const numbers = seeded(SEED);
  for (let i = 0; i < count; i += 1) {
    const position = numbers.below(message.length);
    yield { position, value: ((message[position] as number) + 1 + numbers.below(255)) % 256 };
  }
}

/** Positions that neither the signed attributes, nor the certificate, nor the signature value hold: what is not covered by a hash. */
function frameOf(message: Uint8Array, bench: Bench): number[] {
  const whole = Buffer.from(message);
  const [signer] = readSignedData(message, new Budget()).signers;
  const inside = (part: Uint8Array | undefined): ((position: number) => boolean) => {
    const start = part ? whole.indexOf(part) : -1;
    if (!part || start < 0) throw new Error('the part is not in the message');
    return (position) => position >= start && position < start + part.length;
  };
  const covered = [signer?.signedBytes?.subarray(1), bench.person.der, signer?.signature].map(inside);
  return [...message.keys()].filter((position) => !covered.some((holds) => holds(position)));
}

/** Small numbers: versions, tags and arcs of names are such. */
const SMALL = [...Array.from({ length: 32 }, (_, value) => value), 0x80, 0xff];

function* likelyValues(message: Uint8Array, positions: readonly number[]): Iterable<Change> {
  yield* everyBit(message, positions);
  for (const position of positions)
    for (const value of SMALL) if (value !== message[position]) yield { position, value };
}

function* everyBit(message: Uint8Array, positions: readonly number[]): Iterable<Change> {
  for (const position of positions)
    for (let bit = 1; bit < 256; bit *= 2) yield { position, value: (message[position] as number) ^ bit };
}

describe('any one changed byte of a valid signature', () => {
  const plan: readonly (readonly [Bench['pki']['kind'], string, number, Partial<MessageOrder>])[] = [
    ['rsa2048', 'detached', 3_500, {}],
    ['p256', 'detached', 3_500, {}],
    ['p256', 'attached', 1_000, { inside: DOCUMENT }],
    ['gost512', 'detached', 2_000, {}],
  ];

  test('10,000 of them are tried', () => {
    expect(plan.reduce((sum, [, , count]) => sum + count, 0)).toBe(10_000);
  });

  test.each(plan)('%s %s: none of %i passes', async (kind, _form, count, order) => {
    const bench = await benchOf(kind);
    const message = await sign(bench, {}, order);
    expect((await judged(bench, message)).indication).toBe('TOTAL-PASSED');
    expect((await passing(bench, message, random(message, count))).found).toEqual([]);
  });
});

describe('every byte that no hash covers', () => {
  test('rsa2048: no changed bit and no small number passes, but for the one that is named', async () => {
    const bench = await benchOf('rsa2048');
    const message = await sign(bench);
    const { found, named } = await passing(bench, message, likelyValues(message, frameOf(message, bench)));
    expect([found, [...named]]).toEqual([[], HARMLESS.map(({ name }) => name)]);
  });

  test.each(['p256', 'gost512'] as const)('%s: no changed bit passes', async (kind) => {
    const bench = await benchOf(kind);
    const message = await sign(bench);
    const { found } = await passing(bench, message, everyBit(message, frameOf(message, bench)));
    expect(found).toEqual([]);
  });
});

describe('one changed byte of a certificate that a new signature binds', () => {
  test('never passes, and never breaks the verifier', async () => {
    const bench = await benchOf('p256');
    const found: string[] = [];
    for (const { position, value } of random(bench.person.der, 1_500)) {
      const der = bench.person.der.with(position, value);
      const signature = await sign(bench, { signer: { ...bench.person, der } });
      const { indication } = await judged(bench, signature);
      if (indication === 'TOTAL-PASSED') found.push(`seed ${SEED}, byte ${position} to ${value}`);
    }
    expect(found).toEqual([]);
  });
});

describe('one changed byte of a time-stamp', () => {
  // It hangs on the signature without being signed, and whoever holds the message may as well take it away: the signature is what it was
  // without one. What must not be is that a changed time-stamp still proves a time.
  test('proves no time any more, and the verdict says so', async () => {
    const bench = await benchOf('p256');
    const authority = await bench.pki.timeStamper();
    const tokens: Uint8Array[] = [];
    const message = await sign(bench, {
      unsigned: async (over) => {
        tokens.push(await makeToken({ by: authority, over }));
        return tokens.map(timeStampAttribute);
      },
    });
    const [token] = tokens as [Uint8Array];
    const start = Buffer.from(message).indexOf(token);
    const numbers = seeded(SEED);
    const proofs: string[] = [];
    for (let i = 0; i < 1_000; i += 1) {
      const position = start + numbers.below(token.length);
      const signature = message.with(
        position,
        ((message[position] as number) + 1 + numbers.below(255)) % 256,
      );
      const [result] = (await judged(bench, signature)).signatures;
      if (result?.bestSignatureTime.proof === 'time-stamp')
        proofs.push(`seed ${SEED}, byte ${position} of ${Buffer.from(message).toString('base64')}`);
      else if (result) expect(result.warnings).toContain('time-stamp-not-accepted');
    }
    expect(proofs).toEqual([]);
  });
});
