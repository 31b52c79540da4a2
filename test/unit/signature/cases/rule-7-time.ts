// Rule 7: only a verified time-stamp, or the journal, says since when a signature exists. The person's certificate ended yesterday; with a
// right token of its time the signature passes, with a token that is wrong in one place it does not.
import { extendedKeyUsage, extension, keyUsage } from '../../../../sandbox/authority/extensions.ts';
import { ATTRIBUTE_TYPE, CONTENT_TYPE } from '../../../../src/signature/cms/object-identifiers.ts';
import type { CheckId, SubIndication } from '../../../../src/signature/index.ts';
import { POLICIES } from '../../../../src/signature/index.ts';
import {
  element,
  generalizedTime,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  time,
} from '../../../../src/signature/portable/der-writer.ts';
import { digest } from '../../../../src/signature/portable/digest.ts';
import { signBytes } from '../../../../src/signature/portable/sign-bytes.ts';
import {
  attribute,
  digestIdentifier,
  essV2,
  makeSigner,
  makeToken,
  signDetached,
  timeStampAttribute,
  type SignerOrder,
  type TokenOrder,
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
import {
  day,
  makeList,
  NOW,
  Pki,
  type CertificateOrder,
  type Party,
} from '../../../support/signature-kit.ts';

const bench = await benchOf();
const { pki } = bench;
const [expired, authority, stranger] = await Promise.all([
  pki.person({ from: day(-100), to: day(-1) }),
  pki.timeStamper(),
  Pki.make('p256', 'STRANGER'),
]);
const STAMPED_AT = day(-5);
/** Later than the time-stamps, and from before the certificate ended: lists forget what has ended. */
const list = await makeList({ issuer: pki.issuing, thisUpdate: day(-2), nextUpdate: day(30) });

interface Stamped extends Outcome {
  /** What is said about the token, and by which check. */
  readonly token: readonly [SubIndication | undefined, CheckId | undefined] | undefined;
}

type Tokens = (value: Uint8Array) => Promise<readonly Uint8Array[]>;

async function judged(unsigned: Tokens, trial: Partial<Trial> = {}, signer = expired): Promise<Stamped> {
  const signature = await signDetached({
    signer,
    content: DOCUMENT,
    unsigned: async (value) => (await unsigned(value)).map(timeStampAttribute),
  });
  const verdict = await verdictOn(bench, { signature, crls: [list], ...trial });
  const [stamp] = verdict.signatures[0]?.timeStamps ?? [];
  const check = stamp?.checks.find(({ outcome }) => outcome === 'failed' || outcome === 'unknown');
  return { ...outcomeOf(verdict), token: stamp && [stamp.subIndication, check?.id] };
}

/** The token is right but for this. */
const token =
  (
    order: Partial<TokenOrder> | ((value: Uint8Array) => Partial<TokenOrder> | Promise<Partial<TokenOrder>>),
    trial: Partial<Trial> = {},
  ) =>
  (): Promise<Stamped> =>
    judged(async (value) => {
      const changes = typeof order === 'function' ? await order(value) : order;
      return [await makeToken({ by: authority, over: value, at: STAMPED_AT, ...changes })];
    }, trial);

/** The token is right, but its signer is otherwise. */
const signedBy = (signer: Partial<SignerOrder>): (() => Promise<Stamped>) => token({ signer });

/** The token is right, but the certificate of its authority is otherwise. */
const authorised = (order: Partial<CertificateOrder>): (() => Promise<Stamped>) =>
  token(async () => ({ by: await pki.timeStamper(order) }));

const STAMPING = '1.3.6.1.5.5.7.3.8';
const purposes = (...extensions: readonly Uint8Array[]): Partial<CertificateOrder> => ({
  extensions: () => [...extensions, keyUsage(['digitalSignature'])],
});

/** TSTInfo with everything open. */
const info = (
  value: Uint8Array,
  ...[at, version, ...more]: [Uint8Array, number, ...Uint8Array[]]
): Uint8Array =>
  sequence(
    integer(version),
    oid('1.2.398.3.3.2.6.4'),
    sequence(digestIdentifier('sha256'), octetString(digest('sha256', value))),
    integer(4711),
    at,
    ...more,
  );
const RIGHT_TIME = generalizedTime(STAMPED_AT);

const negatives = negativesOf(7, async () => (await token({})()).indication);
/** The token does not count, so nothing shows that the signature is older than the end of the certificate. */
const without = (subIndication: SubIndication, check: CheckId): Stamped => ({
  ...stopped('INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE', 'path-validity'),
  token: [subIndication, check],
});

const listRevoking = async (party: Party, at: Date): Promise<readonly Uint8Array[]> => [
  await makeList({ issuer: pki.issuing, revoked: [{ serial: party.certificate.serial, at }] }),
];
const stampedAt = (at: Date, crls: readonly Uint8Array[]): Promise<Stamped> =>
  judged(async (value) => [await makeToken({ by: authority, over: value, at })], { crls }, bench.person);
const revokedThreeDaysAgo = await listRevoking(bench.person, day(-3));

export const RULE_7: readonly NegativeCase[] = [
  ...negatives(without('HASH_FAILURE', 'time-stamp-imprint'), {
    'a time-stamp over another signature': token({ over: new Uint8Array(64) }),
    'a time-stamp over the document': token({ over: DOCUMENT }),
    'a time-stamp over the signature value but for its last byte': token((value) => ({
      over: value.subarray(0, -1),
    })),
  }),
  ...negatives(without('CRYPTO_CONSTRAINTS_FAILURE', 'time-stamp-imprint'), {
    'an imprint by SHA-1': token({ imprintDigest: 'sha1' }),
  }),
  ...negatives(without('SIG_CONSTRAINTS_FAILURE', 'time-stamp-policy'), {
    'a time-stamp under a policy that is not trusted': token(
      { policy: '1.2.3.4' },
      {
        trust: pki.trust({ timeStamping: { ...pki.trust().timeStamping, policies: ['1.2.398.3.3.2.6.4'] } }),
      },
    ),
  }),
  ...negatives(without('SIG_CONSTRAINTS_FAILURE', 'time-stamp-moment'), {
    'a time-stamp from the future': token({ at: new Date(NOW + 120_000) }),
    'a clock that may be off by an hour': token((value) => ({
      info: info(value, RIGHT_TIME, 1, sequence(integer(3600))),
    })),
    'an unknown critical extension of a time-stamp': token((value) => ({
      info: info(value, RIGHT_TIME, 1, element(0xa1, extension('1.2.3.4', nullValue(), true))),
    })),
  }),
  ...negatives(without('FORMAT_FAILURE', 'time-stamp-form'), {
    'a time-stamp of a version that does not exist': token((value) => ({ info: info(value, RIGHT_TIME, 2) })),
    'a time-stamp without a zone': token((value) => ({
      info: info(value, element(0x18, new TextEncoder().encode('20261117120000')), 1),
    })),
    'a time-stamp on the thirtieth of February': token((value) => ({
      info: info(value, element(0x18, new TextEncoder().encode('20260230120000Z')), 1),
    })),
    'a time-stamp with a field more': token((value) => ({ info: info(value, RIGHT_TIME, 1, octetString()) })),
    'a time-stamp whose content is another thing': token({ info: sequence(integer(1)) }),
    'a time-stamp that carries no content': token({ message: { inside: undefined } }),
    'a time-stamp that is plain signed data': token({
      signer: { contentType: CONTENT_TYPE.data },
      message: { contentType: CONTENT_TYPE.data },
    }),
    'a time-stamp by two signers': token(async (value) => {
      const signed = await makeSigner({
        signer: authority,
        content: info(value, RIGHT_TIME, 1),
        contentType: CONTENT_TYPE.tstInfo,
      });
      const other = await makeSigner({
        signer: bench.person,
        content: info(value, RIGHT_TIME, 1),
        contentType: CONTENT_TYPE.tstInfo,
      });
      return { info: info(value, RIGHT_TIME, 1), message: { signers: [signed, other] } };
    }),
    'something else in the place of a time-stamp': () =>
      judged(() => Promise.resolve([octetString(DOCUMENT)])),
  }),
  ...negatives(without('NO_SIGNING_CERTIFICATE_FOUND', 'signer-certificate'), {
    'a time-stamp without the certificate of its authority': token({ message: { certificates: [] } }),
  }),
  ...negatives(without('SIG_CRYPTO_FAILURE', 'signature-value'), {
    'a time-stamp whose signature has one wrong bit': signedBy({
      sign: async (bytes) => {
        const value = (await signBytes(authority.key.privateKey, bytes)).slice();
        return value.with(value.length - 5, (value.at(-5) as number) ^ 1);
      },
    }),
    'a time-stamp signed by the person herself': signedBy({
      sign: (bytes) => signBytes(expired.key.privateKey, bytes),
    }),
  }),
  ...negatives(without('NO_SIGNING_CERTIFICATE_FOUND', 'signing-certificate'), {
    'a time-stamp that does not bind its certificate': signedBy({
      attributes: (usual) => [usual.contentType, usual.messageDigest],
    }),
    'a time-stamp that binds another certificate': signedBy({
      attributes: (usual) => [
        usual.contentType,
        usual.messageDigest,
        attribute(ATTRIBUTE_TYPE.signingCertificateV2, essV2(expired.der)),
      ],
    }),
  }),
  ...negatives(without('HASH_FAILURE', 'message-digest'), {
    'a time-stamp over other content than it carries': signedBy({ content: DOCUMENT }),
  }),
  ...negatives(without('FORMAT_FAILURE', 'content-type'), {
    'a time-stamp whose signed type is data': signedBy({ contentType: CONTENT_TYPE.data }),
  }),
  ...negatives(without('CHAIN_CONSTRAINTS_FAILURE', 'time-stamp-purpose'), {
    'an authority whose purpose is not critical': authorised(purposes(extendedKeyUsage([STAMPING]))),
    'an authority with a second purpose': authorised(
      purposes(extendedKeyUsage([STAMPING, '1.3.6.1.5.5.7.3.9'], true)),
    ),
    'an authority without a purpose': authorised(purposes()),
    'an authority whose key may not sign': authorised({
      extensions: () => [extendedKeyUsage([STAMPING], true), keyUsage(['keyAgreement'])],
    }),
    'a time-stamp by a person with a signing key': token({ by: bench.person }),
  }),
  ...negatives(without('NO_CERTIFICATE_CHAIN_FOUND', 'path-built'), {
    'an authority of an unknown hierarchy': token(async () => ({ by: await stranger.timeStamper() })),
  }),
  ...negatives(without('OUT_OF_BOUNDS_NO_POE', 'path-validity'), {
    'an authority that had expired before it stamped': authorised({ from: day(-90), to: day(-6) }),
    'an authority that was not yet valid when it stamped': authorised({ from: day(-4), to: day(90) }),
  }),
  ...negatives<Outcome>(stopped('INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE', 'path-validity'), {
    'an old time that the signer claims, and nobody else': async () => {
      const signature = await signDetached({
        signer: expired,
        content: DOCUMENT,
        attributes: (usual) => [
          usual.contentType,
          usual.messageDigest,
          usual.signingCertificate,
          attribute(ATTRIBUTE_TYPE.signingTime, time(STAMPED_AT)),
        ],
      });
      return outcomeOf(await verdictOn(bench, { signature }));
    },
    'a receipt after the end of the certificate': async () =>
      outcomeOf(
        await verdictOn(bench, {
          signature: await signDetached({ signer: expired, content: DOCUMENT }),
          at: day(-0.5),
        }),
      ),
  }),
  ...negatives(
    { ...stopped('TOTAL-FAILED', 'EXPIRED', 'path-validity'), token: [undefined, undefined] },
    { 'a right time-stamp after the end of the certificate': token({ at: day(-0.5) }) },
  ),
  ...negatives(
    { ...stopped('TOTAL-FAILED', 'NOT_YET_VALID', 'path-validity'), token: [undefined, undefined] },
    { 'a right time-stamp before the begin of the certificate': token({ at: day(-101) }) },
  ),
  ...negatives(
    { ...stopped('TOTAL-FAILED', 'REVOKED', 'revocation'), token: [undefined, undefined] },
    { 'a right time-stamp after the revocation': () => stampedAt(day(-2), revokedThreeDaysAgo) },
    async () => (await stampedAt(day(-4), revokedThreeDaysAgo)).indication,
  ),
  ...negatives<Outcome>(
    stopped('INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE', 'time-stamp-required'),
    {
      'no time-stamp where the policy asks for one': async () =>
        outcomeOf(
          await verdictOn(bench, {
            signature: await signDetached({ signer: bench.person, content: DOCUMENT }),
            policy: { ...POLICIES['citizen-application'], timeStamp: 'required' },
          }),
        ),
    },
    passes(),
  ),
];
