// Writes key files as the national centre gives them out: PKCS #12 in BER with indefinite lengths, the key under 3DES, the certificate
// under RC2 with 40 bits, a MAC with SHA-1, 1024 rounds. Weak by today's measure, and exactly what a portal must be able to open.
import { randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { fromBinary, toBinary } from '../../src/signature/portable/binary-text.ts';
import {
  concat,
  element,
  explicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
} from '../../src/signature/portable/der-writer.ts';
import { derivePkcs12Key, keyFileMac } from '../../src/signature/portable/key-file-derivation.ts';
import { keyIdentifier } from './extensions.ts';
import type { KeyPair } from './key-pair.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  tripleDes: '1.2.840.113549.1.12.1.3',
  rc2: '1.2.840.113549.1.12.1.6',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  sha1: '1.3.14.3.2.26',
} as const;

export interface KeyFileContents {
  readonly keys: readonly KeyPair[];
  readonly certificates: readonly Uint8Array[];
  readonly password: string;
  /** Rounds of every key derivation; 1024 unless a test wants to know what happens to others. */
  readonly rounds?: number;
  /** Changes the contents before they get their MAC: a hostile file may well have a right MAC. */
  readonly alter?: (content: Uint8Array) => Uint8Array;
}

/** Bytes of a .p12; one key and its certificate in an honest file. */
export function writeKeyFile(contents: KeyFileContents): Uint8Array {
  const { keys, certificates, password, rounds = 1024 } = contents;
  const lock: Lock = { password, rounds };
  const id = keys[0] ? keyIdentifier(keys[0].spki) : new Uint8Array(20);
  const keyBags = keys.map((key) =>
    bag(OID.shroudedKeyBag, shroud(key.pkcs8, lock), keyIdentifier(key.spki)),
  );
  const certificateBags = certificates.map((certificate, position) =>
    bag(
      OID.certificateBag,
      sequence(oid(OID.x509Certificate), explicit(0, octetString(certificate))),
      position === 0 ? id : undefined,
    ),
  );
  const honest = indefinite(
    0x30,
    indefinite(0x30, oid(OID.data), indefinite(0xa0, octetString(sequence(...keyBags)))),
    encryptedData(sequence(...certificateBags), lock),
  );
  const content = contents.alter?.(honest) ?? honest;
  const salt = randomBytes(20);
  const mac = keyFileMac(content, { hash: 'sha1', password, salt, rounds });
  return sequence(
    integer(3),
    sequence(oid(OID.data), explicit(0, octetString(content))),
    sequence(
      sequence(sequence(oid(OID.sha1), nullValue()), octetString(mac)),
      octetString(salt),
      integer(rounds),
    ),
  );
}

interface Lock {
  readonly password: string;
  readonly rounds: number;
}

/** An element of indefinite length, as BER allows. */
const indefinite = (tag: number, ...content: readonly Uint8Array[]): Uint8Array =>
  concat(Uint8Array.of(tag, 0x80), ...content, Uint8Array.of(0, 0));

/** SafeBag with the attributes that tie key and certificate together. */
function bag(kind: string, value: Uint8Array, id: Uint8Array | undefined): Uint8Array {
  const label = id && Buffer.from(Buffer.from(id).toString('hex'), 'utf16le').swap16();
  const attributes =
    id && label
      ? [
          setOf(
            sequence(oid(OID.localKeyId), setOf(octetString(id))),
            sequence(oid(OID.friendlyName), setOf(element(0x1e, label))),
          ),
        ]
      : [];
  return sequence(oid(kind), explicit(0, value), ...attributes);
}

function derive({ password, rounds }: Lock, salt: Uint8Array, bytes: number): { key: string; iv: string } {
  const common = { hash: 'sha1', password, salt, rounds } as const;
  return {
    key: toBinary(derivePkcs12Key({ ...common, purpose: 1, bytes })),
    iv: toBinary(derivePkcs12Key({ ...common, purpose: 2, bytes: 8 })),
  };
}

const lockAlgorithm = (kind: string, salt: Uint8Array, { rounds }: Lock): Uint8Array =>
  sequence(oid(kind), sequence(octetString(salt), integer(rounds)));

/** EncryptedPrivateKeyInfo under 3DES. */
function shroud(pkcs8: Uint8Array, lock: Lock): Uint8Array {
  const salt = randomBytes(20);
  const { key, iv } = derive(lock, salt, 24);
  const cipher = forge.cipher.createCipher('3DES-CBC', key);
  cipher.start({ iv });
  cipher.update(forge.util.createBuffer(toBinary(pkcs8)));
  cipher.finish();
  return sequence(
    lockAlgorithm(OID.tripleDes, salt, lock),
    octetString(fromBinary(cipher.output.getBytes())),
  );
}

/** EncryptedData under RC2-40, its content in two pieces. */
function encryptedData(content: Uint8Array, lock: Lock): Uint8Array {
  const salt = randomBytes(20);
  const { key, iv } = derive(lock, salt, 5);
  const cipher = forge.rc2.createEncryptionCipher(key, 40);
  cipher.start(iv);
  cipher.update(forge.util.createBuffer(toBinary(content)));
  cipher.finish();
  const encrypted = fromBinary(cipher.output.getBytes());
  const pieces = [octetString(encrypted.subarray(0, 1000)), octetString(encrypted.subarray(1000))];
  return indefinite(
    0x30,
    oid(OID.encryptedData),
    indefinite(
      0xa0,
      indefinite(
        0x30,
        integer(0),
        indefinite(0x30, oid(OID.data), lockAlgorithm(OID.rc2, salt, lock), indefinite(0xa0, ...pieces)),
      ),
    ),
  );
}
