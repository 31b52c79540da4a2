// npm run agreement: every path and every signed message of NIST PKITS put to our verifier and to others, in one run. Prints how many
// answers are those of the suite, and each that is not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pkits, pkitsIsInstalled } from '../../support/pkits.ts';
import { measure, remarks, table } from './matrix.ts';
import { PEERS } from './peers.ts';
import { sectionsOf } from './question.ts';

if (pkitsIsInstalled) {
  const sections = sectionsOf(new Pkits());
  const folder = mkdtempSync(join(tmpdir(), 'komek-agreement-'));
  try {
    const columns = await measure(PEERS, sections, folder);
    console.log([table(columns, sections), '', ...remarks(columns, sections)].join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  console.error('Nothing is measured: PKITS is not here (package python3-cryptography-vectors).');
  process.exitCode = 1;
}
