// All stand-ins of the outside world in one container: certification authority, gateway of the state systems, NCALayer. Compiled already.
//   node scripts/sandbox.mjs --data DIR   (SANDBOX_HOST, AUTHORITY_URL, REGISTERS_TOKEN from the environment)
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, giveUp } from './machine.mjs';

const { data } = parseArgs({ options: { data: { type: 'string' } } }).values;
const token = process.env.REGISTERS_TOKEN;
if (!data || !token) giveUp('The sandbox needs --data and REGISTERS_TOKEN');
const keys = join(data, 'keys');
mkdirSync(keys, { recursive: true });
if (!existsSync(join(data, 'clock-offset'))) writeFileSync(join(data, 'clock-offset'), '0');

const parts = [
  ['authority', '--data', join(data, 'authority'), '--port', '3102'],
  ['gateway', '--data', join(data, 'gateway'), '--port', '3101', '--token', token],
  ['ncalayer', '--keys', keys, '--port', '13579', '--control-port', '3103'],
].map(([name, ...args]) =>
  spawn(process.execPath, [join(ROOT, 'dist/sandbox', name, 'main.js'), ...args], {
    stdio: ['pipe', 'inherit', 'inherit'],
  }),
);
const stop = () => parts.forEach((part) => part.kill('SIGTERM'));
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// One that ends takes the others with it: a sandbox is whole or it is started again.
for (const part of parts)
  part.once('exit', (code) => {
    stop();
    process.exitCode = code ?? 1;
  });
