// Whom a running term tells, and when: the officer who has the case at half of it, the head too at four fifths and at its end. Pure.
import { pinnedRegulation } from '../application/index.ts';
import type { Role } from '../identity/index.ts';
import { placeOf, termShares, type Place, type TermShare } from '../regulations/index.ts';
import { actorOf, clockOf, type OfficeCase } from './office-case.ts';

/** One part of a term that was used up, and who was told of it. Written once, with the notice, in the case itself. */
export interface Escalation extends Omit<TermShare, 'at'> {
  /** When it was told. */
  readonly at: Date;
  /** Accounts; nobody for a part that a later one of the same term overtook before it could be told. */
  readonly to: readonly string[];
  /** Those of them who said that they saw it. */
  readonly seenBy: readonly string[];
}

/** From which part of a term the head is told too. */
const HEAD_FROM = 80;

/** Who leads an office. Centres only pass papers on: nobody there answers for the term of a provider. */
const LEADS: Readonly<Partial<Record<Place, Role>>> = { provider: 'head', 'rural-akim': 'rural-akim' };

const sharesNow = (officeCase: OfficeCase): readonly TermShare[] => {
  if (officeCase.state !== 'open') return [];
  const regulation = pinnedRegulation(officeCase.regulation);
  const shares = termShares(regulation, clockOf(regulation, officeCase));
  if (!shares.ok) throw new Error(`no calendar for ${shares.problem.year}`);
  return shares.value;
};

const wasTold = ({ escalations }: OfficeCase, { term, share }: TermShare): boolean =>
  escalations.some((told) => told.term === term && told.share === share);

/** When somebody must be told next; null when nothing is left to tell, or the case is closed. */
export function nextEscalation(officeCase: OfficeCase): Date | null {
  const waiting = sharesNow(officeCase).filter((share) => !wasTold(officeCase, share));
  return waiting.reduce<Date | null>((first, { at }) => (first === null || at < first ? at : first), null);
}

/** The parts of the running terms that are used up by now and were told to nobody yet. */
export const reachedShares = (officeCase: OfficeCase, now: Date): readonly TermShare[] =>
  sharesNow(officeCase).filter((share) => share.at <= now && !wasTold(officeCase, share));

/** What was told of the terms that still run, the latest part of each. */
export function presentEscalations(officeCase: OfficeCase): readonly Escalation[] {
  // Most lines of a queue: no clock is asked for them.
  if (officeCase.escalations.length === 0) return [];
  const running = new Set(sharesNow(officeCase).map(({ term }) => term));
  const latest = new Map<string, Escalation>();
  for (const told of officeCase.escalations)
    if (running.has(told.term) && told.share >= (latest.get(told.term)?.share ?? 0))
      latest.set(told.term, told);
  return [...latest.values()];
}

/** Whom to ask for: officers who hold the case, by account or by role, and who leads the office. */
export interface Addressees {
  readonly holder: { readonly accountId: string } | { readonly role: Role } | undefined;
  readonly lead: Role | undefined;
}

/** Who has the case now. While it waits for the applicant it is with the executor whom the head named. */
export function addresseesOf(officeCase: OfficeCase): Addressees {
  const actor = actorOf(pinnedRegulation(officeCase.regulation), officeCase.position);
  if (actor === undefined || actor === 'administrator') return { holder: undefined, lead: undefined };
  const lead = LEADS[placeOf(actor)];
  const { assignee } = officeCase;
  if (assignee !== undefined && ['executor', 'rural-executor', 'applicant'].includes(actor))
    return { holder: { accountId: assignee.accountId }, lead };
  return { holder: actor === 'applicant' ? undefined : { role: actor }, lead };
}

/** Whether the head hears of a part too. */
export const reachesHead = ({ share }: Pick<TermShare, 'share'>): boolean => share >= HEAD_FROM;
