// npm run demo: sets everything up, starts a whole Komek with invented people, and stays until Ctrl-C. Data stays in .data/.
//   npm run demo -- --fresh   starts over; --help says what else there is
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, giveUp, run, say } from './machine.mjs';
import { prepare } from './prepare.mjs';

const began = Date.now();
const HELP = `npm run demo               starts Komek with demo people; Ctrl-C stops it; data stays in .data/
npm run demo -- --fresh      throws the data away first
npm run demo -- --data DIR   keeps the data in another folder
npm run demo -- --free-ports takes any free ports instead of 3000, 3101, 3102, 3103 and 13579`;

function readOptions() {
  try {
    return parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        data: { type: 'string', default: join(ROOT, '.data') },
        'free-ports': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return giveUp(`${error.message}\n\n${HELP}`);
  }
}

const options = readOptions();
if (options.help) {
  say(HELP);
  process.exit(0);
}
const DATA = resolve(options.data);
const ownPid = join(DATA, 'demo.pid');

let town;
let starting = false;
let stopping = false;
const asked = new AbortController();
async function stop(status) {
  if (stopping) return;
  stopping = true;
  say('\nStopping …');
  asked.abort();
  // What is half started is ended by whoever starts it.
  if (starting) return;
  await town?.stop();
  leave(status);
}
function leave(status) {
  rmSync(ownPid, { force: true });
  process.exit(status);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
process.on('SIGHUP', () => void stop(0));

say('Komek: preparing');
await prepare();
const { endLeftovers, livingProcess } = await import('./services.mjs');
const { entry } = await import('./compile.mjs');
const { startTown } = await import('./town.mjs');

const other = livingProcess(ownPid);
if (other !== undefined)
  giveUp(`Komek runs already with the data of ${DATA} (process ${other}). Stop it there with Ctrl-C first.`);
endLeftovers(DATA);
if (options.fresh) rmSync(DATA, { recursive: true, force: true });
mkdirSync(DATA, { recursive: true });
writeFileSync(ownPid, `${process.pid} scripts/demo.mjs`);

try {
  starting = true;
  town = await startTown({
    dir: DATA,
    mode: 'demo',
    preferred: !options['free-ports'],
    tell: (what) => say(`  Starting ${what} …`),
    signal: asked.signal,
  });
  starting = false;
} catch (error) {
  if (stopping) leave(0);
  rmSync(ownPid, { force: true });
  giveUp(`Komek did not start: ${error.message}`);
}

const people = join(DATA, 'people.json');
if (!existsSync(people)) {
  say('  Inviting the demo people …');
  const seeded = await run(
    process.execPath,
    await entry('sandbox/demo/seed.ts', '--data', DATA, '--authority', town.authorityUrl),
    { env: { ...process.env, ...town.portalEnv } },
  );
  if (seeded !== 0) await stop(1);
}

const { describePeople } = await import('./demo-people.mjs');
if (!stopping)
  say(`
Komek is open: ${town.portalUrl}

${describePeople(people)}
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
