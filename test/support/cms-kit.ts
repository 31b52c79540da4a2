// Signed messages for tests of the verifier, with every part open to be made wrong.
import {
  element,
  explicit,
  implicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  time,
  generalizedTime,
} from '../../src/signature/portable/der-writer.ts';
import {
  children,
  present,
  raw,
  readDer,
  readSmallInteger,
} from '../../src/signature/portable/der-reader.ts';
import { digestAlgorithm } from '../../src/signature/portable/algorithms.ts';
import { digest, type DigestName } from '../../src/signature/portable/digest.ts';
import { signBytes, signingAlgorithm } from '../../src/signature/portable/sign-bytes.ts';
import { ATTRIBUTE_TYPE, CONTENT_TYPE } from '../../src/signature/cms/object-identifiers.ts';
import { NOW, type Party } from './signature-kit.ts';

export const attribute = (type: string, ...values: readonly Uint8Array[]): Uint8Array =>
  sequence(oid(type), setOf(...values));

export const digestIdentifier = (name: DigestName): Uint8Array =>
  sequence(oid(digestAlgorithm(name).oid), nullValue());

/** The reference to a certificate by its hash; issuer and serial number beside it when they are given. */
export const essV2 = (der: Uint8Array, ...issuerSerial: readonly Uint8Array[]): Uint8Array =>
  sequence(sequence(sequence(octetString(digest('sha256', der)), ...issuerSerial)));

export const essV1 = (der: Uint8Array): Uint8Array =>
  sequence(sequence(sequence(octetString(digest('sha1', der)))));

/** The attributes that every tool of the country signs. */
export interface Attributes {
  readonly contentType: Uint8Array;
  readonly signingTime: Uint8Array;
  readonly signingCertificate: Uint8Array;
  readonly messageDigest: Uint8Array;
}

export interface SignerOrder {
  readonly signer: Party;
  readonly content: Uint8Array;
  readonly contentType?: string;
  /** The signed attributes; `undefined`: none. Absent: the usual ones. */
  readonly attributes?: (usual: Attributes) => readonly Uint8Array[] | undefined;
  /** Leaves the order of the attributes as it is given, against DER. */
  readonly unsorted?: boolean;
  readonly digestAlgorithm?: Uint8Array;
  readonly signatureAlgorithm?: Uint8Array;
  /** Signs the attributes otherwise than the key would. */
  readonly sign?: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  readonly sid?: Uint8Array;
  readonly version?: number;
  /** Unsigned attributes, from the signature value. */
  readonly unsigned?: (signature: Uint8Array) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
}

/** DER of a SignerInfo. */
export async function makeSigner(order: SignerOrder): Promise<Uint8Array> {
  const { signer, content, contentType = CONTENT_TYPE.data } = order;
  const algorithm = signingAlgorithm(signer.key.privateKey);
  const usual: Attributes = {
    contentType: attribute(ATTRIBUTE_TYPE.contentType, oid(contentType)),
    signingTime: attribute(ATTRIBUTE_TYPE.signingTime, time(new Date(NOW))),
    signingCertificate: attribute(ATTRIBUTE_TYPE.signingCertificateV2, essV2(signer.der)),
    messageDigest: attribute(ATTRIBUTE_TYPE.messageDigest, octetString(digest(algorithm.digest, content))),
  };
  const attributes = order.attributes
    ? order.attributes(usual)
    : Object.values(usual as unknown as Record<string, Uint8Array>);
  const set = attributes && (order.unsorted ? element(0x31, ...attributes) : setOf(...attributes));
  const sign = order.sign ?? ((bytes: Uint8Array) => signBytes(signer.key.privateKey, bytes));
  const signature = await sign(set ?? content);
  const unsigned = (await order.unsigned?.(signature)) ?? [];
  const { certificate } = signer;
  return sequence(
    integer(order.version ?? 1),
    order.sid ?? sequence(certificate.issuer.bytes, integer(certificate.serial)),
    order.digestAlgorithm ?? digestIdentifier(algorithm.digest),
    ...(set ? [implicit(0, set)] : []),
    order.signatureAlgorithm ?? algorithm.identifier,
    octetString(signature),
    ...(unsigned.length > 0 ? [implicit(1, setOf(...unsigned))] : []),
  );
}

