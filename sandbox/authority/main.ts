// The stand-in for the national certification authority: issues keys, answers OCSP, publishes revocation lists, stamps times.
//   node --import tsx sandbox/authority/main.ts --data DIR --port 4002   (AUTHORITY_URL: where others reach it, if not on this machine)
import { createServer } from 'node:http';
import { onEnd } from '../../src/platform/lifetime.ts';
import { readArguments } from '../arguments.ts';
import { sandboxClock } from '../clock.ts';
import { giveUp, listen } from '../listen.ts';
import { openAuthority } from './authority.ts';
import { nationalTestRoutes } from './national-test.ts';
import { openStore } from './store.ts';

const args = readArguments(['data', 'port']);
const base = process.env.AUTHORITY_URL ?? `http://127.0.0.1:${args.port}`;
const { app } = await openAuthority({ store: openStore(args.data), clock: sandboxClock(), base });
const pki = process.env.NATIONAL_TEST_PKI;
if (pki) app.use(nationalTestRoutes({ pki, folder: args.data, base }));
const server = createServer(app);
await listen(server, Number(args.port)).catch(giveUp);
onEnd(
  () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  },
  { withParent: true },
);
