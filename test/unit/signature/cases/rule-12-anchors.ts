// Rule 12: only anchors that the trust folder pins by SHA-256 are trusted; a folder that is otherwise than pinned is not used at all.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { loadTrust, TrustError } from '../../../../src/signature/trust/trust-folder.ts';
import { trustFromCertificates } from '../../../../src/signature/trust/trust-from-certificates.ts';
import { signDetached } from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import {
  benchOf,
  DOCUMENT,
  outcomeOf,
  passes,
  sign,
  stopped,
  verdictOn,
  type Outcome,
} from '../../../support/signature-bench.ts';
import { Pki } from '../../../support/signature-kit.ts';

const bench = await benchOf();
const { pki } = bench;
const stranger = await Pki.make('p256', 'STRANGER');

const pin = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const SWITCHED_OFF = { issuer: 'switched-off', timeStamping: 'switched-off' };

interface Folder {
  /** What stands in the place of the root's certificate; `undefined`: no file. */
  readonly root?: Uint8Array | string | undefined;
  readonly issuing?: Uint8Array;
  /** Fields of trust.json in the place of the right ones. */
  readonly file?: object;
  readonly json?: string;
}

const RIGHT_FILE = {
  name: 'kit',
  purpose: 'test',
  anchors: [{ file: 'root.cer', sha256: pin(pki.root.der) }],
  issuers: [{ file: 'issuing.cer', sha256: pin(pki.issuing.der) }],
  revocation: SWITCHED_OFF,
};

/** Reads a folder, and judges the bench's signature by it. */
async function underFolder(order: Folder): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'komek-trust-'));
  try {
    const { root } = { root: pki.root.der, ...order };
    if (root !== undefined) writeFileSync(join(folder, 'root.cer'), root);
    writeFileSync(join(folder, 'issuing.cer'), order.issuing ?? pki.issuing.der);
    writeFileSync(join(folder, 'trust.json'), order.json ?? JSON.stringify({ ...RIGHT_FILE, ...order.file }));
    const trust = loadTrust(folder);
    return outcomeOf(await verdictOn(bench, { signature: await sign(bench), trust }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Refused {
  readonly refused: string;
}

const refusal = (folder: Folder) => async (): Promise<Refused> => {
  try {
    return { refused: `not: ${(await underFolder(folder)).indication}` };
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    return { refused: error.message };
  }
};
/** The file that is meant, and why it is refused. */
const because = (file: string, why: string): Refused => ({
  refused: expect.stringMatching(new RegExp(`${file}: [^]*${why}`)) as unknown as string,
});

const negatives = negativesOf(12, async () => (await underFolder({})).indication);
const anchor = (change: object): Folder => ({ file: { anchors: [{ ...RIGHT_FILE.anchors[0], ...change }] } });
const changed = pki.root.der.with(60, (pki.root.der[60] as number) ^ 1);
const NO_PATH = stopped('INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND', 'path-built');

export const RULE_12: readonly NegativeCase[] = [
  ...negatives(because('root.cer', 'SHA-256 is [0-9a-f]{64}, pinned is'), {
    'another root in the place of the pinned one': refusal({ root: stranger.root.der }),
    'a root of which one byte changed': refusal({ root: changed }),
    'a root with a byte more': refusal({ root: Uint8Array.from([...pki.root.der, 0]) }),
    'a root that is pinned by another hash': refusal(anchor({ sha256: pin(stranger.root.der) })),
  }),
  ...negatives(because('issuing.cer', 'SHA-256 is [0-9a-f]{64}, pinned is'), {
    'another issuing authority in the place of the pinned one': refusal({ issuing: stranger.issuing.der }),
  }),
  ...negatives(because('root.cer', 'ENOENT'), {
    'a root that is missing': refusal({ root: undefined }),
  }),
  ...negatives(because('root.cer', 'holds no certificate'), {
    'a root that is a page': refusal({ root: '<html>moved</html>' }),
    'a root that is empty': refusal({ root: '' }),
  }),
  ...negatives(because('root.cer', 'is no certificate'), {
    'a pinned file that is no certificate': refusal({
      root: pki.root.certificate.tbs,
      ...anchor({ sha256: pin(pki.root.certificate.tbs) }),
    }),
  }),
  ...negatives(because('trust.json', 'is a file of the folder itself'), {
    'a root outside the folder': refusal(anchor({ file: '../root.cer' })),
  }),
  ...negatives(because('trust.json', 'is 64 hex digits'), {
    'a root that is pinned by SHA-1': refusal(anchor({ sha256: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' })),
    'a root that is not pinned': refusal(anchor({ sha256: '' })),
  }),
  ...negatives(because('trust.json', 'anchors'), {
    'a folder without anchors': refusal({ file: { anchors: [] } }),
    'a responder at an address that is none of the web': refusal(anchor({ ocsp: 'file:///etc/passwd' })),
  }),
  ...negatives(because('trust.json', 'trusted'), {
    'a folder with a field that nobody knows': refusal({ file: { trusted: true } }),
  }),
  ...negatives(because('trust.json', 'JSON'), {
    'a folder whose table is cut short': refusal({ json: '{"name": "kit", ' }),
  }),
  ...negatives(because('kit', 'a production trust set cannot admit test identities'), {
    'a folder of production that admits test identities': refusal({
      file: { purpose: 'production', admitTestIdentities: true },
    }),
  }),
  ...negatives(
    NO_PATH,
    {
      'a trust set of other anchors': async () =>
        outcomeOf(await verdictOn(bench, { signature: await sign(bench), trust: stranger.trust() })),
      'a trust set without anchors': async () =>
        outcomeOf(
          await verdictOn(bench, {
            signature: await sign(bench),
            trust: pki.trust({ signing: { ...pki.trust().signing, anchors: [] } }),
          }),
        ),
      'a root that comes with the message': async () => {
        const signer = await stranger.person();
        const certificates = [signer.der, stranger.issuing.der, stranger.root.der];
        const signature = await signDetached({ signer, content: DOCUMENT }, { certificates });
        const trust = {
          ...trustFromCertificates([pki.root.certificate, pki.issuing.certificate]),
          intermediatesFromMessage: true,
        };
        return outcomeOf(await verdictOn(bench, { signature, trust }));
      },
    },
    passes(),
  ),
];
