// The engine as a process: node --import tsx sandbox/embedded-mongo/main.ts --data DIR --port PORT [--sweep-every MILLISECONDS]
// Ends on SIGTERM, SIGINT, and when its standard input, if that is a pipe, is closed: then whoever started it is gone.
import { fstatSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type RunningEngine, startEngine } from './engine.ts';

const USAGE = 'usage: main.ts --data DIR --port PORT [--sweep-every MILLISECONDS]';

function giveUp(sentence: string): never {
  console.error(`embedded-mongo: ${sentence}`);
  process.exit(1);
}

function readArguments(): { data: string; port: number; sweepEvery: number } {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      bind: { type: 'string' },
      'sweep-every': { type: 'string', default: '60000' },
    },
  });
  const { data, bind = '127.0.0.1' } = values;
  const port = Number(values.port);
  const sweepEvery = Number(values['sweep-every']);
  if (bind !== '127.0.0.1' && bind !== 'localhost')
    giveUp(`it has no sign-in and listens on 127.0.0.1 only; it does not bind to ${bind}.`);
  if (data === undefined || !Number.isInteger(port) || port < 0 || port > 65_535 || !(sweepEvery >= 10))
    giveUp(USAGE);
  return { data, port, sweepEvery };
}

/** A parent that is killed closes the pipe. A terminal or /dev/null is no sign of a parent. */
function onParentGone(end: () => void): void {
  const input = fstatSync(0);
  if (!input.isFIFO() && !input.isSocket()) return;
  process.stdin.on('error', end).on('end', end).on('close', end).resume();
}

async function start(): Promise<RunningEngine> {
  try {
    return await startEngine(readArguments());
  } catch (error) {
    const { code, cause, message } = error as Error & { code?: string };
    const locked = code === 'LEVEL_DATABASE_NOT_OPEN' && cause instanceof Error ? cause.message : message;
    return giveUp(`it could not start: ${locked}`);
  }
}

const engine = await start();
let ending = false;
const end = (): void => {
  if (ending) return;
  ending = true;
  engine.stop().then(
    () => process.exit(0),
    (error: unknown) => giveUp(`it did not end cleanly: ${String(error)}`),
  );
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
onParentGone(end);
console.log(`embedded-mongo listens on ${engine.uri}`);
