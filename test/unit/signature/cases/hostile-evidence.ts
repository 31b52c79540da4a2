// Evidence inside a message that is not evidence: answers, lists and time-stamps about something else, or made to keep a verifier busy.
import { extension } from '../../../../sandbox/authority/extensions.ts';
import { element, sequence } from '../../../../src/signature/portable/der-writer.ts';
import { makeToken, otherRevocation, timeStampAttribute } from '../../../support/cms-kit.ts';
import { DOCUMENT, sign, stopped, type Bench, type Trial } from '../../../support/signature-bench.ts';
import { day, makeAnswer, makeList, type ListOrder } from '../../../support/signature-kit.ts';
import { PASSED, type Hostile } from './hostile-messages.ts';

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const OVER_LIMIT = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'limits');
const LATER = stopped('INDETERMINATE', 'TRY_LATER', 'revocation');

const answered = async (
  bench: Bench,
  answer: Partial<Parameters<typeof makeAnswer>[0]>,
  count = 1,
): Promise<Trial> => {
  const bytes = await makeAnswer({
    about: bench.person,
    issuer: bench.pki.issuing,
    signedBy: answer.signedBy ?? (await bench.pki.responder()),
    ...answer,
  });
  const item = otherRevocation('1.3.6.1.5.5.7.16.2', bytes);
  return { signature: await sign(bench, {}, { crls: times(count, () => item) }), crls: [] };
};

const listed = async (bench: Bench, list: Partial<ListOrder>, count = 1): Promise<Trial> => {
  const bytes = await makeList({ issuer: bench.pki.issuing, ...list });
  return { signature: await sign(bench, {}, { crls: times(count, () => bytes) }), crls: [] };
};

const stamped = async (bench: Bench, tokens: number, certificates: number): Promise<Trial> => {
  const by = await bench.pki.timeStamper();
  const message = { certificates: times(certificates, () => by.der) };
  const token = await makeToken({ by, over: DOCUMENT, message });
  return { signature: await sign(bench, { unsigned: () => times(tokens, () => timeStampAttribute(token)) }) };
};

const manyEntries = times(20_000, (i) => ({ serial: Uint8Array.of(1, i >> 16, (i >> 8) & 255, i & 255) }));

export const HOSTILE_EVIDENCE: Readonly<Record<string, Hostile>> = {
  'an answer for another certificate': {
    expected: LATER,
    make: (bench) => answered(bench, { serial: Uint8Array.of(9) }),
  },
  'an answer signed by the signer himself': {
    expected: LATER,
    make: (bench) => answered(bench, { signedBy: bench.person }),
  },
  'a stale answer': {
    expected: LATER,
    make: (bench) => answered(bench, { thisUpdate: day(-9), nextUpdate: day(-8) }),
  },
  'an answer of the future': { expected: LATER, make: (bench) => answered(bench, { thisUpdate: day(2) }) },
  'sixty-four forged answers': {
    expected: LATER,
    make: (bench) => answered(bench, { fault: 'flipped-signature' }, 64),
  },
  'a list of another scope': {
    expected: LATER,
    make: (bench) =>
      listed(bench, {
        extensions: [extension('2.5.29.28', sequence(element(0x82, Uint8Array.of(0xff))), true)],
      }),
  },
  'a stale list': {
    expected: LATER,
    make: (bench) => listed(bench, { thisUpdate: day(-9), nextUpdate: day(-8) }),
  },
  'a list of the future': {
    expected: LATER,
    make: (bench) => listed(bench, { thisUpdate: day(2), nextUpdate: day(3) }),
  },
  'twenty lists of 20,000 entries with a forged signature': {
    expected: LATER,
    make: (bench) => listed(bench, { revoked: manyEntries, fault: 'flipped-signature' }, 20),
  },
  'a time-stamp over another signature': { expected: PASSED, make: (bench) => stamped(bench, 1, 1) },
  'twenty-eight time-stamps over another signature': {
    expected: PASSED,
    make: (bench) => stamped(bench, 28, 2),
  },
  'time-stamps with sixty-four certificates each': {
    expected: OVER_LIMIT,
    make: (bench) => stamped(bench, 28, 64),
  },
};