export interface MessageOrder {
  readonly signers: readonly Uint8Array[];
  readonly certificates?: readonly Uint8Array[];
  readonly crls?: readonly Uint8Array[];
  /** Content inside the message. */
  readonly inside?: Uint8Array | undefined;
  readonly contentType?: string;
  /** Absent: the one that RFC 5652 5.1 asks for. */
  readonly version?: number;
  /** Absent: those of the signers. */
  readonly digests?: readonly Uint8Array[];
  readonly outerType?: string;
}

/** What a signer says of itself; `undefined` when it is no SignerInfo. */
function claimsOf(signer: Uint8Array): { version: number; digest: Uint8Array } | undefined {
  try {
    const [version, , digestField] = children(readDer(signer));
    return { version: readSmallInteger(present(version)), digest: raw(present(digestField)) };
  } catch {
    return undefined;
  }
}

function versionOf({ contentType, crls = [] }: MessageOrder, signers: readonly number[]): number {
  if (crls.some((item) => item[0] === 0xa1)) return 5;
  const isPlain = contentType === undefined || contentType === CONTENT_TYPE.data;
  return isPlain && !signers.includes(3) ? 1 : 3;
}

/** DER of a signed message. */
export function makeMessage(order: MessageOrder): Uint8Array {
  const { signers, certificates = [], crls = [], inside, contentType = CONTENT_TYPE.data } = order;
  const claims = signers.flatMap((signer) => claimsOf(signer) ?? []);
  const versions = claims.map(({ version }) => version);
  const signedData = sequence(
    integer(order.version ?? versionOf(order, versions)),
    setOf(...(order.digests ?? claims.map(({ digest: field }) => field))),
    sequence(oid(contentType), ...(inside ? [explicit(0, octetString(inside))] : [])),
    ...(certificates.length > 0 ? [element(0xa0, ...certificates)] : []),
    ...(crls.length > 0 ? [element(0xa1, ...crls)] : []),
    setOf(...signers),
  );
  return sequence(oid(order.outerType ?? CONTENT_TYPE.signedData), explicit(0, signedData));
}

/** A detached signature by one signer, right unless the order says otherwise. */
export async function signDetached(
  order: SignerOrder,
  message: Partial<MessageOrder> = {},
): Promise<Uint8Array> {
  return makeMessage({ signers: [await makeSigner(order)], certificates: [order.signer.der], ...message });
}

/** Other revocation information: an OCSP answer in the form that its name says. */
export const otherRevocation = (format: string, info: Uint8Array): Uint8Array =>
  element(0xa1, oid(format), info);

export interface TokenOrder {
  readonly by: Party;
  /** What is stamped. */
  readonly over: Uint8Array;
  readonly at?: Date;
  readonly policy?: string;
  readonly imprintDigest?: DigestName;
  readonly extensions?: Uint8Array;
  readonly signer?: Partial<SignerOrder>;
  readonly message?: Partial<MessageOrder>;
  readonly info?: Uint8Array;
}

/** DER of a time-stamp token. */
export async function makeToken(order: TokenOrder): Promise<Uint8Array> {
  const {
    by,
    over,
    at = new Date(NOW - 3_600_000),
    policy = '1.2.398.3.3.2.6.4',
    imprintDigest = 'sha256',
  } = order;
  const info =
    order.info ??
    sequence(
      integer(1),
      oid(policy),
      sequence(digestIdentifier(imprintDigest), octetString(digest(imprintDigest, over))),
      integer(4711),
      generalizedTime(at),
      ...(order.extensions ? [order.extensions] : []),
    );
  const signer = await makeSigner({
    signer: by,
    content: info,
    contentType: CONTENT_TYPE.tstInfo,
    ...order.signer,
  });
  return makeMessage({
    signers: [signer],
    certificates: [by.der],
    inside: info,
    contentType: CONTENT_TYPE.tstInfo,
    ...order.message,
  });
}

/** A signature time-stamp as an unsigned attribute. */
export const timeStampAttribute = (token: Uint8Array): Uint8Array =>
  attribute(ATTRIBUTE_TYPE.signatureTimeStamp, token);
