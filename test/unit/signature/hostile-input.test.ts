// Whatever is handed in is answered by name within 100 ms of CPU.
import { describe, expect, test } from '@jest/globals';
import { writeKeyFile } from '../../../sandbox/authority/key-file-writer.ts';
import { makeKeyPair } from '../../../sandbox/authority/key-pair.ts';
import { openKeyFile } from '../../../src/signature/index.ts';
import { normaliseBer } from '../../../src/signature/cms/ber.ts';
import { Budget } from '../../../src/signature/limits.ts';
import { concat } from '../../../src/signature/portable/der-writer.ts';
import { leastCpu } from '../../support/cpu-time.ts';
import { benchOf, outcomeOf, verdictOn } from '../../support/signature-bench.ts';
import { HOSTILE_EVIDENCE } from './cases/hostile-evidence.ts';
import { HOSTILE_MESSAGES, type Hostile } from './cases/hostile-messages.ts';

const MOST_CPU = 100;
const HOSTILE = { ...HOSTILE_MESSAGES, ...HOSTILE_EVIDENCE };

describe('a hostile message is answered by name, at once', () => {
  test.each(Object.keys(HOSTILE))('%s', async (name) => {
    const bench = await benchOf();
    const { make, expected } = HOSTILE[name] as Hostile;
    const trial = await make(bench);
    expect(outcomeOf(await verdictOn(bench, trial))).toEqual(expected);
    expect(await leastCpu(() => verdictOn(bench, trial), MOST_CPU)).toBeLessThanOrEqual(MOST_CPU);
  });

  test('a time-stamp over another signature is named in the verdict', async () => {
    const bench = await benchOf();
    const trial = await (HOSTILE['a time-stamp over another signature'] as Hostile).make(bench);
    const [signature] = (await verdictOn(bench, trial)).signatures;
    expect(signature?.warnings).toContain('time-stamp-over-another-signature');
    expect(signature?.bestSignatureTime.proof).toBe('none');
  });
});

describe('a key file is answered by name, at once', () => {
  const password = 'Қупия-1';
  const files: Record<string, readonly [answer: string, make: (file: Uint8Array) => Promise<Uint8Array>]> = {
    'with another password': ['wrong-password', (file) => Promise.resolve(file)],
    'without a key': ['no-key', async () => write(0)],
    'with two keys': ['several-keys', async () => write(2)],
    'in BER of indefinite length': ['opened', (file) => Promise.resolve(indefinite(file))],
    'cut in the middle': ['not-a-key-file', (file) => Promise.resolve(file.subarray(0, 300))],
  };
  const write = async (keys: number): Promise<Uint8Array> => {
    const { person } = await benchOf();
    const pairs = [person.key, makeKeyPair('p256')].slice(0, keys);
    return writeKeyFile({ keys: pairs, certificates: [person.der], password });
  };
  const indefinite = (file: Uint8Array): Uint8Array => {
    const header = (file[1] as number) < 0x80 ? 2 : 2 + ((file[1] as number) & 0x7f);
    const open = concat(Uint8Array.of(0x30, 0x80), file.subarray(header), Uint8Array.of(0, 0));
    return file[1] === 0x80 ? normaliseBer(file, new Budget()) : open;
  };

  test.each(Object.keys(files))('%s', async (name) => {
    const [answer, make] = files[name] as (typeof files)[string];
    const file = await make(await write(1));
    const open = (): string => {
      const result = openKeyFile(file, answer === 'wrong-password' ? 'another' : password);
      return result.ok ? 'opened' : result.problem;
    };
    expect(open()).toBe(answer);
    expect(await leastCpu(() => Promise.resolve(open()), MOST_CPU)).toBeLessThanOrEqual(MOST_CPU);
  });
});
