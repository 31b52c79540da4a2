// The stand-in for the national certification authority: issues keys, answers OCSP, publishes revocation lists, stamps times.
//   node --import tsx sandbox/authority/main.ts --data DIR --port 4002
import { createServer } from 'node:http';
import { onEnd } from '../../src/platform/lifetime.ts';
import { readArguments } from '../arguments.ts';
import { sandboxClock } from '../clock.ts';
import { openAuthority } from './authority.ts';
import { openStore } from './store.ts';

const args = readArguments(['data', 'port']);
const { app } = await openAuthority({
  store: openStore(args.data),
  clock: sandboxClock(),
  base: `http://127.0.0.1:${args.port}`,
});
const server = createServer(app).listen(Number(args.port), '127.0.0.1');
onEnd(
  () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  },
  { withParent: true },
);
