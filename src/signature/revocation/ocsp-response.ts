// An OCSP answer (RFC 6960 4.2): what the responder signed, about which certificates, and when.
import {
  childrenOf,
  contents,
  context,
  contextPrimitive,
  DerError,
  expect,
  raw,
  readDer,
  readIntegerBytes,
  readOctetString,
  readOid,
  readSmallInteger,
  TAG,
  walk,
  type Der,
} from '../portable/der-reader.ts';
import { readMoment } from '../portable/der-time.ts';
import { readAlgorithm, type AlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import { Fields, onlyChild, signatureOctets } from '../x509/der-fields.ts';
import { EXTENSION } from '../x509/object-identifiers.ts';
import { Certificate } from '../x509/x509-certificate.ts';
import { NO_EXTENSIONS, readExtensions, valueOf, type Extensions } from '../x509/x509-extensions.ts';
import { readExplicitName, type Name } from '../x509/x509-name.ts';

const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
/** A responder sends its certificate and seldom its issuer's. */
const MOST_CERTIFICATES = 8;

export interface CertId {
  readonly hash: AlgorithmIdentifier;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  readonly serial: Uint8Array;
}

export interface SingleResponse {
  readonly id: CertId;
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Milliseconds; of a revoked certificate only. */
  readonly revokedAt: number | undefined;
  readonly reason: number;
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
  readonly extensions: Extensions;
}

/** How the responder names itself: by name, or by the SHA-1 of its key. */
export type ResponderId = { readonly name: Name } | { readonly keyHash: Uint8Array };

export interface OcspResponse {
  readonly bytes: Uint8Array;
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly responder: ResponderId;
  readonly producedAt: number;
  readonly responses: readonly SingleResponse[];
  readonly extensions: Extensions;
  readonly certificates: readonly Certificate[];
}

/** Words for the answers that are none (RFC 6960 4.2.1), by OCSPResponseStatus. */
const REFUSALS = ['', 'malformedRequest', 'internalError', '', 'tryLater', 'sigRequired', 'unauthorized'];

/** The responder answered, but not about the certificate. */
export class OcspRefusal extends Error {
  constructor(status: number) {
    super(REFUSALS[status] ?? 'unknown status');
    this.name = 'OcspRefusal';
  }
}

/**
 * Reads a whole OCSPResponse.
 * @throws DerError when it is none; OcspRefusal when its status is not "successful"
 */
export function readOcspResponse(bytes: Uint8Array): OcspResponse {
  const fields = new Fields(readDer(bytes));
  const status = readSmallInteger(fields.next(TAG.enumerated));
  if (status !== 0) throw new OcspRefusal(status);
  const inner = new Fields(onlyChild(fields.next(context(0))));
  fields.end();
  const kind = inner.next(TAG.oid);
  if (readOid(kind) !== BASIC_RESPONSE) throw new DerError('unexpected-tag', kind.start);
  const basic = readOctetString(inner.next());
  inner.end();
  return readBasicResponse(readDer(basic), bytes);
}

/** Reads a BasicOCSPResponse, as archives keep it; `bytes` is what to keep as evidence. */
export function readBasicResponse(basic: Der, bytes: Uint8Array): OcspResponse {
  const fields = new Fields(basic);
  const tbs = fields.next(TAG.sequence);
  const signatureAlgorithm = readAlgorithm(fields.next(TAG.sequence));
  const signature = signatureOctets(fields.next(TAG.bitString));
  const certificates = fields.optional(context(0));
  fields.end();
  return {
    bytes,
    tbs: raw(tbs),
    signatureAlgorithm,
    signature,
    certificates: certificates ? readCertificates(onlyChild(certificates)) : [],
    ...readResponseData(tbs),
  };
}

function readCertificates(list: Der): Certificate[] {
  const items = childrenOf(list, TAG.sequence);
  if (items.length > MOST_CERTIFICATES) throw new DerError('too-many-elements', list.start);
  return items.map((item) => new Certificate(item));
}

function readResponseData(
  tbs: Der,
): Pick<OcspResponse, 'responder' | 'producedAt' | 'responses' | 'extensions'> {
  const data = new Fields(tbs);
  const version = data.optional(context(0));
  if (version) throw new DerError('unexpected-tag', version.start);
  const responder = readResponder(data.next());
  const producedAt = readMoment(expect(data.next(), TAG.generalizedTime));
  const responses: SingleResponse[] = [];
  walk(data.next(TAG.sequence), (item) => responses.push(readSingle(item)));
  const extensions = data.optional(context(1));
  data.end();
  return {
    responder,
    producedAt,
    responses,
    extensions: extensions ? readExtensions(onlyChild(extensions)) : NO_EXTENSIONS,
  };
}

function readResponder(choice: Der): ResponderId {
  if (choice.tag === context(1)) return { name: readExplicitName(choice) };
  if (choice.tag === context(2)) return { keyHash: readOctetString(onlyChild(choice)) };
  throw new DerError('unexpected-tag', choice.start);
}

function readSingle(item: Der): SingleResponse {
  const fields = new Fields(item);
  const id = readCertId(fields.next());
  const status = readStatus(fields.next());
  const thisUpdate = readMoment(fields.next(TAG.generalizedTime));
  const next = fields.optional(context(0));
  const extensions = fields.optional(context(1));
  fields.end();
  return {
    id,
    ...status,
    thisUpdate,
    nextUpdate: next && readMoment(expect(onlyChild(next), TAG.generalizedTime)),
    extensions: extensions ? readExtensions(onlyChild(extensions)) : NO_EXTENSIONS,
  };
}

function readCertId(element: Der): CertId {
  const fields = new Fields(element);
  const id = {
    hash: readAlgorithm(fields.next(TAG.sequence)),
    issuerNameHash: readOctetString(fields.next()),
    issuerKeyHash: readOctetString(fields.next()),
    serial: readIntegerBytes(fields.next(TAG.integer)),
  };
  fields.end();
  return id;
}

function readStatus(choice: Der): Pick<SingleResponse, 'status' | 'revokedAt' | 'reason'> {
  if (choice.tag === contextPrimitive(0)) return { status: 'good', revokedAt: undefined, reason: 0 };
  if (choice.tag === contextPrimitive(2)) return { status: 'unknown', revokedAt: undefined, reason: 0 };
  const fields = new Fields(choice, context(1));
  const revokedAt = readMoment(fields.next(TAG.generalizedTime));
  const reason = fields.optional(context(0));
  fields.end();
  return {
    status: 'revoked',
    revokedAt,
    reason: reason ? readSmallInteger(expect(onlyChild(reason), TAG.enumerated)) : 0,
  };
}

/** The nonce of an answer or request, without its wrapping. */
export const nonceOf = (extensions: Extensions): Uint8Array | undefined =>
  valueOf(extensions, EXTENSION.ocspNonce, (value) => contents(expect(value, TAG.octetString)));
