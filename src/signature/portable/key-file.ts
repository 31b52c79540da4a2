// Opens a key file (.p12, RFC 7292): the national ones (BER, 3DES and RC2-40, a GOST key) and the usual ones (RSA, AES). Everything is
// bounded: a hostile file costs a refusal, never a frozen page.
import { berToDer } from './ber-reader.ts';
import { purposeOf, readCertificateFields } from './certificate-fields.ts';
import type { CertificateFields } from './certificate-fields.ts';
import {
  DerError,
  TAG,
  childrenOf,
  contents,
  context,
  contextPrimitive,
  expect,
  present,
  raw,
  readDer,
  readOctetString,
  readOid,
  readSmallInteger,
  sameBytes,
} from './der-reader.ts';
import type { Der } from './der-reader.ts';
import { concat } from './der-writer.ts';
import { findProtectionHash, keyFileMac } from './key-file-derivation.ts';
import { ProtectionError, decrypt, spend } from './key-file-protection.ts';
import type { WorkBudget } from './key-file-protection.ts';
import { belongsTogether, readPrivateKey } from './private-key.ts';
import type { PrivateKey } from './private-key.ts';

/**
 * `not-a-key-file`: no PKCS #12 · `too-large`: over 256 KB · `too-much-work`: more rounds of key derivation than any honest file asks
 * for · `wrong-password` · `unsupported-protection`: a cipher or MAC that is not known · `no-key` · `several-keys` ·
 * `unsupported-key`: not RSA, P-256 or national · `no-certificate`: none that belongs to the key
 */
export type KeyFileProblem =
  | 'not-a-key-file'
  | 'too-large'
  | 'too-much-work'
  | 'wrong-password'
  | 'unsupported-protection'
  | 'no-key'
  | 'several-keys'
  | 'unsupported-key'
  | 'no-certificate';

export interface KeyFile {
  readonly privateKey: PrivateKey;
  /** DER of the certificate that belongs to the key, and of the others in the file. */
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly subject: {
    readonly commonName: string;
    readonly iin: string | undefined;
    readonly bin: string | undefined;
    readonly organisation: string | undefined;
    /** Extended key usage with the national roles. */
    readonly roles: readonly string[];
    readonly notBefore: Date;
    readonly notAfter: Date;
    readonly purpose: 'signing' | 'authentication';
  };
}

export type KeyFileResult =
  { readonly ok: true; readonly value: KeyFile } | { readonly ok: false; readonly problem: KeyFileProblem };

const MOST_BYTES = 256 * 1024;
// A round takes some five microseconds; files in use ask for 2,000 to 100,000 in all.
const MOST_ROUNDS = 400_000;

const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
} as const;

class KeyFileError extends Error {
  readonly problem: KeyFileProblem;

  constructor(problem: KeyFileProblem) {
    super(problem);
    this.name = 'KeyFileError';
    this.problem = problem;
  }
}

/**
 * Opens a key file.
 * @param bytes the file as it is
 * @param password as typed; a keyboard layout mistake is the caller's to suspect
 */
export function openKeyFile(bytes: Uint8Array, password: string): KeyFileResult {
  if (bytes.length > MOST_BYTES) return { ok: false, problem: 'too-large' };
  try {
    return { ok: true, value: openOrThrow(bytes, password) };
  } catch (error) {
    if (error instanceof KeyFileError || error instanceof ProtectionError)
      return { ok: false, problem: error.problem };
    if (error instanceof DerError) return { ok: false, problem: 'not-a-key-file' };
    throw error;
  }
}

function openOrThrow(bytes: Uint8Array, password: string): KeyFile {
  const [version, authSafe, macData] = childrenOf(readDer(berToDer(bytes)), TAG.sequence);
  if (readSmallInteger(expect(version, TAG.integer)) !== 3) throw new KeyFileError('not-a-key-file');
  const content = readOctetString(contentOf(authSafe, OID.data));
  const lock: Lock = { password, budget: { rounds: MOST_ROUNDS } };
  if (macData) checkMac(macData, content, lock);
  const found: Found = { keys: [], certificates: [] };
  for (const part of childrenOf(readDer(berToDer(content)), TAG.sequence)) collect(part, lock, found);
  return join(found);
}

interface Lock {
  readonly password: string;
  readonly budget: WorkBudget;
}

interface Found {
  readonly keys: PrivateKey[];
  readonly certificates: Uint8Array[];
}

