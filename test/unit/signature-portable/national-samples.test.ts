// Real data of the national centre lies beside the project, never in it; where it is absent these tests are skipped and say so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readArmour } from '../../../src/signature/portable/armour.ts';
import { readCertificateFields } from '../../../src/signature/portable/certificate-fields.ts';
import { TAG, childrenOf, raw, readBitString, readDer } from '../../../src/signature/portable/der-reader.ts';
import type { Der } from '../../../src/signature/portable/der-reader.ts';
import { digest } from '../../../src/signature/portable/digest.ts';
import { GOST_2004_A, GOST_512_A } from '../../../src/signature/portable/gost-curves.ts';
import type { GostCurve } from '../../../src/signature/portable/gost-curves.ts';
import { publicKeyOf, signGost, verifyGost } from '../../../src/signature/portable/gost-signature.ts';
import { openKeyFile } from '../../../src/signature/portable/key-file.ts';
import { gostPublicKey } from '../../../src/signature/portable/private-key.ts';

const folder = join(import.meta.dirname, '../../../../shared/pki');
const samples = existsSync(folder) ? describe : describe.skip;
const read = (file: string): Uint8Array => {
  const armour = readArmour(new Uint8Array(readFileSync(join(folder, file))));
  if (!armour.ok) throw new Error(`${file}: ${armour.problem}`);
  return armour.value;
};

/** Whether a certificate bears a right signature by the key of another. */
function signedBy(certificate: Uint8Array, issuer: Uint8Array, curve: GostCurve): boolean {
  const [tbs, , signature] = childrenOf(readDer(certificate), TAG.sequence);
  return verifyGost({
    curve,
    publicKey: gostPublicKey(readCertificateFields(issuer)),
    signature: readBitString(signature as Der).bytes,
    digest: digest(curve === GOST_512_A ? 'streebog512' : 'gost34311', raw(tbs as Der)),
    frequent: true,
  });
}

samples('certificates and key files of the national centre (skipped where ../shared/pki is absent)', () => {
  test('the GOST root of 2022 signed itself and the issuing centre, and nobody else did', () => {
    const root = read('trust-production/root_gost_2022.pem');
    const centre = read('trust-production/nca_gost_2022.pem');
    const stamping = read('trust-production/tsa_gost_2025_2028.cer');
    expect(signedBy(root, root, GOST_512_A)).toBe(true);
    expect(signedBy(centre, root, GOST_512_A)).toBe(true);
    expect(signedBy(stamping, centre, GOST_512_A)).toBe(true);
    expect(signedBy(stamping, root, GOST_512_A)).toBe(false);
    expect(signedBy(centre, centre, GOST_512_A)).toBe(false);
  });

  test('the GOST roots of 2015 and 2020 are right by the old standard', () => {
    for (const file of ['root_gost.pem', 'root_gost_2020.cer']) {
      const root = read(`trust-production/${file}`);
      expect(signedBy(root, root, GOST_2004_A)).toBe(true);
    }
    const [root, centre] = [read('trust-production/root_gost.pem'), read('trust-production/nca_gost.pem')];
    expect(signedBy(centre, root, GOST_2004_A)).toBe(true);
  });

  test.each(['individual_valid', 'legal_head_valid', 'individual_revoked'])(
    'the key file %s opens, its key fits its certificate, and signs',
    (name) => {
      const opened = openKeyFile(
        new Uint8Array(readFileSync(join(folder, `samples/p12/${name}.p12`))),
        'Qwerty12',
      );
      if (!opened.ok) throw new Error(opened.problem);
      const { privateKey, certificate, subject } = opened.value;
      if (privateKey.kind !== 'gost') throw new Error('not a national key');
      expect(subject).toMatchObject({ commonName: 'ТЕСТОВ ТЕСТ', iin: '123456789011', purpose: 'signing' });
      expect(subject.bin).toBe(name === 'legal_head_valid' ? '123456789021' : undefined);
      const { curve, d } = privateKey;
      const publicKey = gostPublicKey(readCertificateFields(certificate));
      expect(publicKeyOf(curve, d)).toEqual(Uint8Array.from(publicKey));
      const hash = digest('streebog512', Buffer.from('Көмек'));
      const signature = signGost({ curve, privateKey: d, digest: hash });
      expect(verifyGost({ curve, publicKey, signature, digest: hash })).toBe(true);
      const issuer = read('trust-test/nca_gost2022_test.cer');
      expect(signedBy(certificate, issuer, GOST_512_A)).toBe(true);
    },
  );
});
