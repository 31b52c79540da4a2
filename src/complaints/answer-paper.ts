// The answer on paper: drawn by the worker from what was decided, signed with a key of the organisation.
import { ok, refuse, type Result } from '../platform/result.ts';
import { formatDate, upperFirst } from '../http/format.ts';
import type { Language, Translate } from '../http/texts.ts';
import type { Officer } from '../identity/index.ts';
import { printPaper, type PaperText } from '../notification/index.ts';
import { takePaperSignature, type CasePaper, type PaperSignatureProblem } from '../office/index.ts';
import {
  formatCitation,
  officeOf,
  paperFields,
  possibleOutcomes,
  type Outcome,
  type PaperField,
} from '../regulations/index.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import { lapOf, regulationOf, standsAt, type AnswerDraft, type Complaint } from './complaint.ts';
import { complaintActs, findComplaint, writeAct, type ComplaintActProblem } from './perform-complaint-act.ts';

/** The owner under which the papers of a complaint lie. */
export const ownerOfAnswers = (id: string): string => `complaint/${id}`;

/** Draws the answer that was written down, if it still waits. Drawn twice by accident, it is kept once. */
export async function drawAnswer(
  deps: ComplaintDeps,
  input: { readonly complaintId: string },
): Promise<Result<undefined, 'try-again'>> {
  const complaint = await deps.store.byId(input.complaintId);
  const draft = complaint?.draft;
  if (complaint === undefined || draft === undefined || complaint.paper !== undefined) return ok();
  const outcome = outcomeOf(complaint, draft);
  const paper = outcome?.papers?.[0];
  if (outcome === undefined || paper === undefined) return ok();
  const now = deps.clock.now();
  const printed = await printPaper(deps, {
    content: {
      paper,
      number: `${complaint.number}-${complaint.laps.length}`,
      date: now,
      texts: (['kk', 'ru'] as const).map((language) =>
        textIn(language, deps.voices[language], { complaint, draft, outcome, paper }),
      ),
    },
    outcome: outcome.id,
    owner: ownerOfAnswers(complaint.id),
  });
  if (
    await deps.store.replace(complaint, { ...complaint, paper: printed, updatedAt: now }, ['complaint.moved'])
  )
    return ok();
  await deps.documents.remove(printed.fileId);
  return refuse('try-again');
}

const outcomeOf = (complaint: Complaint, draft: AnswerDraft): Outcome | undefined =>
  possibleOutcomes(regulationOf(complaint), complaint.position).find(({ id }) => id === draft.outcome);

interface Source {
  readonly complaint: Complaint;
  readonly draft: AnswerDraft;
  readonly outcome: Outcome;
  readonly paper: string;
}

function textIn(language: Language, t: Translate, source: Source): PaperText {
  const { complaint, draft, outcome, paper } = source;
  const regulation = regulationOf(complaint);
  const described = regulation.papers.find(({ id }) => id === paper);
  const label = (field: PaperField): string => upperFirst(paperFields[field][language]);
  const next = regulation.complaint.addressees.map(({ name }) => name[language]).join(', ');
  return {
    language,
    body: officeOf(complaint.officeId)?.name[language] ?? regulation.provider[language],
    title: described?.title[language] ?? paper,
    opening: t('complaints:paper.opening', {
      name: complaint.applicant.name,
      number: complaint.number,
      date: formatDate(lapOf(complaint).submittedAt, language),
    }),
    lines: [
      { label: label('applicant'), lines: [complaint.applicant.name] },
      { label: label('outcome'), lines: [endOf(source)?.name[language] ?? outcome.name[language]] },
      { label: label('answer-text'), lines: draft.text.split('\n').filter((line) => line !== '') },
      {
        label: label('legal-basis'),
        lines: regulation.legalBasis.map((law) => formatCitation(law, language)),
      },
    ],
    closing: [
      next === '' ? t('complaints:paper.court') : t('complaints:paper.next', { body: next }),
      t('notification:signed'),
    ],
  };
}

/** The end to which the decision leads: its name is what was decided. */
function endOf({ complaint, outcome }: Source) {
  const regulation = regulationOf(complaint);
  const issue = regulation.steps.find(({ id }) => id === outcome.next);
  const end = issue?.outcomes.find(
    ({ when }) => outcome.decides !== undefined && when?.decisions?.includes(outcome.decides) === true,
  )?.end;
  return regulation.ends.find(({ id }) => id === end);
}

export interface WaitingAnswer {
  readonly complaint: Complaint;
  readonly paper: CasePaper;
  readonly bytes: Buffer;
}

/** The answer that waits for this officer's signature, with its bytes. */
export async function answerToSign(
  deps: ComplaintDeps,
  input: { readonly officer: Officer; readonly id: string },
): Promise<Result<WaitingAnswer, ComplaintActProblem>> {
  const found = await findComplaint(deps, input.officer, input.id);
  if (!found.ok) return found;
  const complaint = found.value;
  const acts = complaintActs(input.officer, complaint);
  if (acts.length === 0) return refuse('not-your-step');
  const { paper } = complaint;
  if (paper === undefined || !acts.some(({ id }) => id === paper.outcome)) return refuse('paper-missing');
  const bytes = await deps.documents.get(paper.fileId, ownerOfAnswers(complaint.id));
  if (bytes === undefined) throw new Error(`answer ${paper.fileId} of complaint ${complaint.id} is gone`);
  return ok({ complaint, paper, bytes });
}

export type SignAnswerProblem = { readonly kind: ComplaintActProblem } | PaperSignatureProblem;

/**
 * Takes the signature over the answer and moves the complaint on.
 * @param input.sha256 of the bytes that the page showed
 */
export async function signAnswer(
  deps: ComplaintDeps,
  input: {
    readonly officer: Officer;
    readonly id: string;
    readonly sha256: string;
    readonly cms: Buffer;
  },
): Promise<Result<Complaint, SignAnswerProblem>> {
  const waiting = await answerToSign(deps, input);
  if (!waiting.ok) return refuse({ kind: waiting.problem });
  const { complaint, paper, bytes } = waiting.value;
  const now = deps.clock.now();
  const taken = await takePaperSignature(deps, { ...input, paper, bytes, at: now });
  if (!taken.ok) return taken;
  const written = await writeAct(deps, complaint, {
    actor: standsAt(complaint)?.actor ?? 'head',
    outcome: paper.outcome,
    given: ['answer', 'signature'],
    now,
    by: { accountId: input.officer.accountId, name: input.officer.name },
    answer: taken.value,
  });
  return written.ok ? written : refuse({ kind: written.problem });
}
