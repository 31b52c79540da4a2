// The door of the slice: the queue at an office's counter, measured against the minutes of the law.
import type { Connection } from 'mongoose';
import type { Officer } from '../identity/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Bound } from '../platform/result.ts';
import { callNext, counterOf, endService, takeTicket } from './counter.ts';
import type { TicketRecord } from './ticket-model.ts';
import { createTicketStore } from './ticket-store.ts';

export interface Counter {
  take: Bound<typeof takeTicket>;
  callNext: Bound<typeof callNext>;
  end: Bound<typeof endService>;
  of(officer: Officer): ReturnType<typeof counterOf>;
  /** A ticket of the officer's own office. */
  ticket(officer: Officer, id: string): Promise<TicketRecord | undefined>;
}

export function createCounter(given: { readonly connection: Connection; readonly clock: Clock }): Counter {
  const deps = { store: createTicketStore(given.connection), clock: given.clock };
  return {
    take: (input) => takeTicket(deps, input),
    callNext: (input) => callNext(deps, input),
    end: (input) => endService(deps, input),
    of: (officer) => counterOf(deps, officer),
    async ticket({ officeId }, id) {
      const ticket = await deps.store.byId(id);
      return ticket?.officeId === officeId ? ticket : undefined;
    },
  };
}
