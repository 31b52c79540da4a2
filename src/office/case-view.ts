// What an officer sees of a case. Health data is for those who decide: the head, and the executor whom the head named.
import {
  describePayload,
  howOf,
  maySettle,
  payloadOf,
  pinnedRegulation,
  type Application,
  type Section,
  type Words,
} from '../application/index.ts';
import type { Officer } from '../identity/index.ts';
import {
  daysLeft,
  explainDeadline,
  formatTerm,
  formatTimeLeft,
  isByReference,
  titleOfPaper,
  type Actor,
  type PlannedStep,
  type Regulation,
} from '../regulations/index.ts';
import { describeVerdict, type Verdict } from '../signature/index.ts';
import { canBeGiven } from './given.ts';
import { nextToSign, preparedOutcome, stillToSign } from './prepared-act.ts';
import { clockOf, signedPaperOf, type CasePaper, type DoneStep, type OfficeCase } from './office-case.ts';
import { actsOf, turnOf } from './perform-act.ts';
import { termMark, termView } from './term-view.ts';

/** Those who weigh the case while it is their turn; clerks pass it on unread. */
const READERS: readonly Actor[] = [
  'executor',
  'sector-head',
  'rural-akim',
  'rural-executor',
  'precinct-commission',
  'rural-precinct-commission',
  'special-commission',
];

/** Whether the officer may read the application itself. */
export function mayReadContent(officer: Officer, officeCase: OfficeCase): boolean {
  const turn = turnOf(officer, officeCase);
  return (
    officer.roles.includes('head') ||
    officeCase.assignee?.accountId === officer.accountId ||
    (turn !== undefined && READERS.includes(turn))
  );
}

export interface Chip {
  readonly text: string;
  readonly state: 'calm' | 'soon' | 'overdue';
}

/** "3 working days left · by 7 April", with a word for every colour. */
export function chipOf(due: Date | null, now: Date, language: Words['language']): Chip | undefined {
  if (due === null) return undefined;
  const left = daysLeft(due, now);
  if (!left.ok) return undefined;
  const state =
    left.value.kind === 'overdue'
      ? 'overdue'
      : left.value.kind === 'today' || left.value.workdays <= 1
        ? 'soon'
        : 'calm';
  return { text: formatTimeLeft(left.value, language), state };
}

/** One line of a queue: no diagnosis, no ground, no sum. */
export function queueLine(officeCase: OfficeCase, now: Date, words: Words) {
  const { language } = words;
  const regulation = pinnedRegulation(officeCase.regulation);
  const { position } = officeCase;
  const step = position.kind === 'step' ? regulation.steps.find(({ id }) => id === position.step) : undefined;
  const end = position.kind === 'end' ? regulation.ends.find(({ id }) => id === position.end) : undefined;
  return {
    id: officeCase.id,
    number: officeCase.number,
    name: officeCase.applicant.name,
    submittedAt: officeCase.submittedAt,
    stands: step?.name[language] ?? end?.name[language] ?? '',
    state: officeCase.state,
    chip: officeCase.state === 'open' ? chipOf(officeCase.dueAt, now, language) : undefined,
    mark: termMark(officeCase, words),
    wholeDueAt: officeCase.wholeDueAt,
    assignee: officeCase.assignee?.name,
    endedAt: officeCase.state === 'open' ? undefined : officeCase.updatedAt,
  };
}

/** The page of a case. */
export function caseView(
  officeCase: OfficeCase,
  application: Application,
  officer: Officer,
  context: { readonly now: Date; readonly words: Words },
) {
  const { now, words } = context;
  const { language } = words;
  const regulation = pinnedRegulation(officeCase.regulation);
  const plan = clockOf(regulation, officeCase);
  const present = plan.steps.find(({ done }) => done === undefined);
  const readable = mayReadContent(officer, officeCase) && application.status !== 'draft';
  return {
    ...queueLine(officeCase, now, words),
    iin: officeCase.applicant.iin,
    version: officeCase.version,
    regulation,
    how: howOf(officeCase.regulation),
    terms: termView(officeCase, plan, officer, words),
    whole: {
      chip: chipOf(plan.due, now, language),
      due: plan.due,
      runs: plan.runs,
      term: isByReference(plan.wholeTerm) ? undefined : formatTerm(plan.wholeTerm, language),
    },
    explanation:
      officeCase.state === 'open' && present !== undefined
        ? explainDeadline(present.explanation, language)
        : [],
    road: roadOf(officeCase, plan.steps, words),
    acts: actsOf(officer, officeCase)
      .filter(canBeGiven)
      .map((outcome) => ({
        id: outcome.id,
        name: outcome.name[language],
        asks: (outcome.needs ?? []).length > 0,
        signs: signedPaperOf(outcome) !== undefined,
        blocked:
          outcome.decides !== undefined &&
          outcome.extends !== true &&
          application.status === 'submitted' &&
          !maySettle(application.signature),
      })),
    paper: officeCase.paper,
    prepared: preparedView(officeCase, officer, language),
    filed: officeCase.filed.map((paper) => titled(paper, regulation, language)),
    issued: officeCase.issued.map((paper) => titled(paper, regulation, language)),
    draft: readable ? officeCase.draft : undefined,
    content: readable ? contentOf(application, words) : undefined,
  };
}

