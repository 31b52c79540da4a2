// Real threads: one that is late, or that ends, costs its own verification a named answer, and nobody else anything.
import { afterEach, describe, expect, test } from '@jest/globals';
import { createVerifier, type Verdict, type Verifier } from '../../../src/signature/index.ts';
import { signDetached } from '../../support/cms-kit.ts';
import { benchOf, DOCUMENT, outcomeOf, stopped } from '../../support/signature-bench.ts';
import { NOW } from '../../support/signature-kit.ts';

let verifier: Verifier;
afterEach(() => verifier.close());

const NAMED = stopped('INDETERMINATE', 'CUSTOM', 'deadline');

async function start(options: Partial<Parameters<typeof createVerifier>[0]>) {
  const { pki, person, list } = await benchOf();
  verifier = createVerifier({
    trust: pki.trust(),
    now: () => new Date(NOW),
    crls: [list],
    offline: true,
    threads: 1,
    deadlineMs: 60_000,
    ...options,
  });
  const verify = (content: Uint8Array, signature: Uint8Array): Promise<Verdict> =>
    verifier.verify({ signature, content, policy: 'any-document' });
  return { verify, good: await signDetached({ signer: person, content: DOCUMENT }), person };
}

describe('a verification that does not end', () => {
  test('is answered by name at its deadline, and the next one passes in another thread', async () => {
    const { verify, good, person } = await start({ deadlineMs: 1 });
    // A new thread may take its time to start; from then on the deadline counts.
    expect((await verify(DOCUMENT, good)).indication).toBe('TOTAL-PASSED');
    const long = new Uint8Array(48 * 1024 * 1024);
    const late = await verify(long, await signDetached({ signer: person, content: long }));
    expect([outcomeOf(late), late.checks[0]?.evidence]).toEqual([
      NAMED,
      'the verification took too long and was ended',
    ]);
    expect((await verify(DOCUMENT, good)).indication).toBe('TOTAL-PASSED');
  });

  test('does not keep others from theirs', async () => {
    const { verify, good, person } = await start({ deadlineMs: 1 });
    await verify(DOCUMENT, good);
    const long = new Uint8Array(48 * 1024 * 1024);
    const signature = await signDetached({ signer: person, content: long });
    const [late, next] = await Promise.all([verify(long, signature), verify(DOCUMENT, good)]);
    expect(outcomeOf(late)).toEqual(NAMED);
    expect(next.indication).toBe('TOTAL-PASSED');
  });
});

describe('a verification that ends its thread', () => {
  test('is answered by name, and the next one passes in another thread', async () => {
    const limits = { messageBytes: 100_000_000, elements: 100_000_000 };
    const { verify, good } = await start({ memoryMb: 64, limits });
    const bomb = new Uint8Array(Buffer.alloc(20_000_000, Uint8Array.of(5, 0)));
    bomb.set([0x30, 0x80]);
    const dead = await verify(DOCUMENT, bomb);
    expect([outcomeOf(dead), dead.checks[0]?.evidence]).toEqual([
      NAMED,
      'the thread of the verification ended, as one whose memory is full does',
    ]);
    expect((await verify(DOCUMENT, good)).indication).toBe('TOTAL-PASSED');
  });
});
