// What is seen of a complaint: its marks, its road with the latest date of each step, its answers. Derived anew each time.
import { formatDate } from '../http/format.ts';
import type { Language, Translate } from '../http/texts.ts';
import type { Officer } from '../identity/index.ts';
import { chipOf } from '../office/index.ts';
import {
  explainDeadline,
  explainRegistration,
  explainWholeTerm,
  formatCitation,
  officeOf,
  statuses,
  stepOf,
  titleOfPaper,
  type DeadlinePlan,
} from '../regulations/index.ts';
import { addresseesOf } from './addressees.ts';
import { clockOf } from './complaint-clock.ts';
import { complaintPaths, complaintDeskPaths } from './complaint-paths.ts';
import { isAnswer, lapOf, regulationOf, standsAt, type Complaint, type Lap } from './complaint.ts';
import { mayGoFurther } from './own-complaint.ts';
import { complaintActs } from './perform-complaint-act.ts';

export interface Words {
  readonly language: Language;
  readonly t: Translate;
}

const endOf = (complaint: Complaint) => {
  const { position } = complaint;
  return position.kind === 'end'
    ? regulationOf(complaint).ends.find(({ id }) => id === position.end)
    : undefined;
};

/** Colours beside the word; the word says it alone too. */
const TONES = { positive: 'green', negative: 'red', neutral: 'grey' } as const;

/** One line of a list: no name of a disease, no text. */
export function complaintLine(complaint: Complaint, now: Date, language: Language) {
  const end = endOf(complaint);
  const status = standsAt(complaint)?.status ?? end?.status ?? 'COMPLAINT_DELIVERED';
  return {
    id: complaint.id,
    href: complaintPaths.one.at(complaint),
    deskHref: complaintDeskPaths.one.at(complaint),
    number: complaint.number,
    caseNumber: complaint.caseNumber,
    name: complaint.applicant.name,
    office: officeOf(complaint.homeOfficeId)?.name[language] ?? complaint.homeOfficeId,
    subject: regulationOf(complaint).complaint.subjects[complaint.subject]?.[language] ?? '',
    stands: standsAt(complaint)?.name[language] ?? end?.name[language] ?? '',
    status: {
      word: end?.name[language] ?? statuses[status][language],
      tone: end === undefined ? 'blue' : TONES[end.result],
    },
    state: complaint.state,
    late: complaint.late,
    dueAt: complaint.dueAt,
    overdue: complaint.dueAt !== null && complaint.dueAt < now,
    chip: chipOf(complaint.dueAt, now, language),
    submittedAt: lapOf(complaint).submittedAt,
    endedAt: complaint.state === 'open' ? undefined : complaint.updatedAt,
  };
}

/** "Омарова С." of "Омарова Сауле": the stamp carries surname and initials. */
const withInitials = (name: string): string => {
  const [surname = '', ...names] = name.split(' ');
  return [surname, ...names.filter((one) => one !== '').map((one) => `${one.charAt(0)}.`)].join(' ');
};

/** The marks that the standard asks for: delivered, registered, executed, answered or refused to consider. */
function marksOf(complaint: Complaint, plan: DeadlinePlan, { language, t }: Words) {
  const regulation = regulationOf(complaint);
  const lap = lapOf(complaint);
  const registered = lap.done.find(({ step }) => stepOf(regulation, step).journal === 'complaints');
  const executed = lap.done.find(({ step, outcome }) =>
    stepOf(regulation, step).outcomes.some((one) => one.id === outcome && one.marks === 'DECISION'),
  );
  const answered = lap.answer?.issuedAt;
  const place = officeOf(complaint.homeOfficeId);
  return [
    { key: 'delivered', at: lap.submittedAt, note: undefined },
    {
      key: 'registered',
      at: registered?.at,
      note:
        registered === undefined
          ? undefined
          : t('complaints:marks.stamp', {
              number: complaint.number,
              who: withInitials(registered.by?.name ?? ''),
              date: plan.due === null ? '–' : formatDate(plan.due, language),
              place: [place?.name[language], place?.address?.[language]].filter(Boolean).join(', '),
            }),
    },
    { key: 'executed', at: executed?.at, note: undefined },
    {
      key: endOf(complaint)?.status === 'COMPLAINT_NOT_CONSIDERED' ? 'not-considered' : 'answered',
      at: answered,
      note: answered === undefined ? undefined : endOf(complaint)?.name[language],
    },
  ];
}

/** Past steps, the present one, and the next ones with their latest dates. */
function roadOf(complaint: Complaint, plan: DeadlinePlan, { language, t }: Words) {
  const regulation = regulationOf(complaint);
  const titleOf = (id: string) =>
    regulation.actors.find((actor) => actor.id === stepOf(regulation, id).actor)?.title[language];
  const pastOf = (lap: Lap, position: number) => [
    {
      state: 'done' as const,
      name: t(position === 0 ? 'complaints:road.sent' : 'complaints:road.reopened'),
      at: lap.submittedAt,
      who: undefined,
      note: undefined,
    },
    ...lap.done.map((done) => ({
      state: 'done' as const,
      name: stepOf(regulation, done.step).name[language],
      at: done.at,
      who: titleOf(done.step),
      note: stepOf(regulation, done.step).outcomes.find(({ id }) => id === done.outcome)?.name[language],
    })),
  ];
  const ahead =
    complaint.state === 'open'
      ? plan.steps
          .filter(({ done }) => done === undefined)
          .map((step, position) => ({
            state: position === 0 ? ('present' as const) : ('next' as const),
            name: stepOf(regulation, step.id).name[language],
            at: step.due,
            who: titleOf(step.id),
            note: undefined,
          }))
      : [];
  return [...complaint.laps.flatMap(pastOf), ...ahead];
}

