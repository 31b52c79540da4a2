// The sandbox authority inside a test: its folder is new and goes away, its services listen on a free port.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { openAuthority } from '../../sandbox/authority/authority.ts';
import type { SandboxAuthority } from '../../sandbox/authority/authority.ts';
import { openStore } from '../../sandbox/authority/store.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Clock } from '../../src/platform/clock.ts';

export interface RunningAuthority extends SandboxAuthority {
  /** http://127.0.0.1:PORT */
  readonly base: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** Starts the authority; `folder` opens one that an earlier call left behind. */
export async function startSandboxAuthority(
  options: { readonly clock?: Clock; readonly folder?: string; readonly slowness?: number } = {},
): Promise<RunningAuthority> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'komek-authority-'));
  const late: { app?: Express } = {};
  const server = createServer((request, response) => {
    late.app?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const authority = await openAuthority({
    clock: systemClock,
    base,
    ...options,
    store: openStore(folder),
  });
  late.app = authority.app;
  return {
    ...authority,
    base,
    folder,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
