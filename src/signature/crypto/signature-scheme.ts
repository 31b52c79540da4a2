// Names of digests and signature schemes, read from AlgorithmIdentifiers. What is not in these tables is unknown and verifies nothing.
import {
  context,
  expect,
  readSmallInteger,
  TAG,
  contents,
  elementAt,
  type Der,
} from '../portable/der-reader.ts';
import { orMalformed } from '../portable/or-malformed.ts';
import { hasNoParameters, readAlgorithm, type AlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import { optionalFields } from '../x509/x509-extensions.ts';

export type DigestName =
  'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512' | 'streebog256' | 'streebog512' | 'gost34311';

export type SignatureScheme =
  | { readonly kind: 'rsa-pkcs1' | 'ecdsa' | 'dsa'; readonly digest: DigestName }
  | { readonly kind: 'rsa-pss'; readonly digest: DigestName; readonly saltLength: number }
  | { readonly kind: 'ed25519'; readonly digest: 'sha512' }
  | { readonly kind: 'gost-2015'; readonly digest: 'streebog256' | 'streebog512' }
  | { readonly kind: 'gost-2004'; readonly digest: 'gost34311' };

const DIGESTS: Readonly<Record<string, DigestName | undefined>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.398.3.10.1.3.2': 'streebog256',
  '1.2.398.3.10.1.3.3': 'streebog512',
  '1.2.398.3.10.1.3.1': 'gost34311',
};

const SCHEMES: Readonly<Record<string, SignatureScheme | undefined>> = {
  '1.2.840.113549.1.1.5': { kind: 'rsa-pkcs1', digest: 'sha1' },
  '1.2.840.113549.1.1.14': { kind: 'rsa-pkcs1', digest: 'sha224' },
  '1.2.840.113549.1.1.11': { kind: 'rsa-pkcs1', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa-pkcs1', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa-pkcs1', digest: 'sha512' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', digest: 'sha1' },
  '1.2.840.10045.4.3.1': { kind: 'ecdsa', digest: 'sha224' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', digest: 'sha512' },
  '1.2.840.10040.4.3': { kind: 'dsa', digest: 'sha1' },
  '2.16.840.1.101.3.4.3.1': { kind: 'dsa', digest: 'sha224' },
  '2.16.840.1.101.3.4.3.2': { kind: 'dsa', digest: 'sha256' },
  '1.3.101.112': { kind: 'ed25519', digest: 'sha512' },
  '1.2.398.3.10.1.1.2.3.1': { kind: 'gost-2015', digest: 'streebog256' },
  '1.2.398.3.10.1.1.2.3.2': { kind: 'gost-2015', digest: 'streebog512' },
  '1.2.398.3.10.1.1.1.2': { kind: 'gost-2004', digest: 'gost34311' },
};

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
/** Signed messages of 2018 name the key where the signature belongs (seen in the archive of the national centre). */
const GOST_2004_KEY = '1.2.398.3.10.1.1.1.1';

/** The digest that an AlgorithmIdentifier names, if it is a known one without parameters. */
export const digestOf = (algorithm: AlgorithmIdentifier): DigestName | undefined =>
  hasNoParameters(algorithm) ? DIGESTS[algorithm.oid] : undefined;

/** The signature scheme that an AlgorithmIdentifier names. */
export function schemeOf(algorithm: AlgorithmIdentifier): SignatureScheme | undefined {
  if (algorithm.oid === RSA_PSS) {
    const { parameters } = algorithm;
    const scheme = parameters && orMalformed(() => pssScheme(parameters));
    return scheme === 'malformed' ? undefined : scheme;
  }
  return hasNoParameters(algorithm) ? SCHEMES[algorithm.oid] : undefined;
}

/** As `schemeOf`, for a SignerInfo, where an RSA signature may be named by its key alone and the digest stands beside it (RFC 3370 3.2). */
export function signerSchemeOf(
  algorithm: AlgorithmIdentifier,
  digest: DigestName,
): SignatureScheme | undefined {
  if (!hasNoParameters(algorithm)) return schemeOf(algorithm);
  if (algorithm.oid === RSA_ENCRYPTION) return { kind: 'rsa-pkcs1', digest };
  if (algorithm.oid === GOST_2004_KEY && digest === 'gost34311') return { kind: 'gost-2004', digest };
  return schemeOf(algorithm);
}

/** RSASSA-PSS-params (RFC 4055 3.1): the mask must be made with the same digest, the trailer must be the usual one. */
function pssScheme(parameters: Der): SignatureScheme | undefined {
  const [hash, mask, salt, trailer] = optionalFields(parameters, ...[0, 1, 2, 3].map(context));
  const inside = (field: Der): Der => elementAt(field.source, field.contentStart, field.end);
  const digest = hash ? digestOf(readAlgorithm(inside(hash))) : 'sha1';
  const maskAlgorithm = mask && readAlgorithm(inside(mask));
  const maskDigest =
    maskAlgorithm?.oid === MGF1 && maskAlgorithm.parameters
      ? digestOf(readAlgorithm(maskAlgorithm.parameters))
      : undefined;
  const usualTrailer = !trailer || contents(inside(trailer)).join() === '1';
  if (!digest || (mask ? maskDigest : 'sha1') !== digest || !usualTrailer) return undefined;
  return {
    kind: 'rsa-pss',
    digest,
    saltLength: salt ? readSmallInteger(expect(inside(salt), TAG.integer)) : 20,
  };
}

/** One word for a scheme, as it stands in reports and in the table of algorithms, e.g. "rsa-pkcs1 sha256". */
export const schemeName = (scheme: SignatureScheme): string => `${scheme.kind} ${scheme.digest}`;
