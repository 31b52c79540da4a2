// The gateway of the state systems: registers and short messages behind one address, as the real one is, for demo and tests.
//   node --import tsx sandbox/gateway/main.ts --port 4001 --data DIR --token TOKEN
import { createServer } from 'node:http';
import { join } from 'node:path';
import { timingSafeEqual } from 'node:crypto';
import express, { type RequestHandler } from 'express';
import { onEnd } from '../../src/platform/lifetime.ts';
import { readArguments } from '../arguments.ts';
import { giveUp, listen } from '../listen.ts';
import { sameSiteOnly } from '../same-site.ts';
import { clockRoutes } from './clock-page.ts';
import { registerRoutes } from './registers.ts';
import { smsRoutes } from './sms-inbox.ts';

const args = readArguments(['port', 'data', 'token']);
const sms = smsRoutes(join(args.data, 'sms.jsonl'));

/** Machines show the token; people read the inbox without one, for it listens on this machine only. */
const machinesOnly: RequestHandler = (request, response, next) => {
  const shown = Buffer.from(request.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${args.token}`);
  if (shown.length === wanted.length && timingSafeEqual(shown, wanted)) next();
  else response.status(401).json({ error: 'unknown caller' });
};

const app = express().disable('x-powered-by');
app.get('/healthz', (_request, response) => {
  response.json({ status: 'alive' });
});
app.use(sms.page);
const clockFile = process.env.CLOCK_OFFSET_FILE;
if (clockFile) app.use(sameSiteOnly, clockRoutes(clockFile));
app.use(machinesOnly, express.json({ limit: '64kb' }), registerRoutes(), sms.router);

const server = createServer(app);
await listen(server, Number(args.port)).catch(giveUp);
onEnd(
  () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  },
  { withParent: true },
);
