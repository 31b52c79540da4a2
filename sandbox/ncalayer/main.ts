// The stand-in for NCALayer, the signing program of the national centre.
//   node --import tsx sandbox/ncalayer/main.ts --keys DIR [--port 13579] [--control-port 13580] [--tsp URL]
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { onEnd } from '../../src/platform/lifetime.ts';
import { sandboxClock } from '../clock.ts';
import { giveUp } from '../listen.ts';
import { startNcaLayer } from './ncalayer.ts';

const { values } = parseArgs({
  options: {
    keys: { type: 'string' },
    port: { type: 'string', default: '13579' },
    'control-port': { type: 'string', default: '13580' },
    tsp: { type: 'string' },
  },
});
if (values.keys === undefined) {
  process.stderr.write('missing: --keys\n');
  process.exit(64);
}
mkdirSync(values.keys, { recursive: true });
const layer = await startNcaLayer({
  keys: values.keys,
  port: Number(values.port),
  controlPort: Number(values['control-port']),
  clock: sandboxClock(),
  timeStamping: values.tsp,
}).catch(giveUp);
onEnd(() => void layer.close().then(() => process.exit(0)), { withParent: true });