const titled = (paper: CasePaper, regulation: Regulation, language: Words['language']) => ({
  ...paper,
  title: titleOfPaper(regulation, paper.paper, language),
});

/** The act that waits for signatures: what it is, its papers, who has still to sign. */
function preparedView(officeCase: OfficeCase, officer: Officer, language: Words['language']) {
  const { prepared } = officeCase;
  if (prepared === undefined) return undefined;
  const regulation = pinnedRegulation(officeCase.regulation);
  return {
    name: preparedOutcome(officeCase)?.name[language] ?? '',
    by: prepared.by.name,
    papers: prepared.papers.map((paper) => titled(paper, regulation, language)),
    waitsFor: stillToSign(prepared).map(({ name }) => name),
    yours: nextToSign(officeCase, officer) !== undefined,
    mayDrop: turnOf(officer, officeCase) !== undefined,
  };
}

function contentOf(application: Exclude<Application, { status: 'draft' }>, words: Words) {
  const sections: readonly Section[] = describePayload(payloadOf(application.signed), {
    ...words,
    toOfficer: true,
  });
  return {
    sections,
    verdict: application.signature.verdict,
    signature: {
      state: application.signature.state,
      checkedAt: application.signature.checkedAt,
      ...(application.signature.state === 'on-paper'
        ? { title: '', what: '' }
        : describeVerdict(application.signature.verdict as Verdict, words.language)),
    },
    attachments: application.content.attachments,
    supplements: application.supplements.map(({ submittedAt, remark, attachments, signature }) => ({
      submittedAt,
      remark,
      attachments,
      signature: signature.state,
    })),
  };
}

/** Past steps with who did them, the present one, the next ones with the latest date of each. */
function roadOf(officeCase: OfficeCase, planned: readonly PlannedStep[], { language, t }: Words) {
  const regulation = pinnedRegulation(officeCase.regulation);
  const nameOf = (step: string) => regulation.steps.find(({ id }) => id === step);
  const outcomeOf = (step: string, outcome: string) =>
    nameOf(step)?.outcomes.find(({ id }) => id === outcome)?.name[language];
  const titleOf = (step: string) =>
    regulation.actors.find(({ id }) => id === nameOf(step)?.actor)?.title[language];
  const whoDid = ({ by, step }: DoneStep) =>
    by?.insteadOf === undefined
      ? (by?.name ?? titleOf(step))
      : t('office:case.insteadOf', { name: by.name, absent: by.insteadOf });
  const steps = officeCase.done.map((done) => ({
    state: 'done' as const,
    name: nameOf(done.step)?.name[language] ?? done.step,
    what: outcomeOf(done.step, done.outcome),
    at: done.at,
    who: whoDid(done),
    comment: done.comment,
  }));
  const handOvers = (officeCase.handOvers ?? []).map(({ at, from, to, by }) => ({
    state: 'done' as const,
    name: t('office:case.handedOver'),
    what: `${from.name} → ${to.name}`,
    at,
    who: by.name,
    comment: undefined,
  }));
  const past = [...steps, ...handOvers].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (officeCase.state !== 'open') return past;
  const ahead = planned
    .filter(({ done }) => done === undefined)
    .map((step, position) => ({
      state: position === 0 ? ('present' as const) : ('next' as const),
      name: nameOf(step.id)?.name[language] ?? step.id,
      what: undefined,
      at: step.due,
      who:
        position === 0 && step.actor === 'executor'
          ? (officeCase.assignee?.name ?? titleOf(step.id))
          : titleOf(step.id),
      comment: undefined,
    }));
  return [...past, ...ahead];
}
