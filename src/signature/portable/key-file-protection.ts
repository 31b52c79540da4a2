// How a key file is locked: 3DES and RC2 with keys of PKCS #12, AES with PBES2 (RFC 8018). The ciphers are node-forge's, of which only
// these parts are loaded: the browser need not fetch the rest.
import { fromBinary, toBinary } from './binary-text.ts';
import {
  TAG,
  children,
  childrenOf,
  expect,
  readOctetString,
  readOid,
  readSmallInteger,
} from './der-reader.ts';
import type { Der } from './der-reader.ts';
import { forge } from './forge-parts.ts';
import type { ForgeCipher } from './forge-parts.ts';
import { derivePbkdf2Key, derivePkcs12Key, findProtectionHash } from './key-file-derivation.ts';

/** What a locked file may cost: every round of every derivation counts. Beyond it the file is refused, not worked on. */
export interface WorkBudget {
  rounds: number;
}

export type ProtectionProblem = 'too-much-work' | 'unsupported-protection' | 'wrong-password';

/** Thrown inside the reading of a key file, and turned into its refusal there. */
export class ProtectionError extends Error {
  readonly problem: ProtectionProblem;

  constructor(problem: ProtectionProblem) {
    super(problem);
    this.name = 'ProtectionError';
    this.problem = problem;
  }
}

/** Takes rounds off the budget; throws `too-much-work` when it does not suffice. */
export function spend(budget: WorkBudget, rounds: number): void {
  budget.rounds -= rounds;
  if (budget.rounds < 0) throw new ProtectionError('too-much-work');
}

/** Password-based schemes of PKCS #12 (1.2.840.113549.1.12.1.n): cipher and length of its key. */
const PKCS12_SCHEMES: Readonly<Record<string, { cipher: '3des' | 'rc2'; bytes: number }>> = {
  '1.2.840.113549.1.12.1.3': { cipher: '3des', bytes: 24 },
  '1.2.840.113549.1.12.1.4': { cipher: '3des', bytes: 16 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', bytes: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', bytes: 5 },
};

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';

/** Ciphers of PBES2, by identifier. */
const PBES2_CIPHERS: Readonly<Record<string, { name: string; bytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'AES-CBC', bytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'AES-CBC', bytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'AES-CBC', bytes: 32 },
  '1.2.840.113549.3.7': { name: '3DES-CBC', bytes: 24 },
};

/**
 * Unlocks data with the algorithm that stands beside it.
 * @param algorithm AlgorithmIdentifier of the encryption
 * Throws ProtectionError: `wrong-password` when the padding is wrong, `too-much-work`, `unsupported-protection`.
 */
export function decrypt(
  algorithm: Der,
  data: Uint8Array,
  { password, budget }: { password: string; budget: WorkBudget },
): Uint8Array {
  const [oid, parameters] = childrenOf(algorithm, TAG.sequence);
  const name = readOid(expect(oid, TAG.oid));
  const scheme = PKCS12_SCHEMES[name];
  if (scheme) {
    const [salt, rounds] = childrenOf(parameters, TAG.sequence);
    const common = {
      hash: 'sha1',
      password,
      salt: readOctetString(salt),
      rounds: readSmallInteger(expect(rounds, TAG.integer)),
    } as const;
    spend(budget, common.rounds * 3);
    const key = derivePkcs12Key({ ...common, purpose: 1, bytes: scheme.bytes });
    const iv = derivePkcs12Key({ ...common, purpose: 2, bytes: 8 });
    return scheme.cipher === 'rc2'
      ? run(forge.rc2.createDecryptionCipher(toBinary(key), key.length * 8), toBinary(iv), data)
      : run(forge.cipher.createDecipher('3DES-CBC', toBinary(tripled(key))), { iv: toBinary(iv) }, data);
  }
  if (name !== PBES2) throw new ProtectionError('unsupported-protection');
  return decryptPbes2(expect(parameters, TAG.sequence), data, { password, budget });
}

/** Two-key 3DES uses the first key again as the third. */
const tripled = (key: Uint8Array): Uint8Array =>
  key.length === 24 ? key : Uint8Array.of(...key, ...key.subarray(0, 8));

function decryptPbes2(
  parameters: Der,
  data: Uint8Array,
  { password, budget }: { password: string; budget: WorkBudget },
): Uint8Array {
  const [derivation, encryption] = children(parameters);
  const [derivationOid, derivationParameters] = childrenOf(derivation, TAG.sequence);
  const [cipherOid, iv] = childrenOf(encryption, TAG.sequence);
  const cipher = PBES2_CIPHERS[readOid(expect(cipherOid, TAG.oid))];
  if (readOid(expect(derivationOid, TAG.oid)) !== PBKDF2 || !cipher)
    throw new ProtectionError('unsupported-protection');
  const [salt, rounds, ...rest] = childrenOf(derivationParameters, TAG.sequence);
  const prf = rest.find((field) => field.tag === TAG.sequence);
  const hash = prf ? findProtectionHash(readOid(expect(children(prf)[0], TAG.oid))) : 'sha1';
  if (!hash) throw new ProtectionError('unsupported-protection');
  const count = readSmallInteger(expect(rounds, TAG.integer));
  spend(budget, count);
  const key = derivePbkdf2Key({
    hash,
    password,
    salt: readOctetString(salt),
    rounds: count,
    bytes: cipher.bytes,
  });
  const vector = { iv: toBinary(readOctetString(iv)) };
  return run(forge.cipher.createDecipher(cipher.name, toBinary(key)), vector, data);
}

function run(cipher: ForgeCipher, start: string | { iv: string }, data: Uint8Array): Uint8Array {
  cipher.start(start);
  cipher.update(forge.util.createBuffer(toBinary(data)));
  if (!cipher.finish()) throw new ProtectionError('wrong-password');
  return fromBinary(cipher.output.getBytes());
}
