// Answers OCSP as the national responder does (RFC 6960): delegated certificate, nonce repeated, thisUpdate of this second, no
// nextUpdate; and in bad moods as it never should.
import type { Clock } from '../../src/platform/clock.ts';
import {
  bitString,
  element,
  enumerated,
  explicit,
  generalizedTime,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../src/signature/portable/der-writer.ts';
import { sameBytes } from '../../src/signature/portable/der-reader.ts';
import { digest } from '../../src/signature/portable/digest.ts';
import { findDigestAlgorithm } from '../../src/signature/portable/algorithms.ts';
import { readCertificateFields } from '../../src/signature/portable/certificate-fields.ts';
import { signBytes, signingAlgorithm } from '../../src/signature/portable/sign-bytes.ts';
import { extension, keyIdentifier } from './extensions.ts';
import type { Hierarchies, Hierarchy, Signer } from './hierarchy.ts';
import type { Moods } from './moods.ts';
import { OCSP_NONCE, readOcspRequest } from './ocsp-request.ts';
import type { AskedCertificate } from './ocsp-request.ts';
import { REVOCATION_REASONS } from './store.ts';
import type { Store } from './store.ts';

const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
const EXTENDED_REVOKE = '1.3.6.1.5.5.7.48.1.9';
const STATUS = { malformedRequest: 1, tryLater: 3, unauthorized: 6 } as const;
const TWO_DAYS = 2 * 86_400_000;

const refusal = (status: keyof typeof STATUS): Uint8Array => sequence(enumerated(STATUS[status]));

export interface ResponderSetting {
  readonly hierarchies: Hierarchies;
  readonly store: Store;
  readonly clock: Clock;
}

/** DER of an OCSPResponse to any bytes. */
export async function answerOcsp(
  request: Uint8Array,
  mood: Moods['ocsp'],
  setting: ResponderSetting,
): Promise<Uint8Array> {
  if (mood === 'try-later') return refusal('tryLater');
  let asked: ReturnType<typeof readOcspRequest>;
  try {
    asked = readOcspRequest(request);
  } catch {
    return refusal('malformedRequest');
  }
  const hierarchy = Object.values(setting.hierarchies).find((each) =>
    asked.asked.every((certificate) => isIssuedBy(certificate, each)),
  );
  if (!hierarchy) return refusal('unauthorized');
  return respond({ ...asked, mood, hierarchy, setting });
}

function isIssuedBy(asked: AskedCertificate, { issuing }: Hierarchy): boolean {
  const hash = findDigestAlgorithm(asked.hashOid);
  if (!hash) return false;
  const { subject, publicKey } = readCertificateFields(issuing.certificate);
  return (
    sameBytes(digest(hash.name, subject), asked.issuerNameHash) &&
    sameBytes(digest(hash.name, publicKey), asked.issuerKeyHash)
  );
}

interface Answer {
  readonly asked: readonly AskedCertificate[];
  readonly nonce: Uint8Array | undefined;
  readonly mood: Moods['ocsp'];
  readonly hierarchy: Hierarchy;
  readonly setting: ResponderSetting;
}

async function respond({ asked, nonce, mood, hierarchy, setting }: Answer): Promise<Uint8Array> {
  const now = setting.clock.now();
  const thisUpdate = mood === 'stale' ? new Date(now.getTime() - TWO_DAYS) : now;
  const signer = responderFor(mood, hierarchy);
  const nonceSent = nonce && mood !== 'no-nonce' ? [nonceExtension(nonce, mood)] : [];
  const responseData = sequence(
    explicit(2, octetString(keyIdentifier(readCertificateFields(signer.certificate).spki))),
    generalizedTime(thisUpdate),
    sequence(
      ...asked.map((certificate) =>
        sequence(
          mood === 'wrong-cert' ? withOtherSerial(certificate) : certificate.certId,
          statusOf(certificate, hierarchy, setting.store),
          generalizedTime(thisUpdate),
        ),
      ),
    ),
    explicit(1, sequence(...nonceSent, extension(EXTENDED_REVOKE, nullValue()))),
  );
  const signature = (await signBytes(signer.privateKey, responseData)).slice();
  if (mood === 'forged-signature') signature[7] = (signature[7] as number) ^ 0x10;
  const basic = sequence(
    responseData,
    signingAlgorithm(signer.privateKey).identifier,
    bitString(signature),
    explicit(0, sequence(signer.certificate)),
  );
  return sequence(enumerated(0), explicit(0, sequence(oid(BASIC_RESPONSE), octetString(basic))));
}

/** The time-stamping authority has a certificate of the same issuer, but no right to answer for it. */
function responderFor(mood: Moods['ocsp'], hierarchy: Hierarchy): Signer {
  if (mood === 'expired-responder') return hierarchy.expiredResponder;
  return mood === 'unauthorised-responder' ? hierarchy.timeStamping : hierarchy.responder;
}

function nonceExtension(nonce: Uint8Array, mood: Moods['ocsp']): Uint8Array {
  const other = nonce.map((byte, position) => (position === nonce.length - 1 ? byte ^ 1 : byte));
  return extension(OCSP_NONCE, mood === 'wrong-nonce' ? other : nonce);
}

/** CertID of a neighbour: an honest answer about somebody else. */
function withOtherSerial({ certId }: AskedCertificate): Uint8Array {
  const other = certId.slice();
  other[other.length - 1] = (other[other.length - 1] as number) ^ 1;
  return other;
}

/** CertStatus: good [0], revoked [1] with time and reason, unknown [2]. */
function statusOf({ serial }: AskedCertificate, { issuing }: Hierarchy, store: Store): Uint8Array {
  const entry = store.state.issued.find((each) => each.serial === serial && each.issuer === issuing.id);
  if (!entry) return element(0x82);
  if (!entry.revoked) return element(0x80);
  const { at, reason } = entry.revoked;
  const code = REVOCATION_REASONS[reason];
  const named = code === REVOCATION_REASONS.unspecified ? [] : [explicit(0, enumerated(code))];
  return element(0xa1, generalizedTime(new Date(at)), ...named);
}
