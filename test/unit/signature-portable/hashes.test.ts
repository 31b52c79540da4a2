import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gost34311 } from '../../../src/signature/portable/gost-34311.ts';
import { createStreebog, streebog256, streebog512 } from '../../../src/signature/portable/streebog.ts';
import { HASH_ANSWERS } from './known-answers.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('hashing by the national standards', () => {
  test.each(HASH_ANSWERS)('$name: every hash is the known one', (answer) => {
    expect(hex(streebog512(answer.message))).toBe(answer.streebog512);
    expect(hex(streebog256(answer.message))).toBe(answer.streebog256);
    expect(hex(gost34311(answer.message))).toBe(answer.gost34311);
  });

  test('a message handed over in pieces has the hash of the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }),
        fc.constantFrom(256, 512),
        (pieces, bits) => {
          const hash = createStreebog(bits);
          for (const piece of pieces) hash.update(piece);
          const whole = Uint8Array.from(Buffer.concat(pieces));
          expect(hex(hash.digest())).toBe(hex(bits === 512 ? streebog512(whole) : streebog256(whole)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('two hashes in the making do not disturb each other', () => {
    const first = createStreebog(512).update(Uint8Array.of(1, 2, 3));
    const second = createStreebog(512).update(Uint8Array.of(9));
    first.update(Uint8Array.of(4));
    expect(hex(second.digest())).toBe(hex(streebog512(Uint8Array.of(9))));
    expect(hex(first.digest())).toBe(hex(streebog512(Uint8Array.of(1, 2, 3, 4))));
  });
});
