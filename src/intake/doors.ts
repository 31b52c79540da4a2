// What an office may take in on paper, by which door, and which paper it gives for it. All of it stands in the procedures.
import { formOf } from '../application/index.ts';
import { upperFirst } from '../http/format.ts';
import {
  beginCase,
  follow,
  officeOf,
  possibleOutcomes,
  registry,
  stepOf,
  type Channel,
  type Citation,
  type Ground,
  type Paper,
  type Regulation,
  type RequiredDocument,
} from '../regulations/index.ts';

export interface Door {
  readonly regulation: Regulation;
  readonly channel: Channel;
}

/** How a door is named in a form. */
export const doorName = ({ regulation, channel }: Door): string => `${regulation.id}|${channel}`;

/** What a desk hands out for a package that it accepted. */
const isCoupon = ({ kind }: Paper): boolean => kind === 'coupon' || kind === 'acceptance-receipt';

/** Services that an office runs, each with the door that this office is. Closed procedures are not offered. */
export function doorsOf(officeId: string): readonly Door[] {
  const office = officeOf(officeId);
  if (office === undefined) return [];
  return office.regulations.flatMap((id) => {
    const regulation = registry.find(id);
    if (regulation?.kind !== 'service' || formOf(regulation, office.place) === undefined) return [];
    return [{ regulation, channel: office.place }];
  });
}

/** Documents that are brought through a door; what registers answer nobody brings. */
export const papersFor = ({ regulation, channel }: Door): readonly RequiredDocument[] =>
  regulation.documents.filter(
    ({ channels, brought }) => channels.includes(channel) && brought !== 'register',
  );

/** What depends on circumstances, or is named only by reference, may not be needed at all. */
export const mayBeNotNeeded = ({ brought, byReference }: RequiredDocument): boolean =>
  brought === 'attachment' || byReference === true;

/** Where the act knows neither coupon nor receipt, the entry in the journal confirms; the desk prints that. */
function journalEntry({ regulation, channel }: Door): Paper {
  const rule = regulation.channels.find((one) => one.channel === channel);
  if (rule === undefined) throw new Error(`${regulation.id} has no door ${channel}`);
  const { kk, ru, en } = rule.confirmation;
  return {
    id: 'journal-entry',
    kind: 'coupon',
    title: { kk: upperFirst(kk), ru: upperFirst(ru), en: upperFirst(en) },
    contents: ['registration-date', 'service-date', 'clerk-name', 'applicant'],
    law: rule.law,
  };
}

/** The coupon or receipt that the desk gives for an accepted package: the paper of the step that enters the journal. */
export function acceptancePaper(door: Door, ground: Ground | undefined): Paper {
  const { regulation } = door;
  const begun = beginCase(regulation, { channel: door.channel, ...(ground && { ground }) });
  let position = begun.ok ? begun.value : undefined;
  while (position?.kind === 'step') {
    const step = stepOf(regulation, position.step);
    const [usual] = possibleOutcomes(regulation, position);
    const paper = regulation.papers.find((one) => usual?.papers?.includes(one.id) === true && isCoupon(one));
    if (paper !== undefined) return paper;
    if (step.journal !== undefined || usual === undefined) break;
    position = follow(position, usual);
  }
  return regulation.papers.find(isCoupon) ?? journalEntry(door);
}

export interface RefusalRule {
  readonly paper: Paper;
  /** The paragraph that lets the desk refuse. */
  readonly law: Citation;
}

/** How the desk may refuse a package; undefined where the procedure lets it refuse nothing and asks for what is missing later. */
export function refusalRule({ regulation, channel }: Door): RefusalRule | undefined {
  const start = regulation.channels.find((rule) => rule.channel === channel)?.start;
  const actor = regulation.steps.find(({ id }) => id === start)?.actor;
  for (const step of regulation.steps.filter((one) => one.actor === actor)) {
    for (const outcome of step.outcomes) {
      const paper = regulation.papers.find(
        ({ id, kind }) => kind === 'refusal-to-accept-receipt' && outcome.papers?.includes(id) === true,
      );
      if (paper !== undefined && (outcome.when?.channels?.includes(channel) ?? true))
        return { paper, law: outcome.law ?? step.law };
    }
  }
  return undefined;
}
