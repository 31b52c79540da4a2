// npm run demo: sets everything up, starts a whole Komek with invented people, and stays until Ctrl-C. Data stays in .data/.
//   npm run demo -- --fresh   starts over
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, giveUp, run, say } from './machine.mjs';
import { prepare } from './prepare.mjs';

const DATA = join(ROOT, '.data');
const began = Date.now();

if (process.argv.includes('--help')) {
  say(
    'npm run demo            starts Komek with demo people; Ctrl-C stops it; data stays in .data/\nnpm run demo -- --fresh  throws .data/ away first',
  );
  process.exit(0);
}

let town;
let stopping = false;
async function stop(status) {
  if (stopping) return;
  stopping = true;
  say('\nStopping …');
  await town?.stop();
  process.exit(status);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
process.on('SIGHUP', () => void stop(0));

say('Komek: preparing');
await prepare();
if (process.argv.includes('--fresh')) rmSync(DATA, { recursive: true, force: true });

const { startTown } = await import('./town.mjs');
try {
  town = await startTown({
    dir: DATA,
    mode: 'demo',
    preferred: true,
    tell: (what) => say(`  Starting ${what} …`),
  });
} catch (error) {
  giveUp(`Komek did not start: ${error.message}`);
}
if (stopping) await town.stop();

say('  Inviting the demo people …');
const seeded = await run(
  process.execPath,
  ['--import', 'tsx', 'sandbox/demo/seed.ts', '--data', DATA, '--authority', town.authorityUrl],
  { env: { ...process.env, ...town.portalEnv } },
);
if (seeded !== 0) await stop(1);

const { describePeople } = await import('./demo-people.mjs');
say(`
Komek is open: ${town.portalUrl}

${describePeople(join(DATA, 'people.json'))}
SMS inbox:                 ${town.gatewayUrl}/sms
Clock of the demo:         ${town.gatewayUrl}/clock   (move it forward and watch the terms)
Certification authority:   ${town.authorityUrl}/   (revoke a key there and try to sign)
NCALayer stand-in:         http://127.0.0.1:${town.ports.ncalayerControl}/   (choose the key it signs with)
Database:                  ${town.engine}
Data:                      ${DATA}

Started in ${Math.round((Date.now() - began) / 1000)} seconds. Ctrl-C stops everything.`);
for (const part of [town.web, town.worker]) {
  part.child.once('exit', () => {
    if (stopping) return;
    console.error(`\n${part.name} ended by itself. Its log: ${part.logFile}`);
    void stop(1);
  });
}
