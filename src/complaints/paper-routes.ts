// A complaint that came on paper, entered by the clerk of the office that got it: number of the application, day of the stamp, text.
import { upperFirst } from '../http/format.ts';
import { withError, type FormState } from '../http/forms.ts';
import { page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { officers, type Officer } from '../identity/index.ts';
import { channels, officeOf, regulationsOfOffice, stepOf } from '../regulations/index.ts';
import { paperDoors } from './addressees.ts';
import { enterForm } from './complaint-forms.ts';
import { complaintDeskPaths as paths } from './complaint-paths.ts';
import type { Complaints } from './index.ts';

export function paperComplaintRoutes(complaints: Complaints): RouteRow[] {
  const access = officers();
  return [
    get(paths.enter, { access, audit: 'nothing-personal' }, (visit) => enterPage(visit)),
    post(
      paths.enter,
      { access, audit: { action: 'complaint.entered' }, form: enterForm },
      async (visit, form) => {
        if (!form.ok) return enterPage(visit, form.state);
        const mend = (field: string, text = field): Reply =>
          enterPage(visit, withError(form.state, field, `complaints:errors.${text}`));
        const receivedAt = momentOf(form.value, visit.now);
        if (receivedAt === undefined) return mend('received-day', 'received');
        if (doorsFor(visit.speaker).length === 0) return problem('forbidden');
        const { number, channel, subject, text } = form.value;
        const entered = await complaints.enterPaper({
          officer: visit.speaker,
          number,
          channel,
          subject,
          text,
          receivedAt,
        });
        if (entered.ok) return redirect(paths.one.at(entered.value));
        switch (entered.problem.kind) {
          case 'already-open':
            return redirect(paths.one.at(entered.problem));
          case 'not-found':
          case 'no-case':
            return mend('number');
          case 'wrong-addressee':
            return mend('channel');
          case 'wrong-subject':
            return mend('subject');
          case 'wrong-date':
            return mend('received-day', 'receivedWrong');
          case 'too-early':
            return problem('conflict');
        }
      },
    ),
  ];
}

const proceduresOf = ({ officeId }: Officer) =>
  regulationsOfOffice(officeId).filter(({ kind }) => kind === 'complaint');

/** The doors for paper at which this officer's own step begins. */
function doorsFor(officer: Officer) {
  const office = officeOf(officer.officeId);
  return office === undefined
    ? []
    : proceduresOf(officer).flatMap((procedure) =>
        paperDoors(procedure, office).filter((door) => {
          const start = procedure.channels.find(({ channel }) => channel === door)?.start;
          return start !== undefined && officer.roles.some((role) => role === stepOf(procedure, start).actor);
        }),
      );
}

function enterPage(visit: Visit<Officer>, form?: FormState): Reply {
  const doors = [...new Set(doorsFor(visit.speaker))];
  if (doors.length === 0) return problem('forbidden');
  const subjects = proceduresOf(visit.speaker)[0]?.complaint.subjects ?? [];
  const { language } = visit;
  return page(
    'complaints/enter',
    {
      back: paths.list.at(),
      doors: doors.map((door) => ({ value: door, label: upperFirst(channels[door][language]) })),
      subjects: subjects.map((one, place) => ({ value: String(place), label: upperFirst(one[language]) })),
    },
    form ?? { values: visit.typed ?? {}, errors: [] },
  );
}

/** Paper carries a day, no hour: it counts as received on the morning of that day, or now if that is earlier. */
function momentOf(
  form: Readonly<Record<'received-day' | 'received-month' | 'received-year', string>>,
  now: Date,
): Date | undefined {
  const { 'received-day': day, 'received-month': month, 'received-year': year } = form;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const morning = new Date(`${date}T10:00:00+05:00`);
  // The calendar has no 31 February: such a day would slip into the next month.
  if (Number.isNaN(morning.getTime()) || morning.toISOString().slice(0, 10) !== date) return undefined;
  const sameDay = morning.getTime() - now.getTime() < 10 * 3_600_000;
  return morning > now && sameDay ? now : morning;
}
