// Before the journeys: a whole Komek of real processes, with the demo people in it, in a folder of its own.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entry } from '../../scripts/compile.mjs';
import { ROOT, run } from '../../scripts/machine.mjs';
import { startTown as startProcesses } from '../../scripts/town.mjs';

/** Jest's globalSetup: KOMEK_TEST_TOWN says as JSON where everything is. */
export default async function startTown() {
  const dir = mkdtempSync(join(tmpdir(), 'komek-town-'));
  // The national test centre's own files, where they lie beside the project; never part of it.
  const pki = join(ROOT, '../shared/pki');
  if (existsSync(pki)) process.env.NATIONAL_TEST_PKI = pki;
  const town = await startProcesses({ dir, mode: 'test' });
  globalThis.komekTestTown = town;
  const status = await run(
    process.execPath,
    await entry('sandbox/demo/seed.ts', '--data', dir, '--authority', town.authorityUrl),
    { cwd: ROOT, env: { ...process.env, ...town.portalEnv } },
  );
  if (status !== 0) throw new Error('the demo people could not be invited');
  const { portalUrl, gatewayUrl, authorityUrl, ports, registersToken, clockFile, portalEnv } = town;
  process.env.KOMEK_TEST_TOWN = JSON.stringify({
    dir,
    portalUrl,
    gatewayUrl,
    authorityUrl,
    ports,
    registersToken,
    clockFile,
    portalEnv,
  });
}
