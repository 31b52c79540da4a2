// One signature over bytes with any key that a key file may hold. National keys are computed here, the others by WebCrypto; a page
// without it (no HTTPS) still signs with RSA through node-forge.
import { SIGNATURE_ALGORITHMS, digestAlgorithm } from './algorithms.ts';
import { fromBinary, toBinary } from './binary-text.ts';
import { integer, nullValue, octetString, oid, sequence } from './der-writer.ts';
import { digest } from './digest.ts';
import type { DigestName } from './digest.ts';
import { forge } from './forge-parts.ts';
import { GOST_2004_A, GOST_256_A } from './gost-curves.ts';
import type { GostCurve } from './gost-curves.ts';
import { signGost } from './gost-signature.ts';
import type { PrivateKey } from './private-key.ts';

/** The hash that a key signs with, and the AlgorithmIdentifier that stands beside its signature. */
export interface SigningAlgorithm {
  readonly digest: DigestName;
  readonly identifier: Uint8Array;
}

/** What a key signs with: SHA-256 for RSA and P-256, the hash of its curve for a national key. */
export function signingAlgorithm(key: PrivateKey): SigningAlgorithm {
  const kind = key.kind === 'gost' ? gostKind(key.curve) : key.kind;
  const hash = key.kind === 'gost' ? gostDigest(key.curve) : 'sha256';
  const row = SIGNATURE_ALGORITHMS.find((each) => each.key === kind && each.digest === hash);
  if (!row) throw new RangeError('no algorithm for this key');
  const parameters = kind === 'ec' ? [] : [nullValue()];
  return { digest: hash, identifier: sequence(oid(row.oid), ...parameters) };
}

const gostKind = (curve: GostCurve): 'gost512' | 'gost256' | 'gost2004' =>
  curve === GOST_2004_A ? 'gost2004' : curve === GOST_256_A ? 'gost256' : 'gost512';

const gostDigest = (curve: GostCurve): DigestName =>
  curve === GOST_2004_A ? 'gost34311' : curve === GOST_256_A ? 'streebog256' : 'streebog512';

/**
 * Signs bytes with the algorithm of `signingAlgorithm`.
 * @returns the signature as certificates and CMS hold it: r||s for a national key, a SEQUENCE of r and s for P-256. Rejects with what
 * WebCrypto rejects with, and for P-256 when there is no WebCrypto
 */
export async function signBytes(key: PrivateKey, bytes: Uint8Array): Promise<Uint8Array> {
  if (key.kind === 'gost')
    return signGost({ curve: key.curve, privateKey: key.d, digest: digest(gostDigest(key.curve), bytes) });
  const subtle = globalThis.crypto.subtle as typeof globalThis.crypto.subtle | undefined;
  if (!subtle && key.kind === 'rsa') return signRsaWithForge(key.pkcs8, bytes);
  if (!subtle) throw new Error('this key needs WebCrypto, which a page has over HTTPS only');
  const algorithm =
    key.kind === 'rsa'
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const imported = await subtle.importKey('pkcs8', new Uint8Array(key.pkcs8), algorithm, false, ['sign']);
  const signature = new Uint8Array(await subtle.sign(algorithm, imported, new Uint8Array(bytes)));
  return key.kind === 'rsa'
    ? signature
    : sequence(integer(signature.subarray(0, 32)), integer(signature.subarray(32)));
}

/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 section 8.2). */
function signRsaWithForge(pkcs8: Uint8Array, bytes: Uint8Array): Uint8Array {
  const key = forge.pki.privateKeyFromAsn1(forge.asn1.fromDer(toBinary(pkcs8)));
  const digestInfo = sequence(
    sequence(oid(digestAlgorithm('sha256').oid), nullValue()),
    octetString(digest('sha256', bytes)),
  );
  return fromBinary(key.sign(toBinary(digestInfo), 'NONE'));
}
