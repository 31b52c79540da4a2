// How the stand-ins take their port: on this machine only, unless they run in a container of their own (SANDBOX_HOST), and with a sentence
// when somebody else has it.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on 127.0.0.1, or where SANDBOX_HOST says; 0 takes a free port. Resolves with the port, rejects when it is taken. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken by another program`) : error);
    });
    server.listen(port, process.env.SANDBOX_HOST ?? '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Ends the process with the sentence of an error; for the start of a stand-in. */
export function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
