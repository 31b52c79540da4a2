// Parts that are malformed and yet rightly signed, so that the verifier reads them to the end: every one of them is judged, none breaks it.
import { describe, expect, jest, test } from '@jest/globals';
import { signedObject } from '../../../sandbox/authority/certificate-builder.ts';
import { ATTRIBUTE_TYPE } from '../../../src/signature/cms/object-identifiers.ts';
import { extendMessage } from '../../../src/signature/cms/extend-message.ts';
import { POLICIES, validatePath, type Verdict } from '../../../src/signature/index.ts';
import { childrenOf, raw, readDer, TAG } from '../../../src/signature/portable/der-reader.ts';
import {
  bitString,
  boolean,
  explicit,
  generalizedTime,
  integer,
  octetString,
  oid,
  sequence,
} from '../../../src/signature/portable/der-writer.ts';
import { digest } from '../../../src/signature/portable/digest.ts';
import { signBytes, signingAlgorithm } from '../../../src/signature/portable/sign-bytes.ts';
import { attribute, essV2, makeToken, timeStampAttribute } from '../../support/cms-kit.ts';
import { UNREAD_PART } from '../../../src/signature/pipeline/examine.ts';
import { damaged } from '../../support/der-samples.ts';
import { seeded, type Random } from '../../support/random.ts';
import { benchOf, DOCUMENT, sign, verdictOn, type Bench, type Trial } from '../../support/signature-bench.ts';
import { makeAnswer, makeList, NOW, type Party } from '../../support/signature-kit.ts';

// Thousands of tries take seconds, and on a busy machine a multiple of them.
jest.setTimeout(120_000);

const SEED = 20_261_128;
const TIMES = 600;

const bench = await benchOf();
const { pki, person } = bench;
const { issuing } = pki;

/** Judges, and holds that whoever read the part said what is wrong with it: the net under all readers is for what nobody thought of. */
async function judged(trial: Partial<Trial>): Promise<Verdict> {
  const policy = { ...POLICIES['citizen-application'], secondOpinion: 'off' } as const;
  const verdict = await verdictOn(bench, { policy, ...trial });
  const caught = verdict.checks.find(({ source }) => source === UNREAD_PART);
  if (caught) throw new Error(`nobody judged it: ${caught.evidence}`);
  return verdict;
}

/** What is signed of a certificate or list. */
const signedPart = (der: Uint8Array): Uint8Array => {
  const [tbs] = childrenOf(readDer(der), TAG.sequence);
  if (!tbs) throw new Error('nothing is signed');
  return raw(tbs);
};

/** Runs a trial with so many malformed parts; gives what broke the verifier. */
async function broken(trial: (numbers: Random) => Promise<unknown>): Promise<string[]> {
  const numbers = seeded(SEED);
  const found: string[] = [];
  for (let i = 0; i < TIMES; i += 1)
    try {
      await trial(numbers);
    } catch (error) {
      found.push(`seed ${SEED}, round ${i}: ${String(error)}`);
    }
  return found;
}

/** The certificate of a party, malformed, and signed by its issuer nevertheless. */
const malformed = async (party: Party, numbers: Random): Promise<Uint8Array> =>
  signedObject(damaged(signedPart(party.der), numbers), issuing.key.privateKey);

const signedWith = ({ person: signer }: Bench, der: Uint8Array): Promise<Uint8Array> =>
  sign(bench, { signer: { ...signer, der } });

describe('a malformed part that is rightly signed', () => {
  test('a certificate of a signer', async () => {
    const found = await broken(async (numbers) => {
      const signature = await signedWith(bench, await malformed(person, numbers));
      await judged({ signature });
    });
    expect(found).toEqual([]);
  });

  test('a certificate alone, and as an authority', async () => {
    const anchors = [pki.root.der];
    const crls = [bench.list];
    const found = await broken(async (numbers) => {
      const der = await malformed(person, numbers);
      const upper = await signedObject(damaged(signedPart(issuing.der), numbers), pki.root.key.privateKey);
      const at = new Date(NOW);
      validatePath({ target: der, candidates: [issuing.der], anchors, crls, at });
      validatePath({ target: person.der, candidates: [upper], anchors, crls, at });
      return Promise.resolve();
    });
    expect(found).toEqual([]);
  });

  test('a revocation list, brought and inside the message', async () => {
    const full = await makeList({
      issuer: issuing,
      revoked: [{ serial: Uint8Array.of(7), reason: 1 }, { serial: Uint8Array.of(9) }],
    });
    const signature = await sign(bench);
    const found = await broken(async (numbers) => {
      const list = await signedObject(damaged(signedPart(full), numbers), issuing.key.privateKey);
      await judged({ signature, crls: [list] });
      validatePath({
        target: person.der,
        candidates: [issuing.der],
        anchors: [pki.root.der],
        crls: [list],
        at: new Date(NOW),
      });
      await judged({ signature: extendMessage(signature, { crls: [readable(list)] }), crls: [] });
    });
    expect(found).toEqual([]);
  });

  test('an OCSP answer, brought', async () => {
    const responder = await pki.responder();
    const basic = await makeAnswer({ about: person, issuer: issuing, signedBy: responder, basic: true });
    const key = responder.key.privateKey;
    const signature = await sign(bench);
    const found = await broken(async (numbers) => {
      const tbs = damaged(signedPart(basic), numbers);
      const answer = sequence(
        tbs,
        signingAlgorithm(key).identifier,
        bitString(await signBytes(key, tbs)),
        explicit(0, sequence(responder.der)),
      );
      const whole = sequence(
        Uint8Array.of(0x0a, 1, 0),
        explicit(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(answer))),
      );
      await judged({ signature, crls: [], ocsp: [whole] });
    });
    expect(found).toEqual([]);
  });

  test('a time-stamp', async () => {
    const authority = await pki.timeStamper();
    const found = await broken(async (numbers) => {
      const signature = await sign(bench, {
        unsigned: async (over) => {
          const info = sequence(
            integer(1),
            oid('1.2.398.3.3.2.6.4'),
            sequence(sequence(oid('2.16.840.1.101.3.4.2.1')), octetString(digest('sha256', over))),
            integer(4711),
            generalizedTime(new Date(NOW)),
            sequence(integer(1)),
            boolean(true),
            integer(5),
          );
          const content = damaged(info, numbers);
          return [timeStampAttribute(readable(await makeToken({ by: authority, over, info: content })))];
        },
      });
      await judged({ signature });
    });
    expect(found).toEqual([]);
  });

  test('signed attributes, and those beside them', async () => {
    const found = await broken(async (numbers) => {
      const value = readable(damaged(essV2(person.der), numbers));
      const beside = readable(damaged(octetString(sequence(octetString(DOCUMENT))), numbers));
      const names = Object.values(ATTRIBUTE_TYPE);
      const name = names[numbers.below(names.length)] as string;
      const signature = await sign(bench, {
        attributes: (usual) => [
          usual.contentType,
          usual.messageDigest,
          attribute(ATTRIBUTE_TYPE.signingCertificateV2, value),
        ],
        unsigned: () => [attribute(name, beside)],
      });
      await judged({ signature });
    });
    expect(found).toEqual([]);
  });
});

/** The bytes if they are one element from begin to end; else under a right length, so that what stands around them can be read. */
function readable(bytes: Uint8Array): Uint8Array {
  try {
    readDer(bytes);
    return bytes;
  } catch {
    return octetString(bytes);
  }
}
