// What demo and tests need before anything starts: Node, packages, programs, the built files of the browser.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ROOT,
  checkNode,
  findOrInstall,
  findOrInstallFile,
  giveUp,
  installPackages,
  run,
  say,
} from './machine.mjs';

/** Checks Node, brings the packages and Redis. MongoDB needs nothing: without one, the embedded engine is taken. */
export async function prepare() {
  checkNode();
  await installPackages();
  if (!process.env.REDIS_URL)
    await findOrInstall({
      programs: ['redis-server'],
      package: 'redis-server',
      purpose: 'it carries the queues',
    });
  await buildAssets();
}

/** A Chromium that can be driven, for the journeys. */
export async function findChromium() {
  if (process.env.KOMEK_CHROMIUM) return process.env.KOMEK_CHROMIUM;
  return findOrInstall({
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    package: 'chromium',
    purpose: 'the journeys walk the portal in a browser',
  });
}

/** Data and programs that only the suites look at. Where they cannot be had, the tests that need them say so and are skipped. */
export async function prepareTestData() {
  await findOrInstallFile({
    path: '/usr/lib/python3/dist-packages/cryptography_vectors/x509/PKITS_data',
    package: 'python3-cryptography-vectors',
    purpose: 'the NIST path validation suite',
  });
  for (const { program, packageName, purpose } of [
    {
      program: 'openssl',
      packageName: 'openssl',
      purpose: 'a second opinion on what the sandbox authority issues',
    },
    {
      program: 'pdfinfo',
      packageName: 'poppler-utils',
      purpose: 'reads the notifications as another program does',
    },
  ])
    await findOrInstall({ programs: [program], package: packageName, purpose, optional: true });
}

/** Builds public/build, unless its sources did not change since. */
async function buildAssets() {
  const mark = join(ROOT, 'public/build/.sources');
  const now = fingerprint([
    'src/browser',
    'src/signature/portable',
    'scripts/build-assets.mjs',
    'package-lock.json',
  ]);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
  say('  Building scripts and styles …');
  if ((await run(process.execPath, ['scripts/build-assets.mjs'])) !== 0)
    giveUp('The scripts and styles could not be built; see the message above.');
  writeFileSync(mark, now);
}

function fingerprint(places) {
  const hash = createHash('sha256');
  const take = (path) => {
    const full = join(ROOT, path);
    const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) take(inside);
      else hash.update(inside).update(readFileSync(join(ROOT, inside)));
    }
  };
  for (const place of places) {
    if (/\.\w+$/.test(place)) hash.update(readFileSync(join(ROOT, place)));
    else take(place);
  }
  return hash.digest('hex');
}
