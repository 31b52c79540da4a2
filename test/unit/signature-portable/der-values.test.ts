import { expect, test } from '@jest/globals';
import { readDer, readOid, TAG } from '../../../src/signature/portable/der-reader.ts';
import { readText } from '../../../src/signature/portable/der-text.ts';
import { readMoment } from '../../../src/signature/portable/der-time.ts';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const der = (tag: number, text: string | Uint8Array): ReturnType<typeof readDer> => {
  const content = typeof text === 'string' ? bytesOf(text) : text;
  return readDer(Uint8Array.of(tag, content.length, ...content));
};
const generalized = (text: string): number => readMoment(der(TAG.generalizedTime, text));
const utc = (text: string): number => readMoment(der(TAG.utcTime, text));

test('every day of the calendar is the day that Date knows, from the year 0 to 9999', () => {
  let days = 0;
  for (let time = Date.parse('0000-01-01T23:59:58Z'); time <= Date.parse('9999-12-31T23:59:58Z');) {
    const iso = new Date(time).toISOString();
    const compact = `${iso.slice(0, 19).replace(/[-:T]/g, '')}Z`;
    if (generalized(compact) !== time) throw new Error(iso);
    days += 1;
    time += (days % 97 === 0 ? 1 : 29) * 86_400_000;
  }
  expect(days).toBeGreaterThan(100_000);
});

test('a short year is one from 1950 to 2049', () => {
  expect(new Date(utc('500101000000Z')).toISOString()).toBe('1950-01-01T00:00:00.000Z');
  expect(new Date(utc('491231235959Z')).toISOString()).toBe('2049-12-31T23:59:59.000Z');
  expect(new Date(utc('000229120000Z')).toISOString()).toBe('2000-02-29T12:00:00.000Z');
});

test.each([
  '20260229000000Z',
  '21000229000000Z',
  '20260431000000Z',
  '20260631000000Z',
  '20260931000000Z',
  '20261131000000Z',
  '20260132000000Z',
  '20260100000000Z',
  '20260001000000Z',
  '20261301000000Z',
  '20260101240000Z',
  '20260101006000Z',
  '20260101000060Z',
  '20260101000000',
  '20260101000000+',
  '2026010100000Z',
  '202601010000000Z',
  '2026010100000aZ',
  '20260101 00000Z',
  'a0260101000000Z',
  '-1260101000000Z',
  '20260101000000.5Z',
  '',
  'Z',
])('%s is no time', (text) => {
  expect(() => generalized(text)).toThrow('bad-time');
});

test('a time in another type is no time', () => {
  expect(() => readMoment(der(TAG.printableString, '20260101000000Z'))).toThrow('unexpected-tag');
  expect(() => utc('20260101000000Z')).toThrow('bad-time');
  expect(() => generalized('260101000000Z')).toThrow('bad-time');
});

test('a name that was spelt out once does not follow the bytes that it was read from', () => {
  const source = Buffer.from('06032a0304', 'hex');
  expect(readOid(readDer(source))).toBe('1.2.3.4');
  source[4] = 5;
  expect(readOid(readDer(source))).toBe('1.2.3.5');
  expect(readOid(readDer(Buffer.from('06032a0304', 'hex')))).toBe('1.2.3.4');
});

test('names that share a place in the memory stay apart, and malformed ones are refused each time', () => {
  for (let round = 0; round < 2; round += 1)
    for (let arc = 0; arc < 128 * 128; arc += 1) {
      const octets = arc < 128 ? [arc] : [0x80 | (arc >> 7), arc & 0x7f];
      if (readOid(der(TAG.oid, Uint8Array.of(0x2a, ...octets))) !== `1.2.${arc}`)
        throw new Error(String(arc));
    }
  for (let round = 0; round < 2; round += 1) {
    expect(() => readOid(der(TAG.oid, Uint8Array.of(0x2a, 0x80, 0x01)))).toThrow('bad-oid');
    expect(() => readOid(der(TAG.oid, Uint8Array.of(0x2a, 0x81)))).toThrow('bad-oid');
    expect(() => readOid(der(TAG.oid, new Uint8Array()))).toThrow('bad-oid');
    expect(() => readOid(der(TAG.oid, new Uint8Array(65).fill(1)))).toThrow('bad-oid');
  }
});

test('text after malformed text is read as if nothing had been', () => {
  expect(readText(der(TAG.utf8String, 'Әлия'))).toBe('Әлия');
  expect(() => readText(der(TAG.utf8String, Uint8Array.of(0xd3)))).toThrow('bad-text');
  expect(() => readText(der(TAG.utf8String, Uint8Array.of(0xd3, 0x41)))).toThrow('bad-text');
  expect(readText(der(TAG.utf8String, 'Әлия'))).toBe('Әлия');
  expect(readText(der(TAG.utf8String, '\uFEFFplain'))).toBe('\uFEFFplain');
});
