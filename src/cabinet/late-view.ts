// What the citizen reads when a term is over: that it is not his fault, and whom to ask.
import { formatPhone } from '../application/index.ts';
import type { Language } from '../http/texts.ts';
import type { OfficeCase } from '../office/index.ts';
import { officeOf, type DeadlinePlan, type Regulation } from '../regulations/index.ts';

interface Late {
  readonly officeCase: OfficeCase | undefined;
  readonly regulation: Regulation;
  readonly plan: DeadlinePlan;
  readonly now: Date;
}

/** The office that has the application: who answers for the delay. */
function askAt({ officeCase, regulation }: Late, language: Language) {
  const office = officeCase === undefined ? undefined : officeOf(officeCase.officeId);
  return {
    office: office?.name[language] ?? regulation.provider[language],
    ...(office?.phone !== undefined && { phone: formatPhone(office.phone) }),
  };
}

/** Undefined while nothing is late; a step that is late while the whole term still runs, or the whole term. */
export function lateView(late: Late, language: Language) {
  const { regulation, plan, now } = late;
  if (plan.due !== null && plan.due < now)
    return { whole: plan.due, step: undefined, ask: askAt(late, language) };
  const present = plan.steps.find(({ done }) => done === undefined);
  if (present === undefined || present.due === null || present.due >= now || present.actor === 'applicant')
    return undefined;
  const name = regulation.steps.find(({ id }) => id === present.id)?.name[language] ?? '';
  return { whole: undefined, step: { name, due: present.due }, ask: askAt(late, language) };
}
