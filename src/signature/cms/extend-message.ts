// A signed message with more beside what is signed: unsigned attributes, certificates, revocation data. Everything that was there stays
// byte for byte; what is signed is not touched (RFC 5652 5.1, RFC 5940; ETSI EN 319 122-1 6.3).
import { children, context, DerError, raw, readDer, TAG, walk, type Der } from '../portable/der-reader.ts';
import {
  element,
  enumerated,
  explicit,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
} from '../portable/der-writer.ts';
import { Fields, onlyChild } from '../x509/der-fields.ts';
import { CONTENT_TYPE, REVOCATION_FORMAT } from './object-identifiers.ts';

export interface Addition {
  readonly certificates?: readonly Uint8Array[];
  readonly crls?: readonly Uint8Array[];
  /** OCSPResponse, or the BasicOCSPResponse of one. */
  readonly ocsp?: readonly Uint8Array[];
  /** Unsigned attributes (DER) to be added to each signer, by its position. */
  readonly unsigned?: readonly (readonly Uint8Array[])[];
}

/** SignedData version that a message with other revocation information has (RFC 5652 5.1). */
const WITH_OTHER_REVOCATION = 5;

/**
 * Adds to a message.
 * @param message DER, as `SignedData.bytes` holds it
 * @returns DER; what the message holds already is not added twice
 * @throws DerError when it is no signed message
 */
export function extendMessage(message: Uint8Array, addition: Addition): Uint8Array {
  const fields = new Fields(onlyChild(signedDataField(message)));
  const version = raw(fields.next(TAG.integer));
  const digests = raw(fields.next(TAG.set));
  const content = raw(fields.next(TAG.sequence));
  const certificates = joined(fields.optional(context(0)), addition.certificates ?? []);
  const others = (addition.ocsp ?? []).map(asOtherRevocation);
  const revocation = joined(fields.optional(context(1)), [...(addition.crls ?? []), ...others]);
  const signers = children(fields.next(TAG.set)).map((signer, position) =>
    withUnsigned(signer, addition.unsigned?.[position] ?? []),
  );
  return sequence(
    oid(CONTENT_TYPE.signedData),
    explicit(
      0,
      sequence(
        others.length > 0 ? integer(WITH_OTHER_REVOCATION) : version,
        digests,
        content,
        ...fieldOf(context(0), certificates),
        ...fieldOf(context(1), revocation),
        element(TAG.set, ...signers),
      ),
    ),
  );
}

/**
 * The message with its signers as they signed: without certificates but these, without revocation data, without unsigned attributes.
 * @throws DerError when it is no signed message
 */
export function bareMessage(message: Uint8Array, certificates: readonly Uint8Array[]): Uint8Array {
  const fields = new Fields(onlyChild(signedDataField(message)));
  const head = [fields.next(TAG.integer), fields.next(TAG.set), fields.next(TAG.sequence)].map(raw);
  fields.optional(context(0));
  fields.optional(context(1));
  const signers = children(fields.next(TAG.set)).map((signer) =>
    sequence(
      ...children(signer)
        .filter((part) => part.tag !== context(1))
        .map(raw),
    ),
  );
  const kept = fieldOf(context(0), certificates);
  return sequence(
    oid(CONTENT_TYPE.signedData),
    explicit(0, sequence(...head, ...kept, element(TAG.set, ...signers))),
  );
}

function signedDataField(message: Uint8Array): Der {
  const outer = new Fields(readDer(message));
  outer.next(TAG.oid);
  return outer.next(context(0));
}

/** The items of a set with those that it does not hold yet. */
function joined(set: Der | undefined, more: readonly Uint8Array[]): Uint8Array[] {
  const items = new Map<string, Uint8Array>();
  const add = (item: Uint8Array): unknown => items.set(Buffer.from(item).toString('latin1'), item);
  if (set) walk(set, (item) => add(raw(item)));
  more.forEach(add);
  return [...items.values()];
}

const fieldOf = (tag: number, items: readonly Uint8Array[]): Uint8Array[] =>
  items.length === 0 ? [] : [underTag(tag, setOf(...items))];

/** An implicit tag in the place of that of SET. */
function underTag(tag: number, set: Uint8Array): Uint8Array {
  const copy = set.slice();
  copy[0] = tag;
  return copy;
}

function withUnsigned(signer: Der, attributes: readonly Uint8Array[]): Uint8Array {
  if (attributes.length === 0) return raw(signer);
  const parts = children(signer);
  const last = parts.at(-1);
  if (!last) throw new DerError('truncated', signer.start);
  const unsigned = last.tag === context(1) ? last : undefined;
  const kept = unsigned ? parts.slice(0, -1) : parts;
  return sequence(...kept.map(raw), ...fieldOf(context(1), joined(unsigned, attributes)));
}

/** OtherRevocationInfoFormat with a whole OCSPResponse (RFC 5940 2.1). */
function asOtherRevocation(answer: Uint8Array): Uint8Array {
  const isWhole = new Fields(readDer(answer)).next().tag === TAG.enumerated;
  const whole = isWhole
    ? answer
    : sequence(
        enumerated(0),
        explicit(0, sequence(oid(REVOCATION_FORMAT.basicOcspResponse), octetString(answer))),
      );
  return element(context(1), oid(REVOCATION_FORMAT.ocspResponse), whole);
}
