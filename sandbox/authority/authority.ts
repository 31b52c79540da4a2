// Joins the sandbox authority together: hierarchies and register of a folder, its services and its page in one express application.
import express from 'express';
import type { ErrorRequestHandler, Express } from 'express';
import { controlRoutes } from './control-routes.ts';
import { openHierarchies } from './hierarchy.ts';
import type { Hierarchies, Setting } from './hierarchy.ts';
import { issueKeyFile } from './issue-key-file.ts';
import type { IssuedKeyFile, KeyFileOrder } from './issue-key-file.ts';
import { GOOD_MOOD } from './moods.ts';
import type { Moods } from './moods.ts';
import { serviceRoutes } from './service-routes.ts';
import { writeTrustFolder } from './trust-folder.ts';

export interface SandboxAuthority {
  readonly app: Express;
  readonly hierarchies: Hierarchies;
  /** Changing a field changes how the service answers from then on. */
  readonly moods: Moods;
  /** Folder with trust.json. */
  readonly trustFolder: string;
  issue(order: KeyFileOrder): Promise<IssuedKeyFile>;
}

/** Opens the authority of a folder, making it at the first start, and writes its trust set. */
export async function openAuthority(
  setting: Setting & { readonly slowness?: number },
): Promise<SandboxAuthority> {
  const hierarchies = await openHierarchies(setting);
  const moods: Moods = { ...GOOD_MOOD };
  const whole = { slowness: 30_000, ...setting, hierarchies, moods };
  const app = express().disable('x-powered-by');
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.use(serviceRoutes(whole), controlRoutes(whole), badInput);
  return {
    app,
    hierarchies,
    moods,
    trustFolder: writeTrustFolder(setting.store.folder, hierarchies, setting.base),
    issue: (order) => issueKeyFile(order, whole),
  };
}

/** What a body parser refuses is the caller's mistake; anything else is ours and shall be seen. */
const badInput: ErrorRequestHandler = (error: Error & { status?: number }, _request, response, _next) => {
  const theirs = error.status !== undefined && error.status < 500;
  if (!theirs) process.stderr.write(`${error.stack ?? error.message}\n`);
  response
    .status(theirs ? 400 : 500)
    .json({ error: theirs ? 'this body cannot be read' : 'the sandbox authority failed; its log says why' });
};
