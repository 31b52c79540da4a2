// Time-stamps (RFC 3161) as the national authority makes them: SignedData version 3, no accuracy, no name, ESS signingCertificate with
// SHA-1, the authority's certificate inside.
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../src/platform/clock.ts';
import { digestAlgorithm, findDigestAlgorithm } from '../../src/signature/portable/algorithms.ts';
import {
  TAG,
  childrenOf,
  expect,
  present,
  raw,
  readBoolean,
  readDer,
  readIntegerBytes,
  readOctetString,
  readOid,
} from '../../src/signature/portable/der-reader.ts';
import {
  bitString,
  generalizedTime,
  integer,
  octetString,
  oid,
  sequence,
  time,
  utf8String,
} from '../../src/signature/portable/der-writer.ts';
import { digest } from '../../src/signature/portable/digest.ts';
import { CMS_OID, attribute, buildSignedData } from '../../src/signature/portable/signed-data.ts';
import type { Family, Hierarchies, Signer } from './hierarchy.ts';
import type { Moods } from './moods.ts';

/** Policies of the national time-stamping authority. */
const POLICY: Readonly<Record<Family, string>> = {
  gost: '1.2.398.3.3.2.6.4',
  rsa: '1.2.398.3.3.2.6.2',
};

/** Bits of PKIFailureInfo. */
const FAILURE = {
  badAlgorithm: 0,
  badRequest: 2,
  badDataFormat: 5,
  timeNotAvailable: 14,
  unacceptedPolicy: 15,
};

interface StampRequest {
  readonly hashOid: string;
  readonly imprintLength: number;
  /** MessageImprint as it came, to be repeated in the token. */
  readonly messageImprint: Uint8Array;
  readonly policy: string | undefined;
  readonly nonce: Uint8Array | undefined;
  readonly wantsCertificate: boolean;
}

function readRequest(der: Uint8Array): StampRequest {
  const [version, messageImprint, ...rest] = childrenOf(readDer(der), TAG.sequence);
  if (!version || readIntegerBytes(version)[0] !== 1) throw new RangeError('version');
  const [algorithm, hashed] = childrenOf(messageImprint, TAG.sequence);
  const field = (tag: number) => rest.find((each) => each.tag === tag);
  const [policy, nonce, certificate] = [field(TAG.oid), field(TAG.integer), field(TAG.boolean)];
  return {
    hashOid: readOid(present(childrenOf(algorithm, TAG.sequence)[0])),
    imprintLength: readOctetString(hashed).length,
    messageImprint: raw(present(messageImprint)),
    policy: policy && readOid(policy),
    nonce: nonce && raw(expect(nonce, TAG.integer)),
    wantsCertificate: certificate ? readBoolean(certificate) : false,
  };
}

const refusal = (failure: keyof typeof FAILURE, words: string): Uint8Array => {
  const bits = new Uint8Array(4);
  const bit = FAILURE[failure];
  bits[bit >> 3] = 0x80 >> (bit & 7);
  const whole = bits.subarray(0, (bit >> 3) + 1);
  return sequence(sequence(integer(2), sequence(utf8String(words)), bitString(whole, 7 - (bit & 7))));
};

/**
 * DER of a TimeStampResp to any bytes. The policy that is asked for chooses between the GOST and the RSA authority; without one the
 * hash of the imprint does.
 */
export async function answerTimeStamp(
  request: Uint8Array,
  mood: Moods['tsp'],
  { hierarchies, clock }: { readonly hierarchies: Hierarchies; readonly clock: Clock },
): Promise<Uint8Array> {
  if (mood === 'refused') return refusal('timeNotAvailable', 'the sandbox was told to refuse');
  let asked: StampRequest;
  try {
    asked = readRequest(request);
  } catch {
    return refusal('badRequest', 'this is no time-stamp request');
  }
  const hash = findDigestAlgorithm(asked.hashOid);
  if (!hash) return refusal('badAlgorithm', 'this hash is not known');
  if (asked.imprintLength !== hash.bytes) return refusal('badDataFormat', 'the imprint has a wrong length');
  const usual: Family = hash.name.startsWith('sha') ? 'rsa' : 'gost';
  const family = asked.policy === undefined ? usual : familyOf(asked.policy);
  if (!family) return refusal('unacceptedPolicy', 'this policy is not offered');
  const hierarchy = hierarchies[family];
  const signer = mood === 'wrong-authority' ? hierarchy.responder : hierarchy.timeStamping;
  const token = await buildToken({ ...asked, ...altered(asked, mood) }, { signer, family, clock });
  if (mood === 'forged-signature') token[token.length - 9] = (token[token.length - 9] as number) ^ 4;
  return sequence(sequence(integer(0)), token);
}

const familyOf = (policy: string): Family | undefined =>
  policy === POLICY.gost ? 'gost' : policy === POLICY.rsa ? 'rsa' : undefined;

function altered({ messageImprint, nonce }: StampRequest, mood: Moods['tsp']): Partial<StampRequest> {
  const other = (bytes: Uint8Array): Uint8Array =>
    bytes.map((byte, position) => (position === bytes.length - 1 ? byte ^ 1 : byte));
  if (mood === 'wrong-imprint') return { messageImprint: other(messageImprint) };
  return mood === 'wrong-nonce' && nonce ? { nonce: other(nonce) } : {};
}

async function buildToken(
  asked: StampRequest,
  { signer, family, clock }: { signer: Signer; family: Family; clock: Clock },
): Promise<Uint8Array> {
  const now = clock.now();
  const serial = randomBytes(16);
  serial[0] = (serial[0] as number) & 0x7f;
  const info = sequence(
    integer(1),
    oid(POLICY[family]),
    asked.messageImprint,
    integer(new Uint8Array(serial)),
    generalizedTime(now),
    ...(asked.nonce ? [asked.nonce] : []),
  );
  const certificateHash = digest(digestAlgorithm('sha1').name, signer.certificate);
  return buildSignedData({
    contentType: CMS_OID.timeStampInfo,
    content: info,
    attached: true,
    key: signer.privateKey,
    certificate: signer.certificate,
    certificates: asked.wantsCertificate ? [signer.certificate] : [],
    signedAttributes: [
      attribute(CMS_OID.signingTime, time(now)),
      attribute(CMS_OID.signingCertificate, sequence(sequence(sequence(octetString(certificateHash))))),
    ],
  });
}
