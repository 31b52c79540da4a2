// A verifier in a process of its own that is asked by lines: `accepts <message> right|changed` answers 1 or 0, `run <milliseconds>`
// answers how many verifications took how many nanoseconds by the clock, and how many of processors.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Contestant } from './peer.ts';

/** Starts a program that speaks these lines and waits for its first one, `ready`. */
export async function startLineWorker(command: string, parameters: readonly string[]): Promise<Contestant> {
  const child = spawn(command, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await Promise.race([lines.next(), failed]);
    if (line.done) throw new Error(`${command} ended`);
    return line.value;
  };
  const ask = (question: string): Promise<string> => {
    child.stdin.write(`${question}\n`);
    return next();
  };
  if ((await next()) !== 'ready') throw new Error(`${command} did not start`);
  return {
    accepts: async (message, content) => (await ask(`accepts ${message} ${content}`)) === '1',
    async run(milliseconds) {
      const answer = (await ask(`run ${milliseconds}`)).split(' ').map(Number);
      const [count, nanoseconds, cpuNanoseconds] = answer as [number, number, number];
      return { count, seconds: nanoseconds / 1e9, cpuSeconds: cpuNanoseconds / 1e9 };
    },
    close() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.stdin.end();
      return ended;
    },
  };
}
