// Rule 9: every signer of a message is judged, and the worst of them decides; how many there may be is a matter of the policy.
import { octetString, oid } from '../../../../src/signature/portable/der-writer.ts';
import { ATTRIBUTE_TYPE } from '../../../../src/signature/cms/object-identifiers.ts';
import { signBytes } from '../../../../src/signature/portable/sign-bytes.ts';
import {
  attribute,
  digestIdentifier,
  makeMessage,
  makeSigner,
  type SignerOrder,
} from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import {
  benchOf,
  DOCUMENT,
  outcomeOf,
  passes,
  stopped,
  verdictOn,
  type Outcome,
  type Trial,
} from '../../../support/signature-bench.ts';
import { day, makeList, Pki, type Party } from '../../../support/signature-kit.ts';

const bench = await benchOf();
const { pki } = bench;
const [second, expired, future, stranger] = await Promise.all([
  pki.person(),
  pki.person({ to: day(-1) }),
  pki.person({ from: day(1) }),
  Pki.make('p256', 'STRANGER').then((other) => other.person()),
]);
const OTHER = new TextEncoder().encode('{"answer":"no"}');

/** Two sign: the bench's person rightly, and another by this order, before or after. */
async function two(
  order: Partial<SignerOrder>,
  { certificates, ...trial }: Partial<Trial> & { readonly certificates?: readonly Uint8Array[] } = {},
): Promise<Outcome> {
  const signer = order.signer ?? second;
  const signers = await Promise.all([
    makeSigner({ signer: bench.person, content: DOCUMENT }),
    makeSigner({ content: DOCUMENT, ...order, signer }),
  ]);
  const message = makeMessage({ signers, certificates: certificates ?? [bench.person.der, signer.der] });
  return outcomeOf(
    await verdictOn(bench, { signature: message, policy: 'any-document', expect: {}, ...trial }),
  );
}
const by =
  (signer: Party, trial: Partial<Trial> = {}) =>
  (): Promise<Outcome> =>
    two({ signer }, trial);
const revoked = await makeList({
  issuer: pki.issuing,
  revoked: [{ serial: second.certificate.serial, at: day(-3) }],
});

const negatives = negativesOf(9, async () => (await two({})).indication);

export const RULE_9: readonly NegativeCase[] = [
  ...negatives(stopped('TOTAL-FAILED', 'SIG_CRYPTO_FAILURE', 'signature-value'), {
    'a second signature with one wrong bit': () =>
      two({
        sign: async (bytes) => {
          const value = (await signBytes(second.key.privateKey, bytes)).slice();
          return value.with(value.length - 5, (value.at(-5) as number) ^ 1);
        },
      }),
    'a second signature by the key of the first': () =>
      two({ sign: (bytes) => signBytes(bench.person.key.privateKey, bytes) }),
  }),
  ...negatives(stopped('TOTAL-FAILED', 'HASH_FAILURE', 'message-digest'), {
    'a second signer of another document': () => two({ content: OTHER }),
  }),
  ...negatives(stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signed-attributes'), {
    'a second signer without signed attributes': () => two({ attributes: () => undefined }),
  }),
  ...negatives(stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'content-type'), {
    'a second signer of another type of content': () =>
      two({
        attributes: (usual) => [
          attribute(ATTRIBUTE_TYPE.contentType, oid('1.2.3')),
          usual.messageDigest,
          usual.signingCertificate,
        ],
      }),
  }),
  ...negatives(stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signed-data'), {
    'a second signer by a digest that the message does not list': async () => {
      const signers = await Promise.all([
        makeSigner({ signer: bench.person, content: DOCUMENT }),
        makeSigner({
          signer: second,
          content: DOCUMENT,
          digestAlgorithm: digestIdentifier('sha512'),
        }),
      ]);
      const signature = makeMessage({
        signers,
        certificates: [bench.person.der, second.der],
        digests: [digestIdentifier('sha256')],
      });
      return outcomeOf(await verdictOn(bench, { signature, policy: 'any-document', expect: {} }));
    },
    'a second signer that is none': async () =>
      outcomeOf(
        await verdictOn(bench, {
          signature: makeMessage({
            signers: [await makeSigner({ signer: bench.person, content: DOCUMENT }), octetString(DOCUMENT)],
            certificates: [bench.person.der],
          }),
          policy: 'any-document',
          expect: {},
        }),
      ),
  }),
  ...negatives(stopped('INDETERMINATE', 'NO_SIGNING_CERTIFICATE_FOUND', 'signer-certificate'), {
    'a second signer without its certificate': () => two({}, { certificates: [bench.person.der] }),
  }),
  ...negatives(stopped('INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND', 'path-built'), {
    'a second signer of an unknown hierarchy': by(stranger),
  }),
  ...negatives(stopped('INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE', 'path-validity'), {
    'a second signer whose certificate has expired': by(expired),
  }),
  ...negatives(stopped('TOTAL-FAILED', 'NOT_YET_VALID', 'path-validity'), {
    'a second signer whose certificate is not yet valid': by(future),
  }),
  ...negatives(stopped('INDETERMINATE', 'REVOKED_NO_POE', 'revocation'), {
    'a second signer whose certificate is revoked': by(second, { crls: [revoked] }),
  }),
  ...negatives(stopped('INDETERMINATE', 'TRY_LATER', 'revocation'), {
    'two signers whose status nobody can tell': by(second, { crls: [] }),
  }),
  ...negatives(
    { indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE' },
    {
      'one signer that fails and one whose status is open: the failure decides': async () => {
        const { indication, subIndication } = await two({ content: OTHER }, { crls: [] });
        return { indication, subIndication: String(subIndication) };
      },
    },
  ),
  ...negatives(
    stopped('INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE', 'signer-count'),
    {
      'two signers of an application': by(second, {
        policy: 'citizen-application',
        expect: { iin: '880101300010' },
      }),
      'one signer twice in an application': by(bench.person, {
        policy: 'citizen-application',
        expect: { iin: '880101300010' },
      }),
      'two signers of a notification': by(second, { policy: 'office-notification' }),
      'two who sign in at once': by(second, { policy: 'sign-in' }),
    },
    passes(),
  ),
  ...negatives(stopped('INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE', 'holder-iin'), {
    'two signers of whom one is another person than expected': async () => {
      const other = await pki.person({
        subject: [
          ['CN', 'X'],
          ['serialNumber', 'IIN900202300022'],
          ['C', 'KZ'],
        ],
      });
      return two({ signer: other }, { expect: { iin: '880101300010' } });
    },
  }),
];
