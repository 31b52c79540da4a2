// After the suites: what start-services.mjs started ends, and its folder goes.
import { rmSync } from 'node:fs';

/** Jest's globalTeardown. */
export default async function stopServices() {
  const { services = [], folder } = globalThis.komekTestServices ?? {};
  globalThis.komekTestServices = undefined;
  for (const service of services) await service.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}
