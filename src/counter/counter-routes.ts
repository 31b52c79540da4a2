// The counter: who waits, who is called, and the slip with the number.
import { z } from 'zod';
import { nothingForm, withError, type FormState } from '../http/forms.ts';
import { path } from '../http/paths.ts';
import { page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { officers, type Officer } from '../identity/index.ts';
import { isId } from '../platform/ids.ts';
import { formatCitation, officeOf } from '../regulations/index.ts';
import { limitsOf, servicesAt } from './counter.ts';
import type { Counter } from './index.ts';

const paths = {
  counter: path('/office/counter'),
  take: path('/office/counter/take'),
  call: path('/office/counter/call'),
  ticket: path('/office/counter/:id'),
  end: path('/office/counter/:id/end'),
  left: path('/office/counter/:id/left'),
} as const;

const takeForm = z.strictObject({
  service: z.string('counter:errors.service').min(1, 'counter:errors.service').max(60),
});

export function counterRoutes(counter: Counter): RouteRow[] {
  const access = officers('clerk', 'rural-clerk', 'service-centre-clerk', 'state-corporation-clerk');
  // Tickets name nobody.
  const open = { access, audit: 'nothing-personal' } as const;
  const presses = { access, form: nothingForm, from: paths.counter } as const;

  const show = async (visit: Visit<Officer>, form?: FormState): Promise<Reply> =>
    page(
      'counter/counter',
      {
        ...(await counter.of(visit.speaker)),
        services: servicesAt(visit.speaker.officeId).map(({ id, shortName }) => ({
          id,
          name: shortName[visit.language],
        })),
      },
      form ?? { values: {}, errors: [] },
    );
  const ended =
    (left: boolean) =>
    async (visit: Visit<Officer, 'id'>): Promise<Reply> => {
      const done = await counter.end({ officer: visit.speaker, id: visit.params.id, left });
      return done.ok ? redirect(paths.counter.at()) : problem('not-found');
    };

  return [
    get(paths.counter, open, (visit) => show(visit)),
    post(paths.take, { ...open, form: takeForm, from: paths.counter }, async (visit, form) => {
      if (!form.ok) return show(visit, form.state);
      const taken = await counter.take({ officer: visit.speaker, regulationId: form.value.service });
      return taken.ok
        ? redirect(paths.ticket.at({ id: taken.value._id }))
        : show(visit, withError(form.state, 'service', `counter:errors.${taken.problem}`));
    }),
    post(paths.call, { ...presses, audit: 'nothing-personal' }, async (visit, form) => {
      const called = await counter.callNext({ officer: visit.speaker });
      if (called.ok) return redirect(paths.counter.at());
      return {
        ...(await show(visit, withError(form.state, 'call', `counter:errors.${called.problem}`))),
        status: 409,
      };
    }),
    get(paths.ticket, { access, audit: { action: 'ticket.viewed', about: 'id' } }, async (visit) => {
      const { id } = visit.params;
      const ticket = isId(id) ? await counter.ticket(visit.speaker, id) : undefined;
      if (ticket === undefined) return problem('not-found');
      const limits = limitsOf(ticket);
      return page('counter/ticket', {
        ticket,
        office: officeOf(ticket.officeId)?.name[visit.language],
        service: servicesAt(ticket.officeId).find((one) => one.id === ticket.regulationId)?.shortName[
          visit.language
        ],
        limits,
        law: limits && formatCitation(limits.law, visit.language),
      });
    }),
    post(paths.end, { ...presses, audit: { action: 'ticket.served', about: 'id' } }, ended(false)),
    post(paths.left, { ...presses, audit: { action: 'ticket.left', about: 'id' } }, ended(true)),
  ];
}
