// Rule 10: a signature that is kept with its evidence verifies after ten years without anybody's help, and not when a piece of the
// evidence is missing, altered or another's.
import { ATTRIBUTE_TYPE } from '../../../../src/signature/cms/object-identifiers.ts';
import { extendMessage, type Addition } from '../../../../src/signature/cms/extend-message.ts';
import { octetString } from '../../../../src/signature/portable/der-writer.ts';
import { attribute, makeToken, signDetached, timeStampAttribute } from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import {
  benchOf,
  DOCUMENT,
  outcomeOf,
  stopped,
  verdictOn,
  type Outcome,
} from '../../../support/signature-bench.ts';
import { day, makeAnswer, makeList, NOW, Pki } from '../../../support/signature-kit.ts';

const bench = await benchOf('gost512');
const { pki, person } = bench;
const [authority, responder, stranger] = await Promise.all([
  pki.timeStamper(),
  pki.responder(),
  Pki.make('gost512', 'STRANGER'),
]);
const TEN_YEARS_LATER = NOW + 3_650 * 86_400_000;
const STAMPED_AT = day(-1);

const [list, answer] = await Promise.all([
  makeList({ issuer: pki.issuing, thisUpdate: day(-0.5), nextUpdate: day(1) }),
  makeAnswer({ about: person, issuer: pki.issuing, signedBy: responder, thisUpdate: day(-0.5) }),
]);
const flipped = (bytes: Uint8Array, position = bytes.length - 5): Uint8Array =>
  bytes.with(position, (bytes[position] as number) ^ 1);

interface Kept {
  readonly evidence?: Addition | undefined;
  readonly stamp?: (token: Uint8Array) => Uint8Array | undefined;
  readonly content?: Uint8Array;
}

/** What somebody finds after ten years who has the message, the document and the anchors, and can reach nobody. */
async function found({ evidence, stamp = (token) => token, content = DOCUMENT }: Kept): Promise<Outcome> {
  const signature = await signDetached({
    signer: person,
    content: DOCUMENT,
    unsigned: async (value) => {
      const token = stamp(await makeToken({ by: authority, over: value, at: STAMPED_AT }));
      return token ? [timeStampAttribute(token)] : [];
    },
  });
  const message = evidence ? extendMessage(signature, evidence) : signature;
  return outcomeOf(await verdictOn(bench, { signature: message, content, crls: [], now: TEN_YEARS_LATER }));
}
const kept = (change: Kept) => (): Promise<Outcome> => found({ evidence: { crls: [list] }, ...change });
const answered = (ocsp: Uint8Array) => kept({ evidence: { ocsp: [ocsp] } });

const negatives = negativesOf(10, async () => (await kept({})()).indication);
const OPEN = stopped('INDETERMINATE', 'TRY_LATER', 'revocation');
const NO_TIME = stopped('INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE', 'path-validity');

export const RULE_10: readonly NegativeCase[] = [
  ...negatives(OPEN, {
    'a kept signature without its list': kept({ evidence: undefined }),
    'a kept list with one wrong bit': kept({ evidence: { crls: [flipped(list)] } }),
    'a kept list of which one entry was taken out': async () => {
      const full = await makeList({
        issuer: pki.issuing,
        thisUpdate: day(-0.5),
        revoked: [{ serial: person.certificate.serial, at: day(-2) }],
      });
      const at = Buffer.from(full).indexOf(Buffer.from(person.certificate.serial));
      return kept({ evidence: { crls: [flipped(full, at + person.certificate.serial.length - 1)] } })();
    },
    'a kept list of another authority': async () =>
      kept({ evidence: { crls: [await makeList({ issuer: stranger.issuing, thisUpdate: day(-0.5) })] } })(),
    'a kept list by the key of another': async () =>
      kept({
        evidence: {
          crls: [
            await makeList({ issuer: pki.issuing, signedBy: stranger.issuing.key, thisUpdate: day(-0.5) }),
          ],
        },
      })(),
    'a kept list that had ended before the signature': async () =>
      kept({
        evidence: {
          crls: [await makeList({ issuer: pki.issuing, thisUpdate: day(-9), nextUpdate: day(-8) })],
        },
      })(),
  }),
  ...negatives(
    OPEN,
    {
      'a kept answer with one wrong bit': answered(flipped(answer, answer.length >> 3)),
      'a kept answer about another certificate': async () =>
        answered(
          await makeAnswer({
            about: person,
            issuer: pki.issuing,
            signedBy: responder,
            serial: Uint8Array.of(9),
            thisUpdate: day(-0.5),
          }),
        )(),
      'a kept answer by the person herself': async () =>
        answered(
          await makeAnswer({ about: person, issuer: pki.issuing, signedBy: person, thisUpdate: day(-0.5) }),
        )(),
      'a kept answer by the responder of another authority': async () =>
        answered(
          await makeAnswer({
            about: person,
            issuer: pki.issuing,
            signedBy: await stranger.responder(),
            thisUpdate: day(-0.5),
          }),
        )(),
    },
    async () => (await answered(answer)()).indication,
  ),
  ...negatives(NO_TIME, {
    'a kept signature without its time-stamp': kept({ stamp: () => undefined }),
    'a kept time-stamp with one wrong bit': kept({ stamp: (token) => flipped(token) }),
    'a kept time-stamp in the place of which something else stands': kept({ stamp: () => octetString() }),
    'a kept time-stamp under another name': async () => {
      const signature = await signDetached({
        signer: person,
        content: DOCUMENT,
        unsigned: async (value) => [
          attribute(
            ATTRIBUTE_TYPE.certificateValues,
            await makeToken({ by: authority, over: value, at: STAMPED_AT }),
          ),
        ],
      });
      const message = extendMessage(signature, { crls: [list] });
      return outcomeOf(await verdictOn(bench, { signature: message, crls: [], now: TEN_YEARS_LATER }));
    },
  }),
  ...negatives(stopped('TOTAL-FAILED', 'HASH_FAILURE', 'message-digest'), {
    'a kept signature beside another document': kept({ content: DOCUMENT.with(0, 0x5b) }),
  }),
  ...negatives(stopped('TOTAL-FAILED', 'REVOKED', 'revocation'), {
    'a kept list that names the certificate as revoked before the time-stamp': async () =>
      kept({
        evidence: {
          crls: [
            await makeList({
              issuer: pki.issuing,
              thisUpdate: day(-0.5),
              revoked: [{ serial: person.certificate.serial, at: day(-2) }],
            }),
          ],
        },
      })(),
  }),
];
