// npm run bench:signature: how many signatures a second are verified, ours against others, in one run on one machine. `--json` prints the
// figures alone, `--here` leaves out what would be a process of its own. Everything measured is the whole of it: read the message, hash 4 KB, check two links of certificates and the signature.
import { parseArgs } from 'node:util';
import type { Algorithm } from './materials.ts';
import { PEERS_HERE } from './peers-here.ts';
import { PEERS_OUTSIDE } from './peers-outside.ts';
import { runRounds, type Result } from './rounds.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    here: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    milliseconds: { type: 'string', default: '600' },
    people: { type: 'string', default: '16' },
  },
});

const ALGORITHMS: readonly Algorithm[] = ['rsa-2048', 'ecdsa-p256', 'gost-512'];

function table({ figures, skipped, parse }: Result): string {
  const [own] = figures.filter((figure) => figure.verifier === 'Komek');
  const column = (speed: number | null, ours: number | null | undefined): string => {
    const times = speed === null ? NaN : (ours ?? NaN) / speed;
    return (
      (speed?.toFixed(0) ?? '–').padStart(10) + (speed === null ? '' : `  ${times.toFixed(2)}`).padEnd(10)
    );
  };
  const rows = figures.map(
    ({ verifier, perSecond, perCpuSecond }) =>
      `  ${verifier.padEnd(40)}${column(perCpuSecond, own?.perCpuSecond)}${column(perSecond, own?.perSecond)}`,
  );
  const reading = `  reading a message: Komek ${parse.komek.toFixed(0)} µs, pkijs ${parse.pkijs.toFixed(0)} µs`;
  const title = `${parse.algorithm}, verifications a second`.padEnd(42);
  const heads = ' of processors, × Komek    by the clock, × Komek';
  return [title + heads, ...rows, reading, ...skipped, ''].join('\n');
}

const peers = values.here ? PEERS_HERE : [...PEERS_HERE, ...PEERS_OUTSIDE];
const results: Result[] = [];
for (const algorithm of ALGORITHMS) {
  const result = await runRounds(algorithm, peers, {
    rounds: Number(values.rounds),
    milliseconds: Number(values.milliseconds),
    people: Number(values.people),
  });
  results.push(result);
  if (!values.json) console.log(table(result));
  else for (const sentence of result.skipped) console.error(sentence);
}
if (values.json) console.log(JSON.stringify(results.flatMap(({ figures }) => figures)));
