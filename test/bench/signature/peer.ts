// A verifier on the bench, and how one that runs in this process is timed.
import type { Algorithm, Materials, Message } from './materials.ts';

/** How many verifications took how long. */
export interface Timing {
  readonly count: number;
  /** By the clock. */
  readonly seconds: number;
  /** Of processors, those that compile and collect garbage beside it too; absent where nobody counts them. */
  readonly cpuSeconds?: number;
}

/** A verifier that has its certificates and is ready. */
export interface Contestant {
  /** Whether the message is accepted over this content. */
  accepts(message: number, content: 'right' | 'changed'): Promise<boolean>;
  /** Verifies all messages in turn until so much time of processors is spent (by the clock where nobody counts that). */
  run(milliseconds: number): Promise<Timing>;
  close(): Promise<void>;
}

export interface Peer {
  readonly name: string;
  readonly algorithms: readonly Algorithm[];
  /** A sentence when this machine has not what it takes. */
  start(materials: Materials): Promise<Contestant | { readonly skipped: string }>;
}

/** The content with one bit turned. */
export function changed(content: Uint8Array): Uint8Array {
  const other = content.slice();
  other[0] = (other[0] as number) ^ 1;
  return other;
}

/** A contestant that is a function. */
export function inThisProcess(
  { messages }: Materials,
  verify: (message: Message) => boolean | Promise<boolean>,
  close: () => Promise<void> = () => Promise.resolve(),
): Contestant {
  return {
    accepts(message, content) {
      const { signature, content: right } = messages[message] as Message;
      return Promise.resolve(verify({ signature, content: content === 'right' ? right : changed(right) }));
    },
    async run(milliseconds) {
      const start = performance.now();
      const cpuStart = process.cpuUsage();
      let count = 0;
      let cpuSeconds = 0;
      while (cpuSeconds * 1000 < milliseconds) {
        for (const message of messages)
          if (!(await verify(message))) throw new Error('a right signature was refused');
        count += messages.length;
        const { user, system } = process.cpuUsage(cpuStart);
        cpuSeconds = (user + system) / 1e6;
      }
      return { count, seconds: (performance.now() - start) / 1000, cpuSeconds };
    },
    close,
  };
}
