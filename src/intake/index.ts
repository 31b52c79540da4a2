// The door of the slice: the desk to which applications are brought on paper.
import type { Connection } from 'mongoose';
import type { Officer } from '../identity/index.ts';
import { drawPdf, type PaperContent, type PaperTools } from '../notification/index.ts';
import type { Bound, Result } from '../platform/result.ts';
import type { Sealer } from '../platform/sealing.ts';
import * as change from './change-intake.ts';
import { acceptIntake, enter, refuseIntake } from './finish-intake.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { createIntakeStore } from './intake-store.ts';
import type { PaperIntake } from './intake.ts';
import { receiptContent } from './receipt-content.ts';
import { findIntake, startIntake } from './start-intake.ts';

export interface IntakeDesk {
  start: Bound<typeof startIntake>;
  find: Bound<typeof findIntake>;
  fillForm: Bound<typeof change.fillForm>;
  notePapers: Bound<typeof change.notePapers>;
  attach: Bound<typeof change.attachScan>;
  detach: Bound<typeof change.detachScan>;
  drop: Bound<typeof change.dropIntake>;
  accept: Bound<typeof acceptIntake>;
  refuse: Bound<typeof refuseIntake>;
  /** The latest intakes of the officer's office, the newest first. */
  latest(officer: Officer, state: PaperIntake['state']): Promise<readonly PaperIntake[]>;
  /** What the coupon or receipt of an ended intake says; `not-found` while it is open. */
  receipt(input: {
    readonly officer: Officer;
    readonly id: string;
  }): Promise<Result<PaperContent, 'not-found'>>;
  receiptPdf(content: PaperContent): Promise<Buffer>;
}

/** Intakes in one list of the desk. */
const MOST_LISTED = 30;

export function createIntakeDesk(
  given: Omit<IntakeDeps, 'store'> & {
    readonly connection: Connection;
    readonly sealer: Sealer;
  } & Pick<PaperTools, 'voices' | 'fontsDir'>,
): IntakeDesk {
  const deps: IntakeDeps = { ...given, store: createIntakeStore(given.connection, given.sealer) };
  const whole = async (intake: PaperIntake): Promise<PaperIntake> =>
    intake.state === 'accepted' ? enter(deps, intake) : intake;
  return {
    start: (input) => startIntake(deps, input),
    find: (input) => findIntake(deps, input),
    fillForm: (input) => change.fillForm(deps, input),
    notePapers: (input) => change.notePapers(deps, input),
    attach: (input) => change.attachScan(deps, input),
    detach: (input) => change.detachScan(deps, input),
    drop: (input) => change.dropIntake(deps, input),
    accept: (input) => acceptIntake(deps, input),
    refuse: (input) => refuseIntake(deps, input),
    latest: async (officer, state) =>
      Promise.all((await deps.store.latest(officer.officeId, state, MOST_LISTED)).map(whole)),
    async receipt(input) {
      const found = await findIntake(deps, input);
      if (!found.ok) return found;
      const intake = await whole(found.value);
      return intake.state === 'open'
        ? { ok: false, problem: 'not-found' }
        : { ok: true, value: receiptContent(intake, given.voices) };
    },
    receiptPdf: (content) => drawPdf(content, { fontsDir: given.fontsDir }),
  };
}

export type { EndedIntake, PaperIntake } from './intake.ts';
