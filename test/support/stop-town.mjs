// After the journeys: every process that was started ends, and its folder goes.
import { rmSync } from 'node:fs';

/** Jest's globalTeardown. */
export default async function stopTown() {
  const town = globalThis.komekTestTown;
  if (!town) return;
  await town.stop();
  rmSync(town.dir, { recursive: true, force: true });
}
