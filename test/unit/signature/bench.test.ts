import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { z } from 'zod';

const figures = z.array(
  z.strictObject({
    algorithm: z.enum(['rsa-2048', 'ecdsa-p256', 'gost-512']),
    verifier: z.string().min(1),
    perSecond: z.number().positive(),
    perCpuSecond: z.number().positive(),
  }),
);

test('the bench prints its figures as JSON, nothing else, and every verifier tells right from wrong', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['test/bench/signature/run.mjs', '--json', '--here'],
    ...['--rounds', '1', '--milliseconds', '1', '--people', '1'],
  ]);
  const found = figures.parse(JSON.parse(stdout));
  expect(found.map(({ algorithm, verifier }) => `${algorithm}: ${verifier}`)).toEqual([
    'rsa-2048: Komek',
    'rsa-2048: Komek with second opinion',
    'rsa-2048: pkijs',
    'ecdsa-p256: Komek',
    'ecdsa-p256: Komek with second opinion',
    'ecdsa-p256: pkijs',
    'gost-512: Komek',
    'gost-512: Komek with second opinion',
    'gost-512: pkijs',
    'gost-512: @noble/curves (one bare signature)',
  ]);
}, 120_000);
