// The GOST side has no second witness on this machine: our own primitives judge it, and they are tested against foreign answers.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signer } from '../../../sandbox/authority/hierarchy.ts';
import { findDigestAlgorithm } from '../../../src/signature/portable/algorithms.ts';
import { readCertificateFields } from '../../../src/signature/portable/certificate-fields.ts';
import {
  TAG,
  childrenOf,
  context,
  present,
  raw,
  readBitString,
  readDer,
  readOctetString,
  readOid,
} from '../../../src/signature/portable/der-reader.ts';
import type { Der } from '../../../src/signature/portable/der-reader.ts';
import {
  boolean,
  concat,
  explicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../src/signature/portable/der-writer.ts';
import { digest } from '../../../src/signature/portable/digest.ts';
import { GOST_512_A } from '../../../src/signature/portable/gost-curves.ts';
import { verifyGost } from '../../../src/signature/portable/gost-signature.ts';
import { openKeyFile } from '../../../src/signature/portable/key-file.ts';
import { gostPublicKey } from '../../../src/signature/portable/private-key.ts';
import { startSandboxAuthority } from '../../support/sandbox-authority.ts';
import type { RunningAuthority } from '../../support/sandbox-authority.ts';

const PERSON = { iin: '909900400011', surname: 'ТЕСТОВА', givenName: 'ӘСЕЛ', patronymic: 'ҚАЙРАТҚЫЗЫ' };
const PASSWORD = 'Qwerty12';
let authority: RunningAuthority;
beforeAll(async () => {
  authority = await startSandboxAuthority();
});
afterAll(() => authority.close());

/** Whether `bytes` bear the signature of a certificate's key. */
const signedBy = (certificate: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verifyGost({
    curve: GOST_512_A,
    publicKey: gostPublicKey(readCertificateFields(certificate)),
    signature,
    digest: digest('streebog512', bytes),
  });

/** The same for SEQUENCE { to be signed, algorithm, signature }. */
function objectSignedBy(certificate: Uint8Array, der: Uint8Array): boolean {
  const [tbs, , signature] = childrenOf(readDer(der), TAG.sequence);
  return signedBy(certificate, raw(present(tbs)), readBitString(present(signature)).bytes);
}

const post = async (path: string, type: string, body: Uint8Array | string): Promise<Uint8Array> => {
  const sent = typeof body === 'string' ? body : Buffer.from(body);
  const response = await fetch(authority.base + path, {
    method: 'POST',
    headers: { 'content-type': type },
    body: sent,
  });
  return new Uint8Array(await response.arrayBuffer());
};
const revoke = (serial: string): Promise<Uint8Array> =>
  post('/revoke', 'application/json', JSON.stringify({ serial, reason: 'affiliationChanged' }));
const list = async (id: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(`${authority.base}/crl/${id}.crl`)).arrayBuffer());

describe('GOST certificates of the sandbox authority', () => {
  test('every certificate is signed by the one above it', async () => {
    const { root, issuing, timeStamping, responder } = authority.hierarchies.gost;
    const { certificate } = await authority.issue({ person: PERSON, password: PASSWORD });
    const links: [Uint8Array, Signer][] = [
      [root.certificate, root],
      [issuing.certificate, root],
      [timeStamping.certificate, issuing],
      [responder.certificate, issuing],
      [certificate, issuing],
    ];
    for (const [below, above] of links) expect(objectSignedBy(above.certificate, below)).toBe(true);
    expect(objectSignedBy(root.certificate, certificate)).toBe(false);
  });

  test('a key file opens, its serial number is the masked key identifier, its name tells both', async () => {
    const file = await authority.issue({
      person: PERSON,
      organisation: { bin: '990440000058', name: 'ТОО "ТЕСТ"', role: 'right-to-sign' },
      password: PASSWORD,
    });
    expect(file.fileName).toMatch(/^GOST512_[0-9a-f]{40}\.p12$/);
    expect(file.serial.slice(2)).toBe(file.fileName.slice(10, 48));
    expect(openKeyFile(file.bytes, PASSWORD)).toMatchObject({
      ok: true,
      value: {
        privateKey: { kind: 'gost', curve: GOST_512_A },
        subject: {
          iin: PERSON.iin,
          bin: '990440000058',
          purpose: 'signing',
          roles: ['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.2', '1.2.398.3.3.4.1.2.2'],
        },
      },
    });
  });
});

describe('status of GOST certificates', () => {
  const certId = (serial: string, hash: 'sha1' | 'sha256'): Uint8Array => {
    const issuer = readCertificateFields(authority.hierarchies.gost.issuing.certificate);
    const name = hash === 'sha1' ? '1.3.14.3.2.26' : '2.16.840.1.101.3.4.2.1';
    return sequence(
      sequence(oid(name), nullValue()),
      octetString(digest(hash, issuer.subject)),
      octetString(digest(hash, issuer.publicKey)),
      integer(new Uint8Array(Buffer.from(serial, 'hex'))),
    );
  };

  /** Asks with a nonce and takes the answer apart. */
  async function ask(
    id: Uint8Array,
  ): Promise<{ right: boolean; status: Der; answered: Uint8Array; nonce: boolean }> {
    const nonce = octetString(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    const extensions = explicit(2, sequence(sequence(oid('1.3.6.1.5.5.7.48.1.2'), octetString(nonce))));
    const request = sequence(sequence(sequence(sequence(id)), extensions));
    const reply = await post('/ocsp', 'application/ocsp-request', request);
    const [, wrapped] = childrenOf(readDer(reply), TAG.sequence);
    const [, basic] = childrenOf(childrenOf(wrapped, context(0))[0], TAG.sequence);
    const [data, , signature, certificates] = childrenOf(readDer(readOctetString(basic)), TAG.sequence);
    const [certificate] = childrenOf(childrenOf(certificates, context(0))[0], TAG.sequence);
    const [answered, status] = childrenOf(
      childrenOf(childrenOf(data, TAG.sequence)[2], TAG.sequence)[0],
      TAG.sequence,
    );
    return {
      right: signedBy(raw(present(certificate)), raw(present(data)), readBitString(present(signature)).bytes),
      status: present(status),
      answered: raw(present(answered)),
      nonce: Buffer.from(raw(present(data))).includes(Buffer.from(nonce)),
    };
  }

  test('the responder answers good, revoked and unknown, and repeats CertID and nonce', async () => {
    const { serial } = await authority.issue({ person: PERSON, password: PASSWORD });
    for (const hash of ['sha1', 'sha256'] as const) {
      const id = certId(serial, hash);
      const good = await ask(id);
      expect(good).toMatchObject({ right: true, nonce: true, answered: id });
      expect(good.status.tag).toBe(0x80);
    }
    await revoke(serial);
    expect((await ask(certId(serial, 'sha256'))).status.tag).toBe(0xa1);
    expect((await ask(certId('11'.repeat(20), 'sha256'))).status.tag).toBe(0x82);
  });

  test('lists and delta lists bear the signature of their issuer', async () => {
    const { root, issuing } = authority.hierarchies.gost;
    expect(objectSignedBy(issuing.certificate, await list('nca_gost'))).toBe(true);
    expect(objectSignedBy(issuing.certificate, await list('nca_gost_d'))).toBe(true);
    expect(objectSignedBy(root.certificate, await list('root_gost'))).toBe(true);
    expect(objectSignedBy(root.certificate, await list('nca_gost'))).toBe(false);
  });
});

describe('time-stamps with GOST', () => {
  test('a token stamps the imprint under the policy of 2015 and is signed by the authority inside', async () => {
    const imprint = sequence(
      sequence(oid('1.2.398.3.10.1.3.3'), nullValue()),
      octetString(digest('streebog512', Buffer.from('signature value'))),
    );
    const nonce = integer(123_456_789);
    const request = sequence(integer(1), imprint, nonce, boolean(true));
    const reply = await post('/tsp', 'application/timestamp-query', request);
    const [status, token] = childrenOf(readDer(reply), TAG.sequence);
    expect(raw(present(status))).toEqual(sequence(integer(0)));
    const [, wrapped] = childrenOf(token, TAG.sequence);
    const [version, , content, certificates, signers] = childrenOf(
      childrenOf(wrapped, context(0))[0],
      TAG.sequence,
    );
    expect(raw(present(version))).toEqual(integer(3));
    const info = readOctetString(childrenOf(childrenOf(content, TAG.sequence)[1], context(0))[0]);
    const [, policy, stamped, , , repeated] = childrenOf(readDer(info), TAG.sequence);
    expect(readOid(present(policy))).toBe('1.2.398.3.3.2.6.4');
    expect(raw(present(stamped))).toEqual(imprint);
    expect(raw(present(repeated))).toEqual(nonce);
    const [certificate] = childrenOf(certificates, context(0));
    expect(raw(present(certificate))).toEqual(authority.hierarchies.gost.timeStamping.certificate);
    const [, , algorithm, attributes, , signature] = childrenOf(
      childrenOf(signers, TAG.set)[0],
      TAG.sequence,
    );
    const hash = findDigestAlgorithm(readOid(present(childrenOf(algorithm, TAG.sequence)[0])));
    expect(hash?.name).toBe('streebog512');
    const signedBytes = concat(Uint8Array.of(TAG.set), raw(present(attributes)).subarray(1));
    expect(signedBy(raw(present(certificate)), signedBytes, readOctetString(signature))).toBe(true);
  });
});

describe('the folder of the sandbox authority', () => {
  test('the trust set pins every certificate and says where to ask', () => {
    const read = (file: string): Buffer => readFileSync(join(authority.trustFolder, file));
    const set = JSON.parse(read('trust.json').toString()) as {
      anchors: { file: string; sha256: string; crl: string }[];
      issuers: { file: string; sha256: string; ocsp: string; crl: string; deltaCrl: string }[];
    };
    expect(set).toMatchObject({
      name: 'komek-sandbox',
      purpose: 'test',
      admitTestIdentities: true,
      timeStamping: { url: `${authority.base}/tsp`, anchors: set.anchors, issuers: set.issuers },
      freshness: { ocspSeconds: 900, crlSeconds: 86_400 },
    });
    expect(set.anchors.map(({ file }) => file)).toEqual(['root_gost.cer', 'root_rsa.cer']);
    expect(set.issuers.map(({ ocsp }) => ocsp)).toEqual([`${authority.base}/ocsp`, `${authority.base}/ocsp`]);
    for (const { file, sha256 } of [...set.anchors, ...set.issuers])
      expect(createHash('sha256').update(read(file)).digest('hex')).toBe(sha256);
  });

  test('a second start keeps keys, register and the numbers of lists', async () => {
    const { serial } = await authority.issue({ person: PERSON, password: PASSWORD });
    await revoke(serial);
    const number = async (base: string): Promise<number> => {
      await fetch(`${base}/crl/publish`, { method: 'POST' });
      const der = new Uint8Array(await (await fetch(`${base}/crl/nca_gost.crl`)).arrayBuffer());
      const hex = Buffer.from(der).toString('hex');
      return Number.parseInt(/0603551d1404030201([0-9a-f]{2})/.exec(hex)?.[1] ?? '', 16);
    };
    const before = await number(authority.base);
    const again = await startSandboxAuthority({ folder: authority.folder });
    try {
      expect(again.hierarchies.gost.root.certificate).toEqual(authority.hierarchies.gost.root.certificate);
      expect(await number(again.base)).toBeGreaterThan(before);
      const crl = Buffer.from(await (await fetch(`${again.base}/crl/nca_gost.crl`)).arrayBuffer()).toString(
        'hex',
      );
      expect(crl).toContain(serial);
    } finally {
      await again.close();
    }
  });
});
