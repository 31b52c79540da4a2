// What tests take from town.mjs.
import type { ChildProcess } from 'node:child_process';

interface StartedProcess {
  readonly name: string;
  readonly child: ChildProcess;
  /** Where its output goes. */
  readonly logFile: string;
}

/** Redis or the database; `process` is absent when the environment names one that runs already. */
interface Service {
  readonly port?: number;
  readonly process?: StartedProcess;
}

export interface RunningTown {
  readonly dir: string;
  readonly portalUrl: string;
  readonly gatewayUrl: string;
  readonly authorityUrl: string;
  readonly redis: Service & { readonly url: string };
  readonly mongo: Service & { readonly uri: string; readonly engine: string };
  readonly web: StartedProcess;
  readonly worker: StartedProcess;
  /** The settings of web and worker. */
  readonly portalEnv: Readonly<Record<string, string>>;
  /** One more web process, or the same again after it was killed; resolves when it can serve. */
  startWeb(name?: string, port?: number): Promise<StartedProcess>;
  startWorker(name?: string): Promise<StartedProcess>;
  restartRedis(): Promise<Service>;
  restartMongo(): Promise<Service>;
  /** Ends every process of the town. */
  stop(): Promise<void>;
}

/** Starts a whole Komek of real processes. */
export function startTown(options: {
  readonly dir: string;
  readonly mode: 'demo' | 'test';
  readonly env?: Readonly<Record<string, string>>;
}): Promise<RunningTown>;
