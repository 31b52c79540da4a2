// Revocation data and certificates that a message carries for later: hints until each of them is verified as if it had been fetched.
import { ATTRIBUTE_TYPE } from '../cms/object-identifiers.ts';
import { valuesOf, type SignedData, type SignerInfo } from '../cms/signed-data.ts';
import type { Budget } from '../limits.ts';
import type { KnownCrl, KnownOcsp } from '../path/revocation-status.ts';
import { children, context, DerError, raw, readDer, TAG, type Der } from '../portable/der-reader.ts';
import { OcspRefusal, readBasicResponse, readOcspResponse } from '../revocation/ocsp-response.ts';
import { onlyChild } from '../x509/der-fields.ts';
import { readCrl } from '../x509/x509-crl.ts';
import { optionalFields } from '../x509/x509-extensions.ts';

const SOURCE = 'message';

export interface Embedded {
  readonly crls: readonly KnownCrl[];
  readonly ocsp: readonly KnownOcsp[];
  readonly certificates: readonly Uint8Array[];
}

/** Everything of the kind in the message and in the unsigned attributes of its signers. @throws LimitExceeded */
export function readEmbedded(message: SignedData, budget: Budget): Embedded {
  const isBare = message.signers.every(({ unsignedAttributes }) => unsignedAttributes.length === 0);
  if (isBare && message.crls.length + message.ocsp.length === 0) return NOTHING;
  const encodings = message.signers.map((signer) => readAttributeValues(signer));
  const crls = [...message.crls, ...encodings.flatMap((found) => found.crls)];
  const basic = [
    ...message.ocsp.filter((item) => item.form === 'basic').map((item) => item.bytes),
    ...encodings.flatMap((found) => found.ocsp),
  ];
  const whole = message.ocsp.filter((item) => item.form === 'response').map((item) => item.bytes);
  const certificates = encodings.flatMap((found) => found.certificates);
  budget.atMost('certificates', message.certificates.length + certificates.length);
  budget.atMost('crls', crls.length);
  budget.atMost('ocspAnswers', basic.length + whole.length);
  return {
    crls: crls.flatMap((bytes) => readable(() => ({ crl: readCrl(bytes), source: SOURCE }))),
    ocsp: [
      ...whole.flatMap((bytes) => readable(() => ({ response: readOcspResponse(bytes), source: SOURCE }))),
      ...basic.flatMap((bytes) =>
        readable(() => ({ response: readBasicResponse(readDer(bytes), bytes), source: SOURCE })),
      ),
    ],
    certificates,
  };
}

const NOTHING: Embedded = { crls: [], ocsp: [], certificates: [] };

interface AttributeValues {
  readonly crls: readonly Uint8Array[];
  readonly ocsp: readonly Uint8Array[];
  readonly certificates: readonly Uint8Array[];
}

/** certificate-values and revocation-values (ETSI EN 319 122-1 A.1). */
function readAttributeValues({ unsignedAttributes }: SignerInfo): AttributeValues {
  const certificates = valuesOf(unsignedAttributes, ATTRIBUTE_TYPE.certificateValues).flatMap((value) =>
    readable(() => children(value).map(raw)).flat(),
  );
  const lists = valuesOf(unsignedAttributes, ATTRIBUTE_TYPE.revocationValues).flatMap((value) =>
    readable(() => optionalFields(value, context(0), context(1), context(2))),
  );
  return {
    certificates,
    crls: lists.flatMap(([crls]) => itemsOf(crls)),
    ocsp: lists.flatMap(([, ocsp]) => itemsOf(ocsp)),
  };
}

const itemsOf = (field: Der | undefined): Uint8Array[] =>
  field ? readable(() => sequenceItems(field)).flat() : [];

/** Items of a SEQUENCE under an explicit tag. */
const sequenceItems = (field: Der): Uint8Array[] => {
  const list = onlyChild(field);
  return list.tag === TAG.sequence ? children(list).map(raw) : [];
};

/** A list of what can be read, or an empty one. */
function readable<T>(read: () => T): [T] | [] {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof DerError || error instanceof OcspRefusal) return [];
    throw error;
  }
}
