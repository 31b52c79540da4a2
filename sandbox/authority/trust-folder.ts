// Writes the trust set of the sandbox: the certificates of its authorities, each pinned by SHA-256, and where to ask about what they
// issued. The verifier reads the same form for the national centre.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAMILIES } from './hierarchy.ts';
import type { Authority, Hierarchies } from './hierarchy.ts';

const OCSP_SECONDS = 900;
const LIST_SECONDS = 86_400;

/** Writes DIR/trust and returns its path. Old files are replaced. */
export function writeTrustFolder(folder: string, hierarchies: Hierarchies, base: string): string {
  const trust = join(folder, 'trust');
  mkdirSync(trust, { recursive: true });
  const all = FAMILIES.map((family) => hierarchies[family]);
  const pinned = ({ id, certificate }: Authority): { file: string; sha256: string } => {
    const file = `${id}.cer`;
    writeFileSync(join(trust, file), certificate);
    return { file, sha256: createHash('sha256').update(certificate).digest('hex') };
  };
  const anchors = all.map(({ root }) => ({ ...pinned(root), crl: root.addresses.crl }));
  const issuers = all.map(({ issuing }) => ({
    ...pinned(issuing),
    ocsp: issuing.addresses.ocsp,
    crl: issuing.addresses.crl,
    deltaCrl: issuing.addresses.deltaCrl,
  }));
  const set = {
    name: 'komek-sandbox',
    purpose: 'test',
    admitTestIdentities: true,
    anchors,
    issuers,
    timeStamping: { url: `${base}/tsp`, anchors, issuers },
    freshness: { ocspSeconds: OCSP_SECONDS, crlSeconds: LIST_SECONDS },
  };
  writeFileSync(join(trust, 'trust.json'), `${JSON.stringify(set, null, 2)}\n`);
  return trust;
}