/** The content of a ContentInfo of the given kind. */
function contentOf(contentInfo: Der | undefined, kind: string): Der {
  const [oid, wrapped] = childrenOf(contentInfo, TAG.sequence);
  if (readOid(expect(oid, TAG.oid)) !== kind) throw new KeyFileError('unsupported-protection');
  return present(childrenOf(wrapped, context(0))[0]);
}

function checkMac(macData: Der, content: Uint8Array, { password, budget }: Lock): void {
  const [info, salt, iterations] = childrenOf(macData, TAG.sequence);
  const [algorithm, expected] = childrenOf(info, TAG.sequence);
  const hash = findProtectionHash(readOid(expect(childrenOf(algorithm, TAG.sequence)[0], TAG.oid)));
  if (!hash) throw new KeyFileError('unsupported-protection');
  const rounds = iterations ? readSmallInteger(expect(iterations, TAG.integer)) : 1;
  spend(budget, rounds);
  const mac = keyFileMac(content, { hash, password, salt: readOctetString(salt), rounds });
  if (!sameBytes(mac, readOctetString(expected))) throw new KeyFileError('wrong-password');
}

function collect(part: Der, lock: Lock, found: Found): void {
  const kind = readOid(expect(childrenOf(part, TAG.sequence)[0], TAG.oid));
  if (kind !== OID.data && kind !== OID.encryptedData) throw new KeyFileError('unsupported-protection');
  const content = contentOf(part, kind);
  const bags = kind === OID.data ? readOctetString(content) : decryptContent(content, lock);
  for (const bag of childrenOf(unlocked(bags), TAG.sequence)) collectBag(bag, lock, found);
}

/** The bags of an EncryptedData; its content is one string or a string in pieces. */
function decryptContent(encryptedData: Der, lock: Lock): Uint8Array {
  const [, info] = childrenOf(encryptedData, TAG.sequence);
  const [, algorithm, encrypted] = childrenOf(info, TAG.sequence);
  const bytes =
    encrypted?.tag === context(0)
      ? concat(...childrenOf(encrypted, context(0)).map(readOctetString))
      : contents(expect(encrypted, contextPrimitive(0)));
  return decrypt(expect(algorithm, TAG.sequence), bytes, lock);
}

/** What came out of a cipher without a MAC before it: when it is no DER, the password was wrong. */
function unlocked(bytes: Uint8Array): Der {
  try {
    return readDer(berToDer(bytes));
  } catch (error) {
    if (error instanceof DerError) throw new KeyFileError('wrong-password');
    throw error;
  }
}

function collectBag(bag: Der, lock: Lock, found: Found): void {
  const [oid, wrapped] = childrenOf(bag, TAG.sequence);
  const value = (): Der => present(childrenOf(wrapped, context(0))[0]);
  switch (readOid(expect(oid, TAG.oid))) {
    case OID.keyBag:
      addKey(found, value());
      break;
    case OID.shroudedKeyBag: {
      const [algorithm, encrypted] = childrenOf(value(), TAG.sequence);
      const key = decrypt(expect(algorithm, TAG.sequence), readOctetString(encrypted), lock);
      addKey(found, unlocked(key));
      break;
    }
    case OID.certificateBag: {
      const [kind, certificate] = childrenOf(value(), TAG.sequence);
      if (readOid(expect(kind, TAG.oid)) === OID.x509Certificate)
        found.certificates.push(readOctetString(childrenOf(certificate, context(0))[0]).slice());
      break;
    }
    default:
  }
}

function addKey(found: Found, privateKeyInfo: Der): void {
  if (found.keys.length > 0) throw new KeyFileError('several-keys');
  const key = readPrivateKey(raw(privateKeyInfo));
  if (!key) throw new KeyFileError('unsupported-key');
  found.keys.push(key);
}

function join({ keys, certificates }: Found): KeyFile {
  const [privateKey] = keys;
  if (!privateKey) throw new KeyFileError('no-key');
  let own: { certificate: Uint8Array; fields: CertificateFields } | undefined;
  const chain: Uint8Array[] = [];
  for (const certificate of certificates) {
    const fields = readCertificateFields(certificate);
    if (!own && belongsTogether(privateKey, fields)) own = { certificate, fields };
    else chain.push(certificate);
  }
  if (!own) throw new KeyFileError('no-certificate');
  const { commonName, iin, bin, organisation, purposes, notBefore, notAfter } = own.fields;
  return {
    privateKey,
    certificate: own.certificate,
    chain,
    subject: {
      commonName,
      iin,
      bin,
      organisation,
      roles: purposes,
      notBefore,
      notAfter,
      purpose: purposeOf(own.fields),
    },
  };
}
