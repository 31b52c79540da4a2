import { createVerify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { buildCertificate } from '../../../sandbox/authority/certificate-builder.ts';
import { keyUsage } from '../../../sandbox/authority/extensions.ts';
import { makeKeyPair } from '../../../sandbox/authority/key-pair.ts';
import type { KeyPair, KeyPairKind } from '../../../sandbox/authority/key-pair.ts';
import { personName } from '../../../sandbox/authority/names.ts';
import { signCades } from '../../../src/signature/portable/cades.ts';
import {
  TAG,
  childrenOf,
  context,
  raw,
  readDer,
  readOctetString,
  readOid,
} from '../../../src/signature/portable/der-reader.ts';
import type { Der } from '../../../src/signature/portable/der-reader.ts';
import { concat, octetString } from '../../../src/signature/portable/der-writer.ts';
import { digest } from '../../../src/signature/portable/digest.ts';
import { publicKeyOf, verifyGost } from '../../../src/signature/portable/gost-signature.ts';
import { signBytes } from '../../../src/signature/portable/sign-bytes.ts';

const content = Buffer.from('{"form":"2"}');
const signingTime = new Date('2026-07-20T09:08:06Z');

async function holder(kind: KeyPairKind): Promise<{ key: KeyPair; certificate: Uint8Array }> {
  const key = makeKeyPair(kind);
  const subject = personName({ iin: '123456789011', surname: 'ТЕСТОВ', givenName: 'ТЕСТ' });
  const certificate = await buildCertificate({
    subject,
    publicKey: key.spki,
    issuer: { name: subject, key: key.privateKey },
    notBefore: signingTime,
    notAfter: new Date('2027-07-20T00:00:00Z'),
    extensions: [keyUsage(['digitalSignature', 'nonRepudiation'])],
  });
  return { key, certificate };
}

interface Taken {
  readonly encapsulated: Der[];
  readonly certificates: Uint8Array[];
  readonly signed: Map<string, Uint8Array>;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly unsigned: Map<string, Uint8Array>;
}

function attributes(field: Der | undefined): Map<string, Uint8Array> {
  if (!field) return new Map();
  return new Map(
    childrenOf(field, field.tag).map((each) => {
      const [type, values] = childrenOf(each, TAG.sequence);
      return [readOid(type as Der), raw(childrenOf(values, TAG.set)[0] as Der)];
    }),
  );
}

/** Takes a signature with one signer apart. */
function takeApart(der: Uint8Array): Taken {
  const [, wrapped] = childrenOf(readDer(der), TAG.sequence);
  const [, , encapsulated, certificates, signers] = childrenOf(
    childrenOf(wrapped, context(0))[0],
    TAG.sequence,
  );
  const [, , , signed, , signature, unsigned] = childrenOf(childrenOf(signers, TAG.set)[0], TAG.sequence);
  return {
    encapsulated: childrenOf(encapsulated, TAG.sequence),
    certificates: childrenOf(certificates, context(0)).map(raw),
    signed: attributes(signed),
    signedBytes: concat(Uint8Array.of(TAG.set), raw(signed as Der).subarray(1)),
    signature: readOctetString(signature),
    unsigned: attributes(unsigned),
  };
}

function signatureIsRight(key: KeyPair, { signature, signedBytes }: Taken): boolean {
  if (key.privateKey.kind === 'gost') {
    const { curve, d } = key.privateKey;
    const hash = digest(curve.bytes === 64 ? 'streebog512' : 'streebog256', signedBytes);
    return verifyGost({ curve, publicKey: publicKeyOf(curve, d), signature, digest: hash });
  }
  return createVerify('sha256')
    .update(signedBytes)
    .verify({ key: Buffer.from(key.spki), format: 'der', type: 'spki' }, signature);
}

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47';

describe.each<[KeyPairKind, 'streebog512' | 'streebog256' | 'sha256']>([
  ['gost512', 'streebog512'],
  ['gost256', 'streebog256'],
  ['rsa2048', 'sha256'],
  ['p256', 'sha256'],
])('signing with a key of kind %s', (kind, hash) => {
  test('makes a signature with the four signed attributes, attached or detached', async () => {
    const { key, certificate } = await holder(kind);
    for (const detached of [true, false]) {
      const made = takeApart(
        await signCades({ content, key: key.privateKey, certificate, signingTime, detached }),
      );
      expect(signatureIsRight(key, made)).toBe(true);
      expect([...made.signed.keys()].sort()).toEqual(
        [CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME, SIGNING_CERTIFICATE].sort(),
      );
      expect(made.signed.get(MESSAGE_DIGEST)).toEqual(octetString(digest(hash, content)));
      expect(Buffer.from(made.signed.get(SIGNING_TIME) ?? []).toString('latin1')).toContain('260720090806Z');
      expect(Buffer.from(made.signed.get(SIGNING_CERTIFICATE) ?? []).toString('hex')).toContain(
        Buffer.from(digest('sha256', certificate)).toString('hex'),
      );
      expect(made.certificates).toEqual([certificate]);
      expect(made.encapsulated.length).toBe(detached ? 1 : 2);
      expect(made.unsigned.size).toBe(0);
    }
  });
});

describe('signing', () => {
  test('of a hash alone gives the detached signature of the content', async () => {
    const { key, certificate } = await holder('gost512');
    const request = { key: key.privateKey, certificate, signingTime };
    const prepared = { digest: digest('streebog512', content) };
    const made = takeApart(await signCades({ ...request, content: prepared, detached: true }));
    expect(made.signed.get(MESSAGE_DIGEST)).toEqual(octetString(prepared.digest));
    await expect(signCades({ ...request, content: prepared, detached: false })).rejects.toThrow(RangeError);
  });

  test('with a time-stamp asks for it over the signature value and keeps the token', async () => {
    const { key, certificate } = await holder('gost512');
    const token = octetString(Uint8Array.of(1, 2, 3));
    const asked: Uint8Array[] = [];
    const der = await signCades({
      content,
      key: key.privateKey,
      certificate,
      signingTime,
      detached: true,
      timeStamp: (value) => {
        asked.push(value);
        return Promise.resolve(token);
      },
    });
    const made = takeApart(der);
    expect(asked).toEqual([made.signature]);
    expect(made.unsigned.get('1.2.840.113549.1.9.16.2.14')).toEqual(token);
  });

  test('with RSA where WebCrypto is missing gives the same signature', async () => {
    const { key } = await holder('rsa2048');
    const usual = await signBytes(key.privateKey, content);
    const other = makeKeyPair('p256');
    const { crypto } = globalThis;
    const without = { getRandomValues: crypto.getRandomValues.bind(crypto) };
    Object.defineProperty(globalThis, 'crypto', { value: without, configurable: true });
    try {
      expect(await signBytes(key.privateKey, content)).toEqual(usual);
      await expect(signBytes(other.privateKey, content)).rejects.toThrow('WebCrypto');
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
    }
  });
});
