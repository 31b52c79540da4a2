// The edition of the procedure that an application was written for.
import { registry, type Regulation } from '../regulations/index.ts';
import type { PinnedRegulation } from './application.ts';

/** The pinned edition. One that was published never disappears from the register: its absence is a bug. */
export function pinnedRegulation(pinned: PinnedRegulation): Regulation {
  const regulation = registry.find(pinned.id, pinned.version);
  if (regulation === undefined)
    throw new Error(`regulation ${pinned.id} version ${pinned.version} is not in the register`);
  return regulation;
}
