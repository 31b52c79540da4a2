// npm test: sets everything up, runs all suites one after the other, and ends with one line: N passed, N failed.
//   npm test -- unit integration     only these suites
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveUp, run, say } from './machine.mjs';
import { findChromium, prepare, prepareTestData } from './prepare.mjs';

/** In this order: what is quick to tell first. The jest projects of each run in one process of their own. */
const SUITES = {
  unit: ['unit', 'architecture'],
  integration: ['integration'],
  accessibility: ['accessibility'],
  journeys: ['journeys'],
  'bad-days': ['bad-days'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0)
  giveUp(`There is no suite ${unknown.join(', ')}. The suites are: ${Object.keys(SUITES).join(', ')}`);

say('Komek: preparing');
await prepare();
await prepareTestData();
const chromium = await findChromium();

const reports = mkdtempSync(join(tmpdir(), 'komek-reports-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const began = Date.now();

for (const [name, projects] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`\n=== ${name} ===`);
  const report = join(reports, `${name}.json`);
  const status = await run(
    process.execPath,
    [
      '--no-warnings=ExperimentalWarning',
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
      '--selectProjects',
      ...projects,
    ],
    // The report goes to the file; what a person reads goes to standard error anyway.
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, KOMEK_CHROMIUM: chromium } },
  );
  count(report, status);
}

/** Adds a suite; one that broke off before it could report is a failure. */
function count(report, status) {
  let told;
  try {
    told = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    total.failed += 1;
    return;
  }
  const broken = told.testResults.filter(
    ({ status: one, assertionResults }) =>
      one === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  total.passed += told.numPassedTests;
  total.failed += told.numFailedTests + broken;
  total.skipped += told.numPendingTests;
  if (status !== 0 && told.numFailedTests + broken === 0) total.failed += 1;
}

rmSync(reports, { recursive: true, force: true });
say(`\n${Math.round((Date.now() - began) / 1000)} seconds; ${total.skipped} skipped (each says why)`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
