// The queue at the counter of an office: a ticket, a call, an end; and how long people waited and were served beside what the law allows.
import type { Officer } from '../identity/index.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { isByReference, regulationsOfOffice, type QueueLimits } from '../regulations/index.ts';
import type { TicketRecord } from './ticket-model.ts';
import type { TicketStore } from './ticket-store.ts';

export interface CounterDeps {
  readonly store: TicketStore;
  readonly clock: Clock;
}

const MOST_A_DAY = 2_000;
const MINUTE = 60_000;

/** Services that people come for to the counter of an office. */
export const servicesAt = (officeId: string) =>
  regulationsOfOffice(officeId).filter(({ kind }) => kind === 'service');

/** Takes a ticket. @returns `service` for a service that the office does not give, `full` when the day has too many */
export async function takeTicket(
  { store, clock }: CounterDeps,
  input: { readonly officer: Officer; readonly regulationId: string },
): Promise<Result<TicketRecord, 'service' | 'full'>> {
  const { officeId } = input.officer;
  if (!servicesAt(officeId).some(({ id }) => id === input.regulationId)) return refuse('service');
  const takenAt = clock.now();
  const day = dateInKazakhstan(takenAt);
  for (;;) {
    const today = await store.ofDay(officeId, day);
    if (today.length >= MOST_A_DAY) return refuse('full');
    const ticket: TicketRecord = {
      _id: newId(),
      officeId,
      day,
      number: (today.at(-1)?.number ?? 0) + 1,
      regulationId: input.regulationId,
      ahead: today.filter(({ calledAt }) => calledAt === null).length,
      takenAt,
      calledAt: null,
      endedAt: null,
      serving: false,
      left: false,
      clerkId: null,
    };
    if (await store.add(ticket)) return ok(ticket);
  }
}

/** Calls the next person. @returns `nobody` when none waits, `busy` while the clerk serves another */
export async function callNext(
  { store, clock }: CounterDeps,
  { officer }: { readonly officer: Officer },
): Promise<Result<TicketRecord, 'nobody' | 'busy'>> {
  const at = clock.now();
  const where = { officeId: officer.officeId, day: dateInKazakhstan(at) };
  const called = await store.call(where, officer.accountId, at);
  if (called === 'busy') return refuse('busy');
  return called === undefined ? refuse('nobody') : ok(called);
}

/** Ends the service, or says that nobody came to the call. Twice is once. */
export async function endService(
  { store, clock }: CounterDeps,
  input: { readonly officer: Officer; readonly id: string; readonly left: boolean },
): Promise<Result<undefined, 'not-found'>> {
  const ended = await store.end(input.id, input.officer.accountId, { at: clock.now(), left: input.left });
  if (ended) return ok();
  const ticket = await store.byId(input.id);
  return ticket?.clerkId === input.officer.accountId ? ok() : refuse('not-found');
}

/** What the law allows for a ticket, in minutes; undefined where it says nothing, or only refers to another text. */
export function limitsOf({ regulationId, officeId, ahead }: TicketRecord) {
  const queue = servicesAt(officeId).find(({ id }) => id === regulationId)?.queue;
  if (queue === undefined || isByReference(queue)) return undefined;
  const { waitingMinutes, serviceMinutes, perPersonInQueue, law }: QueueLimits = queue;
  return {
    waiting: perPersonInQueue === true ? waitingMinutes * Math.max(1, ahead) : waitingMinutes,
    service: serviceMinutes,
    law,
  };
}

const minutesBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / MINUTE);

/** The tickets of today, and how the day went: medians in minutes, and how many were kept within the law. */
export async function counterOf({ store, clock }: CounterDeps, officer: Officer) {
  const now = clock.now();
  const tickets = await store.ofDay(officer.officeId, dateInKazakhstan(now));
  const measured = tickets.map((ticket) => ({
    ...ticket,
    limits: limitsOf(ticket),
    waited: minutesBetween(ticket.takenAt, ticket.calledAt ?? now),
    served: ticket.calledAt === null ? undefined : minutesBetween(ticket.calledAt, ticket.endedAt ?? now),
  }));
  const called = measured.filter(({ calledAt, limits }) => calledAt !== null && limits !== undefined);
  const served = measured.filter(
    ({ endedAt, left, limits }) => endedAt !== null && !left && limits !== undefined,
  );
  return {
    mine: measured.find(({ serving, clerkId }) => serving && clerkId === officer.accountId),
    waiting: measured.filter(({ calledAt }) => calledAt === null),
    day: {
      taken: tickets.length,
      served: tickets.filter(({ endedAt, left }) => endedAt !== null && !left).length,
      waiting: {
        median: median(called.map(({ waited }) => waited)),
        within: called.filter(({ waited, limits }) => waited <= (limits?.waiting ?? 0)).length,
        of: called.length,
      },
      service: {
        median: median(served.map(({ served: minutes }) => minutes ?? 0)),
        within: served.filter(({ served: minutes, limits }) => (minutes ?? 0) <= (limits?.service ?? 0))
          .length,
        of: served.length,
      },
    },
  };
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
