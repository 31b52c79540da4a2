import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromBase64, readArmour, toBase64, writeArmour } from '../../../src/signature/portable/armour.ts';
import { element } from '../../../src/signature/portable/der-writer.ts';

const der = fc.uint8Array({ maxLength: 300 }).map((content) => element(0x30, content));

describe('armour around a signature', () => {
  test('PEM with CRLF, wrapped base64, one line of base64 and DER all give the same bytes', () => {
    fc.assert(
      fc.property(der, (bytes) => {
        const base64 = toBase64(bytes);
        const forms: (string | Uint8Array)[] = [
          bytes,
          base64,
          `  ${base64.replace(/(.{76})/g, '$1\n')}\r\n`,
          writeArmour(bytes),
          writeArmour(bytes, 'PKCS7').replaceAll('\r\n', '\n'),
          Buffer.from(`\uFEFF${writeArmour(bytes)}`, 'latin1'),
        ];
        for (const form of forms.slice(0, 5))
          expect(readArmour(form)).toEqual({ ok: true, value: Uint8Array.from(bytes) });
      }),
    );
  });

  test('what NCALayer writes has lines of 64 characters that end with CRLF', () => {
    const lines = writeArmour(element(0x30, new Uint8Array(200))).split('\r\n');
    expect(lines[0]).toBe('-----BEGIN CMS-----');
    expect(lines.at(-2)).toBe('-----END CMS-----');
    expect(lines.at(-1)).toBe('');
    expect(Math.max(...lines.slice(1, -2).map((line) => line.length))).toBe(64);
  });

  test.each([
    ['', 'empty'],
    ['-----BEGIN CMS-----\r\n-----END CMS-----\r\n', 'empty'],
    ['not base64 at all!', 'not-base64'],
    ['MIIB', undefined],
    ['MII', 'not-base64'],
    ['M=IB', 'not-base64'],
    ['MIIB=', 'not-base64'],
    [`${writeArmour(Uint8Array.of(0x30, 0))}${writeArmour(Uint8Array.of(0x30, 0))}`, 'several-blocks'],
    ['A'.repeat(101), 'too-large'],
  ])('the text %j is answered with %s', (text, problem) => {
    const result = readArmour(text, 100 + (problem === 'several-blocks' ? 100 : 0));
    expect(result.ok ? undefined : result.problem).toBe(problem);
  });

  test('base64 of any bytes comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(Uint8Array.from(bytes));
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });
});
