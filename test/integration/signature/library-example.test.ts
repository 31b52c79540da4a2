// The example of src/signature/README.md, run as it stands there, outside the portal.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signDetached } from '../../support/cms-kit.ts';
import { DOCUMENT } from '../../support/signature-bench.ts';
import { Pki, type Party } from '../../support/signature-kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'komek-example-'));
const at = (name: string): string => join(folder, name);
const example = /```js\n([\s\S]+?)```/.exec(readFileSync('src/signature/README.md', 'utf8'))?.[1] ?? '';

beforeAll(async () => {
  const pki = await Pki.make('p256');
  // Today, whenever that is: the example asks the real clock.
  const today = Date.now();
  const signer = await pki.person({
    from: new Date(today - 86_400_000),
    to: new Date(today + 86_400_000),
  });
  const place = (file: string, { der }: Party) => {
    writeFileSync(at(file), der);
    return { file, sha256: createHash('sha256').update(der).digest('hex') };
  };
  const trust = {
    name: 'example',
    purpose: 'production',
    anchors: [place('root.cer', pki.root)],
    issuers: [place('issuing.cer', pki.issuing)],
    revocation: { signer: 'switched-off', issuer: 'switched-off', timeStamping: 'switched-off' },
  };
  writeFileSync(at('trust.json'), JSON.stringify(trust));
  writeFileSync(at('letter.json'), DOCUMENT);
  writeFileSync(at('other.json'), '{}');
  writeFileSync(at('letter.p7s'), await signDetached({ signer, content: DOCUMENT }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['letter.json', 'TOTAL-PASSED'],
  ['other.json', 'TOTAL-FAILED'],
])('the example over %s says %s', (document, indication) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', example, folder, at('letter.p7s'), at(document)],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`^${indication} `));
});
