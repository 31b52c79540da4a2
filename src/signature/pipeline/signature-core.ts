// The part of a signature that needs no trust: attributes, digest, binding to a certificate, algorithms, and the signature value itself.
// Documents and time-stamp tokens go through the same rules.
import {
  algorithmsAreProtected,
  attributeSetFlaw,
  contentTypeFlaw,
  signedDigest,
} from '../cms/signed-attributes.ts';
import { signingCertificateFlaw } from '../cms/ess.ts';
import type { SignerInfo } from '../cms/signed-data.ts';
import {
  digestOf,
  signerSchemeOf,
  type DigestName,
  type SignatureScheme,
} from '../crypto/signature-scheme.ts';
import { signatureFlaw } from '../crypto/verify-bytes.ts';
import { orMalformed } from '../portable/or-malformed.ts';
import { sameBytes } from '../portable/der-reader.ts';
import type { Findings } from '../verdict/findings.ts';
import type { Certificate, PublicKeyInfo } from '../x509/x509-certificate.ts';

export interface SignatureCore {
  readonly signer: SignerInfo;
  readonly certificate: Certificate;
  /** The certificate's key, complete. */
  readonly key: PublicKeyInfo;
  /** Type that the content must have. */
  readonly contentType: string;
  /** The digest of the signed bytes, by any algorithm. */
  readonly contentDigest: (name: DigestName) => Uint8Array;
  readonly signingCertificateAttribute: 'required' | 'checked-if-present';
}

const SOURCE = 'signed attributes';

/** Judges a signature up to its value; returns the scheme and digest that were used, if they are known. */
export function judgeCore(
  core: SignatureCore,
  findings: Findings,
): { scheme: SignatureScheme; digest: DigestName } | undefined {
  const { signer } = core;
  const digest = digestOf(signer.digestAlgorithm);
  const scheme = digest && signerSchemeOf(signer.signatureAlgorithm, digest);
  if (!digest || !scheme) {
    const unknown = digest ? signer.signatureAlgorithm.oid : signer.digestAlgorithm.oid;
    findings.fail('algorithms', 'CRYPTO_CONSTRAINTS_FAILURE', `unknown: ${unknown}`, 'signer');
    return undefined;
  }
  const flaw = orMalformed(() => attributeSetFlaw(signer));
  findings.judge('signed-attributes', flaw, {
    evidence: `${signer.signedAttributes.length} attributes`,
    source: SOURCE,
    otherwise: 'FORMAT_FAILURE',
  });
  if (flaw === 'absent') return { scheme, digest };
  judgeAttributes(core, digest, findings);
  judgeAlgorithms(signer, { scheme, digest }, findings);
  const wrong = signatureFlaw({
    scheme,
    key: core.key,
    data: signer.signedBytes as Uint8Array,
    signature: signer.signature,
  });
  findings.judge('signature-value', wrong, {
    evidence: `${scheme.kind} ${scheme.digest}`,
    source: 'RFC 5652 5.6',
    otherwise: 'SIG_CRYPTO_FAILURE',
  });
  return { scheme, digest };
}

function judgeAttributes(core: SignatureCore, digest: DigestName, findings: Findings): void {
  const attributes = core.signer.signedAttributes;
  findings.judge(
    'content-type',
    orMalformed(() => contentTypeFlaw(attributes, core.contentType)),
    { evidence: core.contentType, source: SOURCE, otherwise: 'FORMAT_FAILURE' },
  );
  const signed = orMalformed(() => signedDigest(attributes));
  if (signed === undefined || signed === 'malformed') {
    findings.fail('message-digest', 'FORMAT_FAILURE', 'absent, or with other than one value', SOURCE);
  } else {
    const same = sameBytes(signed, core.contentDigest(digest));
    findings.judge('message-digest', same ? undefined : 'differs from the digest of the content', {
      evidence: digest,
      source: SOURCE,
      otherwise: 'HASH_FAILURE',
    });
  }
  const binding = orMalformed(() => signingCertificateFlaw(attributes, core.certificate));
  if (binding === 'absent' && core.signingCertificateAttribute === 'checked-if-present') {
    findings.switchedOff('signing-certificate', 'absent, not demanded by the policy', 'policy');
    findings.warnings.add('signing-certificate-attribute-absent');
  } else {
    findings.judge('signing-certificate', binding, {
      evidence: 'hash of the certificate is signed',
      source: SOURCE,
      otherwise: 'NO_SIGNING_CERTIFICATE_FOUND',
    });
  }
}

function judgeAlgorithms(
  signer: SignerInfo,
  { scheme, digest }: { scheme: SignatureScheme; digest: DigestName },
  findings: Findings,
): void {
  const mismatch = scheme.digest === digest ? undefined : `digest ${digest}, signature ${scheme.digest}`;
  const unprotected =
    orMalformed(() => algorithmsAreProtected(signer)) === true ? undefined : 'other than those protected';
  findings.judge('algorithm-match', mismatch ?? unprotected, {
    evidence: digest,
    source: 'RFC 5652 11.2, RFC 6211',
    otherwise: 'CRYPTO_CONSTRAINTS_FAILURE',
  });
}
