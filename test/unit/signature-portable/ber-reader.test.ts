import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { berToDer } from '../../../src/signature/portable/ber-reader.ts';
import { DerError } from '../../../src/signature/portable/der-reader.ts';
import { concat, integer, octetString, sequence } from '../../../src/signature/portable/der-writer.ts';

const indefinite = (tag: number, ...content: Uint8Array[]): Uint8Array =>
  concat(Uint8Array.of(tag, 0x80), ...content, Uint8Array.of(0, 0));

const problemOf = (bytes: Uint8Array): string => {
  try {
    berToDer(bytes);
    return 'none';
  } catch (error) {
    if (error instanceof DerError) return error.problem;
    throw error;
  }
};

describe('BER of key files', () => {
  test('indefinite lengths and strings in pieces become DER', () => {
    const ber = indefinite(
      0x30,
      integer(3),
      indefinite(0x24, octetString(Uint8Array.of(1, 2)), octetString(Uint8Array.of(3))),
      Uint8Array.of(0x04, 0x83, 0, 0, 1, 9),
    );
    const der = sequence(integer(3), octetString(Uint8Array.of(1, 2, 3)), octetString(Uint8Array.of(9)));
    expect(berToDer(ber)).toEqual(der);
    expect(berToDer(concat(ber, new Uint8Array(7)))).toEqual(der);
  });

  test('DER stays as it is', () => {
    const der = sequence(integer(1), sequence(octetString(new Uint8Array(300))));
    expect(berToDer(der)).toEqual(der);
  });

  test('hostile lengths and depths are refused at once', () => {
    const deep = concat(...Array.from({ length: 5000 }, () => Uint8Array.of(0x30, 0x80)));
    expect(problemOf(deep)).toBe('too-many-elements');
    expect(problemOf(Uint8Array.of(0x30, 0x84, 0x40, 0, 0, 0))).toBe('truncated');
    expect(problemOf(Uint8Array.of(0x30, 0xff, ...new Uint8Array(20).fill(0xff)))).toBe('truncated');
    expect(problemOf(Uint8Array.of(0x30, 0x80))).toBe('truncated');
    expect(problemOf(Uint8Array.of(0x04, 0x80, 0, 0))).toBe('indefinite-length');
    expect(problemOf(Uint8Array.of(0x1f, 0x80, 0, 0))).toBe('high-tag-number');
    expect(problemOf(concat(sequence(), Uint8Array.of(5)))).toBe('trailing-bytes');
    expect(problemOf(indefinite(0x30, ...Array.from({ length: 60_000 }, () => Uint8Array.of(5, 0))))).toBe(
      'too-many-elements',
    );
  });

  test('any bytes are either converted or refused by name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof problemOf(bytes) === 'string'),
    );
  });
});
