// The strict reader beside asn1js. What ours accepts, asn1js reads to the same tree; what asn1js refuses, ours refuses. Where ours alone
// refuses, it says by name what DER has not.
import { describe, expect, jest, test } from '@jest/globals';
import { element } from '../../../src/signature/portable/der-writer.ts';
import { damaged, rightDer } from '../../support/der-samples.ts';
import { readByAsn1js, readStrictly } from '../../support/der-tree.ts';
import { seeded } from '../../support/random.ts';

// Thousands of tries take seconds, and on a busy machine a multiple of them.
jest.setTimeout(120_000);

const SEED = 20_261_127;

/** Why ours refuses what asn1js accepts: BER that is not DER, contents that no reader may pass on, and elements that overlap. */
const STRICTNESS: Readonly<Record<string, string>> = {
  'bad-bit-string': 'bits that do not count are not zero, or there is no octet that says how many they are',
  'bad-boolean': 'true is another octet than FF, or there are more octets than one',
  'bad-integer': 'octets that DER leaves away, or none',
  'bad-text': 'octets that are no characters of the type',
  'bad-time': 'seconds or zone missing, a fraction, or a day that does not exist',
  'high-tag-number': 'a tag of several octets, which no structure here has',
  'indefinite-length': 'BER',
  'length-not-minimal': 'BER',
  'reserved-tag': 'the end of indefinite contents as if it were an element',
  'trailing-bytes': 'a child that reaches beyond its parent, which asn1js follows',
  truncated: 'the same, and the input ends inside it',
  'unexpected-tag': 'a string in pieces, or a type that no structure here has',
};

interface Comparison {
  readonly both: number;
  readonly neither: number;
  /** Accepted by asn1js alone, by the name under which ours refuses. */
  readonly stricter: Readonly<Record<string, number>>;
  /** What must not be, in full. */
  readonly wrong: readonly string[];
}

function compare(inputs: Iterable<Uint8Array>): Comparison {
  let [both, neither] = [0, 0];
  const stricter: Record<string, number> = {};
  const wrong: string[] = [];
  for (const bytes of inputs) {
    const [ours, theirs] = [readStrictly(bytes), readByAsn1js(bytes)];
    const shown = Buffer.from(bytes).toString('hex');
    if (typeof ours === 'string') {
      if (theirs) stricter[ours] = (stricter[ours] ?? 0) + 1;
      else neither += 1;
    } else if (!theirs) wrong.push(`asn1js refuses ${shown}`);
    else if (JSON.stringify(ours) !== JSON.stringify(theirs))
      wrong.push(`other trees of ${shown}: ${JSON.stringify([ours, theirs])}`);
    else both += 1;
  }
  return { both, neither, stricter, wrong };
}

function* times(count: number, make: () => Uint8Array): Iterable<Uint8Array> {
  for (let i = 0; i < count; i += 1) yield make();
}

describe('our reader and asn1js', () => {
  test('read 8,000 right elements to the same trees', () => {
    const numbers = seeded(SEED);
    expect(compare(times(8_000, () => rightDer(numbers)))).toEqual({
      both: 8_000,
      neither: 0,
      stricter: {},
      wrong: [],
    });
  });

  test('agree on 12,000 damaged elements, but for what is BER and not DER', () => {
    const numbers = seeded(SEED + 1);
    const found = compare(times(12_000, () => damaged(rightDer(numbers), numbers)));
    expect(found).toEqual({
      both: 1_319,
      neither: 10_125,
      stricter: {
        'bad-bit-string': 9,
        'bad-boolean': 32,
        'bad-integer': 3,
        'bad-text': 134,
        'bad-time': 150,
        'high-tag-number': 10,
        'indefinite-length': 21,
        'length-not-minimal': 6,
        'reserved-tag': 23,
        'trailing-bytes': 45,
        truncated: 24,
        'unexpected-tag': 99,
      },
      wrong: [],
    });
    expect(Object.keys(found.stricter).sort()).toEqual(Object.keys(STRICTNESS).sort());
  });

  test('agree on 8,000 random inputs, half of them under a right length', () => {
    const numbers = seeded(SEED + 2);
    const some = (): Uint8Array => {
      const bytes = numbers.bytes(numbers.below(12));
      return numbers.below(2) === 0 ? bytes : element(numbers.below(256), bytes);
    };
    expect(compare(times(8_000, some))).toEqual({
      both: 1_685,
      neither: 5_945,
      stricter: {
        'bad-bit-string': 4,
        'bad-boolean': 16,
        'bad-integer': 3,
        'bad-text': 16,
        'bad-time': 15,
        'high-tag-number': 1,
        'indefinite-length': 1,
        'reserved-tag': 1,
        'unexpected-tag': 313,
      },
      wrong: [],
    });
  });
});
