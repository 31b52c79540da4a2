// Who does a round of periodic work: of all processes, the one that writes first. The clock is the portal's, so that a round is due when
// the portal's time says so.
import type { Connection } from 'mongoose';
import { isDuplicate } from './mongo.ts';
import { turnModel } from './turn-model.ts';

/**
 * Takes the turn to do a round. A turn taken and not done (the process was killed) is lost; the next comes one period later.
 * @param round.everyMs milliseconds between two turns
 * @returns false when it is not due, or somebody else has just taken it
 */
export async function takeTurn(
  connection: Connection,
  round: { readonly name: string; readonly everyMs: number; readonly now: Date },
): Promise<boolean> {
  const turns = turnModel(connection);
  const nextAt = new Date(round.now.getTime() + round.everyMs);
  // A moment beyond one period was written under a clock that has been set back since.
  const due = { _id: round.name, $or: [{ nextAt: { $lte: round.now } }, { nextAt: { $gt: nextAt } }] };
  const taken = await turns.updateOne(due, { $set: { nextAt } });
  if (taken.matchedCount === 1) return true;
  if (await turns.exists({ _id: round.name })) return false;
  try {
    await turns.create({ _id: round.name, nextAt });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