/** What citizen and office both see. */
function bothSee(complaint: Complaint, now: Date, words: Words) {
  const { language } = words;
  const regulation = regulationOf(complaint);
  const plan = clockOf(complaint);
  const present = plan.steps.find(({ done }) => done === undefined);
  const title = (paper: string) => titleOfPaper(regulation, paper, language);
  return {
    ...complaintLine(complaint, now, language),
    version: complaint.version,
    way: complaint.way,
    fileBy: complaint.fileBy,
    filingLaw:
      regulation.complaint.filingMonths && formatCitation(regulation.complaint.filingMonths.law, language),
    marks: marksOf(complaint, plan, words),
    road: roadOf(complaint, plan, words),
    wholeDue: plan.due,
    explanation:
      complaint.state === 'open'
        ? [
            explainRegistration(plan.registration, lapOf(complaint).submittedAt, language),
            ...explainWholeTerm(plan, language),
            // Where the step ends on another day than the whole, its own reasons follow.
            ...(present === undefined || present.due?.getTime() === plan.due?.getTime()
              ? []
              : explainDeadline(present.explanation, language)),
          ]
        : [],
    texts: complaint.laps.map(({ text, submittedAt }) => ({ text, submittedAt })),
    answers: complaint.laps.flatMap(({ answer, answerText }) =>
      answer?.issuedAt === undefined
        ? []
        : [{ ...answer, title: title(answer.paper), text: answerText ?? '', issuedAt: answer.issuedAt }],
    ),
  };
}

/** The citizen's page. */
export function citizenView(
  complaint: Complaint,
  context: { readonly now: Date; readonly words: Words; readonly next: Complaint | undefined },
) {
  const { now, words, next } = context;
  const regulation = regulationOf(complaint);
  const further = addresseesOf(regulation, complaint.homeOfficeId)[0];
  const { position } = complaint;
  const negative = endOf(complaint)?.result === 'negative';
  return {
    ...bothSee(complaint, now, words),
    back: `/cabinet/${complaint.applicationId}`,
    canWithdraw:
      complaint.state === 'open' &&
      position.kind === 'step' &&
      regulation.withdrawal?.from.includes(position.step) === true,
    canReopen:
      position.kind === 'end' &&
      regulation.reopening?.from.includes(position.end) === true &&
      position.facts.reopened < regulation.reopening.times,
    further:
      next === undefined && further !== undefined && mayGoFurther(complaint, now)
        ? further.name[words.language]
        : undefined,
    next: next && complaintLine(next, now, words.language),
    court: regulation.complaint.thenCourt && negative,
    courtLaw: formatCitation(
      { act: 'administrative-code', place: 'art91.p5', basis: 'found' },
      words.language,
    ),
  };
}

/** Grows whenever something changes that the open page shows. */
export const versionOf = (complaint: Complaint): string => `${complaint.version}`;

/** Whether the officer may read what the complaint says: those who consider it, and the clerk who typed the paper. */
export function mayReadText(officer: Officer, complaint: Complaint): boolean {
  const considers = regulationOf(complaint)
    .steps.filter(({ outcomes }) => outcomes.some(isAnswer))
    .some(({ actor }) => officer.roles.some((role) => role === actor));
  return considers || complaint.enteredBy?.accountId === officer.accountId;
}

/** The page of an office. */
export function deskView(
  complaint: Complaint,
  officer: Officer,
  context: { readonly now: Date; readonly words: Words; readonly previous: Complaint | undefined },
) {
  const { now, words, previous } = context;
  const acts = complaintActs(officer, complaint);
  const readable = mayReadText(officer, complaint);
  const both = bothSee(complaint, now, words);
  return {
    ...both,
    iin: complaint.applicant.iin,
    caseHref:
      officer.roles.some((role) => role === 'head' || role === 'clerk') && previous === undefined
        ? `/office/cases/${complaint.caseId}`
        : undefined,
    readable,
    texts: readable ? both.texts : [],
    answers: both.answers.map((answer) => ({ ...answer, text: readable ? answer.text : '' })),
    draft: readable ? complaint.draft : undefined,
    paper: complaint.paper,
    writes: acts.some(isAnswer),
    acts: acts
      .filter((outcome) => !isAnswer(outcome))
      .map(({ id, name, needs }) => ({ id, name: name[words.language], asks: (needs ?? []).length > 0 })),
    turn: standsAt(complaint)?.actor,
    turnOf: both.road.find(({ state }) => state === 'present')?.who ?? '',
    enteredBy: complaint.enteredBy?.name,
    previous:
      previous && readable
        ? {
            number: previous.number,
            texts: previous.laps.map(({ text }) => text),
            answers: previous.laps.flatMap(({ answerText, answer }) =>
              answer?.issuedAt === undefined ? [] : [answerText ?? ''],
            ),
          }
        : undefined,
  };
}
