// Notices that must go out so many days before the decision (Administrative Code, article 73), against the whole term: the law does
// not stop the clock for a hearing, so a late notice makes a lawful refusal within the term impossible, and the plan says so ahead.
import { ok, type Result } from '../platform/result.ts';
import type { CalendarMissing } from './calendar/work-calendar.ts';
import { dueMoment } from './deadlines.ts';
import type { PlannedStep } from './plan-deadlines.ts';
import type { Regulation } from './regulation.ts';
import type { TermClock } from './term-clock.ts';
import { isByReference } from './vocabulary/citation.ts';

export interface PlannedNotice {
  readonly step: string;
  /** The last moment at which the notice still leaves room for a decision within the whole term. */
  readonly by: Date | null;
  /** When it was sent, and the first moment at which the decision may then be made. */
  readonly sent?: { readonly at: Date; readonly earliestDecision: Date; readonly misses: boolean };
}

/** Plans the notices of a regulation; `calendar-missing` where a year has no row. */
export function planNotices(
  regulation: Regulation,
  state: {
    readonly clock: TermClock;
    readonly steps: readonly PlannedStep[];
    readonly wholeDue: Date | null;
  },
): Result<readonly PlannedNotice[], CalendarMissing> {
  const { clock, steps, wholeDue } = state;
  const notices: PlannedNotice[] = [];
  for (const { id, actor, term } of regulation.steps) {
    if (term === undefined || isByReference(term) || term.kind !== 'NOT_LATER_THAN_BEFORE') continue;
    const office = clock.clockOf(actor);
    const by = wholeDue === null ? ok(null) : dueMoment(term, wholeDue, office);
    if (!by.ok) return by;
    const sentAt = steps.find((step) => step.id === id)?.done?.at;
    if (sentAt === undefined) {
      notices.push({ step: id, by: by.value });
      continue;
    }
    const earliest = office.openAfterWorkdays(sentAt, term.amount);
    if (!earliest.ok) return earliest;
    const misses = wholeDue !== null && earliest.value > wholeDue;
    notices.push({ step: id, by: by.value, sent: { at: sentAt, earliestDecision: earliest.value, misses } });
  }
  return ok(notices);
}
