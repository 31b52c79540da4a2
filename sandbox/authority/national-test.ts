// The test hierarchy of the national centre, for whoever has its certificates and its list in a folder (NATIONAL_TEST_PKI): written as a
// trust set beside the sandbox's own, with the list served from here. Nothing of it belongs to this program.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { NATIONAL_TEST } from '../../src/signature/trust/national-trust.ts';

const LIST = 'nca_gost2022_test.crl';
/** A list of the test centre lives for half a year. */
const LIST_SECONDS = 180 * 86_400;

/**
 * Writes DIR/trust-national-test and gives what serves the list.
 * @param options.pki folder with trust-test/*.cer and the list, as the national centre publishes them
 * @param options.folder where the trust set goes
 * @param options.base address at which this authority is reached
 */
export function nationalTestRoutes(options: { pki: string; folder: string; base: string }): Router {
  const source = join(options.pki, 'trust-test');
  const trust = join(options.folder, 'trust-national-test');
  mkdirSync(trust, { recursive: true });
  const pinned = ({ file, sha256 }: { readonly file: string; readonly sha256: string }) => {
    const found = createHash('sha256')
      .update(readFileSync(join(source, file)))
      .digest('hex');
    if (found !== sha256) throw new Error(`${file} is not the certificate of the national test centre`);
    copyFileSync(join(source, file), join(trust, file));
    return { file, sha256 };
  };
  const set = {
    name: 'national-test',
    purpose: 'test',
    admitTestIdentities: true,
    anchors: NATIONAL_TEST.anchors.map(pinned),
    issuers: NATIONAL_TEST.issuers.map((issuer) => ({
      ...pinned(issuer),
      crl: `${options.base}/national-test/${LIST}`,
    })),
    freshness: { crlSeconds: LIST_SECONDS },
    // The centre publishes no list of its test root: that of the pinned issuing authority is switched off, and every verdict says so.
    revocation: { signer: 'asked', issuer: 'switched-off', timeStamping: 'switched-off' },
  };
  writeFileSync(join(trust, 'trust.json'), `${JSON.stringify(set, null, 2)}\n`);

  const router = Router();
  router.get(`/national-test/${LIST}`, (_request, response) => {
    response.type('application/pkix-crl').send(readFileSync(join(source, LIST)));
  });
  return router;
}
