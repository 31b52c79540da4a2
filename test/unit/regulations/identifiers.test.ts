// Numbers of people, organisations, accounts, phones, documents, by the rules of their issuers.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkBin,
  checkIban,
  checkDocumentNumber,
  checkIin,
  groupIban,
  hintOfIin,
  maskIban,
  normalisePhone,
} from '../../../src/regulations/index.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });

describe('an IIN', () => {
  test.each(['900101300007', '900101300811', '900101300823', ' 900101300007 '])('%s is right', (iin) => {
    expect(checkIin(iin)).toEqual({ ok: true, value: iin.trim() });
  });

  test.each([
    ['900101300008', 'wrong-check-digit'],
    ['900101300812', 'wrong-check-digit'],
    ['000000000000', 'all-zeros'],
    ['90010130000', 'not-twelve-digits'],
    ['9001013000070', 'not-twelve-digits'],
    ['90010130000a', 'not-twelve-digits'],
    ['', 'not-twelve-digits'],
    ['９００１０１３００００７', 'not-twelve-digits'],
  ])('%s is refused: %s', (iin, problem) => {
    expect(checkIin(iin)).toEqual({ ok: false, problem });
  });

  test.each(['90010130080', '90010130161'])('%s… has no check digit, whatever stands last', (prefix) => {
    for (let last = 0; last <= 9; last += 1) {
      expect(checkIin(`${prefix}${last}`)).toEqual({ ok: false, problem: 'never-issued' });
    }
  });

  test('exactly one last digit fits, or none', () => {
    fc.assert(
      fc.property(digits(11), (first) => {
        const prefix = first.join('');
        const fitting = Array.from({ length: 10 }, (_, last) => `${prefix}${last}`).filter(
          (iin) => checkIin(iin).ok,
        );
        expect(fitting.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  test('the national test identities pass only when they are admitted', () => {
    expect(checkIin('123456789011').ok).toBe(false);
    expect(checkIin('123456789011', { admitTestIdentities: true })).toEqual({
      ok: true,
      value: '123456789011',
    });
    expect(checkBin('123456789021').ok).toBe(false);
    expect(checkBin('123456789021', { admitTestIdentities: true })).toEqual({
      ok: true,
      value: '123456789021',
    });
    expect(checkIin('123456789021', { admitTestIdentities: true }).ok).toBe(false);
  });

  test('its digits are only a hint about birth and sex', () => {
    expect(hintOfIin('900101300007')).toEqual({ birthDate: '1990-01-01', sex: 'male' });
    expect(hintOfIin('900101400006')).toEqual({ birthDate: '1990-01-01', sex: 'female' });
    expect(hintOfIin('050229500000')).toEqual({ sex: 'male' });
    expect(hintOfIin('900101000000')).toEqual({});
  });
});

describe('a BIN', () => {
  test('is checked by the same digit, with dates that no calendar has', () => {
    expect(checkBin('990140000385').ok).toBe(checkIin('990140000385').ok);
    expect(checkBin('000000000000')).toEqual({ ok: false, problem: 'all-zeros' });
  });
});

describe('an account', () => {
  test.each([
    ['KZ31601A000000000001', 'Halyk Bank'],
    ['KZ14722C000000000002', 'Kaspi Bank'],
    ['KZ18563K000000000003', 'Kazpost'],
    ['kz64 856b 0000 0000 0004', 'Bank CenterCredit'],
  ])('%s belongs to %s', (text, bank) => {
    const checked = checkIban(text);
    expect(checked.ok && checked.value.bank?.name.en).toBe(bank);
    expect(checked.ok && checked.value.iban).toMatch(/^KZ[A-Z0-9]{18}$/);
  });

  test.each([
    ['KZ32601A000000000001', 'wrong-check-digits'],
    ['KZ31601A000000000010', 'wrong-check-digits'],
    ['KZ31601A00000000001', 'wrong-length'],
    ['DE89370400440532013000', 'not-of-kazakhstan'],
    ['KZ316A1A000000000001', 'wrong-characters'],
    ['KZ31601А000000000001', 'wrong-characters'], // a Cyrillic А
    ['', 'not-of-kazakhstan'],
  ])('%s is refused: %s', (text, problem) => {
    expect(checkIban(text)).toEqual({ ok: false, problem });
  });

  test('of a bank that the table does not know is right all the same, and only one pair of control digits fits', () => {
    const account = (check: number) => `KZ${String(check).padStart(2, '0')}999A000000000001`;
    const right = Array.from({ length: 97 }, (_, check) => checkIban(account(check))).filter(({ ok }) => ok);
    expect(right).toHaveLength(1);
    expect(right[0]).toMatchObject({ value: { bankCode: '999' } });
    expect(right[0]).not.toHaveProperty('value.bank');
  });

  test('is masked and grouped for people', () => {
    expect(maskIban('KZ31601A000000000001')).toBe('KZ31 •••• 0001');
    expect(groupIban('KZ31601A000000000001')).toBe('KZ31 601A 0000 0000 0001');
  });
});

describe('a phone', () => {
  test.each([
    '8 701 123 45 67',
    '+7 (701) 123-45-67',
    '87011234567',
    '77011234567',
    '7011234567',
    '+77011234567',
  ])('%s is +77011234567', (text) => {
    expect(normalisePhone(text, { mobile: true })).toEqual({ ok: true, value: '+77011234567' });
  });

  test('a fixed line is a phone, but not a mobile one', () => {
    expect(normalisePhone('8 (7172) 24 07 49')).toEqual({ ok: true, value: '+77172240749' });
    expect(normalisePhone('8 (7172) 24 07 49', { mobile: true })).toEqual({
      ok: false,
      problem: 'not-mobile',
    });
    expect(normalisePhone('+7 703 123 45 67', { mobile: true })).toEqual({
      ok: false,
      problem: 'not-mobile',
    });
  });

  test.each([
    ['+7 912 123 45 67', 'not-of-kazakhstan'],
    ['+998 90 123 45 67', 'not-of-kazakhstan'],
    ['1414', 'not-a-number'],
    ['+7 701 123 45 6', 'not-a-number'],
    ['телефон', 'not-a-number'],
    ['', 'not-a-number'],
    ['9'.repeat(400), 'not-a-number'],
  ])('%s is refused: %s', (text, problem) => {
    expect(normalisePhone(text)).toEqual({ ok: false, problem });
  });
});

describe('an identity document', () => {
  test('card: nine digits; passport: N and seven or eight digits, also typed with a Cyrillic Н', () => {
    expect(checkDocumentNumber('id-card', '012 345 678')).toEqual({ ok: true, value: '012345678' });
    expect(checkDocumentNumber('passport', 'n1234567')).toEqual({ ok: true, value: 'N1234567' });
    expect(checkDocumentNumber('passport', 'Н12345678')).toEqual({ ok: true, value: 'N12345678' });
    expect(checkDocumentNumber('id-card', '12345678').ok).toBe(false);
    expect(checkDocumentNumber('passport', 'N123456').ok).toBe(false);
    expect(checkDocumentNumber('passport', '123456789').ok).toBe(false);
  });
});
