// What an actor hands in with an act: the executor named, the amount, the ground of refusal, the missing papers. One form serves every act
// of every procedure; which of its fields an act needs stands in the regulation.
import { z } from 'zod';
import { optionalText, type FieldError } from '../http/forms.ts';
import { frequencies, type Need, type Outcome, type Regulation } from '../regulations/index.ts';

export interface GrantedAmount {
  /** Row of the table of amounts. */
  readonly row: string;
  readonly tenge: number;
  /** The row is a ceiling: a lower sum may be granted. */
  readonly atMost: boolean;
  /** What the row is for, and the decision it comes from. */
  readonly what: { readonly kk: string; readonly ru: string };
  readonly act: { readonly kk: string; readonly ru: string };
  /** How the sum came about, e.g. "10 × 4 325 ₸". */
  readonly calculation: { readonly kk: string; readonly ru: string };
  readonly frequency: { readonly kk: string; readonly ru: string };
  /** The executor grants another sum than the table gives, and says why; the applicant reads it. */
  readonly correction?: { readonly from: number; readonly reason: string };
}

export interface Given {
  readonly executor?: { readonly accountId: string; readonly name: string };
  readonly amount?: GrantedAmount;
  readonly refusalGround?: { readonly id: string; readonly explanation: string };
  readonly missingDocuments?: readonly string[];
  readonly extensionReason?: string;
  readonly comment?: string;
}

/** Every field that some act asks for. */
export const actForm = z.strictObject({
  version: z.coerce.number('office:errors.version').int('office:errors.version'),
  executor: optionalText(60, 'office:errors.executor'),
  amount: optionalText(120, 'office:errors.amount'),
  amountTenge: optionalText(20, 'office:errors.amountTenge'),
  amountFrequency: optionalText(20, 'office:errors.amountFrequency'),
  amountBasis: optionalText(500, 'office:errors.amountBasis'),
  amountReason: optionalText(500, 'office:errors.amountReason'),
  refusalGround: optionalText(60, 'office:errors.refusalGround'),
  refusalExplanation: optionalText(2_000, 'office:errors.explanationLong'),
  missingDocuments: optionalText(2_000, 'office:errors.missingLong'),
  extensionReason: optionalText(60, 'office:errors.extensionReason'),
  comment: optionalText(2_000, 'office:errors.commentLong'),
});
export type ActForm = z.infer<typeof actForm>;

/** What the fields can be chosen from. */
export interface Choices {
  readonly executors: readonly { readonly accountId: string; readonly name: string }[];
  readonly amounts: readonly GrantedAmount[];
  readonly regulation: Regulation;
}

type Read = { readonly given: Given } | { readonly error: FieldError };

const SHORTEST_EXPLANATION = 10;
const MOST_MISSING = 20;
/** Beyond it a corrected sum is a slip of the hand. */
const MOST_TENGE = 10_000_000;

/** How often help is paid. */
export const FREQUENCIES = [
  'once',
  'monthly',
  'quarterly',
  'yearly',
] as const satisfies readonly (keyof typeof frequencies)[];

/** How each need is read. A need without a reader cannot be met on this desk: the act is not offered. */
const readers: Partial<Record<Need, (form: ActForm, choices: Choices) => Read>> = {
  executor(form, { executors }) {
    const executor = executors.find(({ accountId }) => accountId === form.executor);
    return executor === undefined ? wrong('executor') : { given: { executor } };
  },
  amount(form, { amounts }) {
    if (amounts.length === 0) return amountByHand(form);
    const amount = amounts.find(({ row }) => row === form.amount);
    if (amount === undefined) return wrong('amount');
    if (form.amountTenge === '') return { given: { amount } };
    const tenge = tengeOf(form.amountTenge);
    if (tenge === undefined || (amount.atMost && tenge > amount.tenge)) return wrong('amountTenge');
    if (amount.atMost || tenge === amount.tenge) return { given: { amount: { ...amount, tenge } } };
    if (form.amountReason.length < SHORTEST_EXPLANATION) return wrong('amountReason');
    const correction = { from: amount.tenge, reason: form.amountReason };
    return { given: { amount: { ...amount, tenge, correction } } };
  },
  'refusal-ground'(form, { regulation }) {
    const ground = regulation.refusalGrounds.find(({ id }) => id === form.refusalGround);
    if (ground === undefined) return wrong('refusalGround');
    if (form.refusalExplanation.length < SHORTEST_EXPLANATION) return wrong('refusalExplanation');
    return { given: { refusalGround: { id: ground.id, explanation: form.refusalExplanation } } };
  },
  'missing-documents'(form) {
    const lines = form.missingDocuments
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return lines.length === 0 || lines.length > MOST_MISSING
      ? wrong('missingDocuments')
      : { given: { missingDocuments: lines } };
  },
  'extension-reason'(form, { regulation }) {
    const reason = regulation.terms.extended?.reasons.find(({ id }) => id === form.extensionReason);
    return reason === undefined ? wrong('extensionReason') : { given: { extensionReason: reason.id } };
  },
  comment: (form) =>
    form.comment.length < SHORTEST_EXPLANATION ? wrong('comment') : { given: { comment: form.comment } },
};

/** A sum as people write it: "120 000 ₸". */
function tengeOf(text: string): number | undefined {
  const tenge = Number(text.replace(/[\s₸]/g, ''));
  return Number.isInteger(tenge) && tenge > 0 && tenge <= MOST_TENGE ? tenge : undefined;
}

/** Where the table has no row, the executor writes the sum and the decision by which it is given: the portal invents neither. */
function amountByHand({ amountTenge, amountFrequency, amountBasis }: ActForm): Read {
  const tenge = tengeOf(amountTenge);
  const frequency = FREQUENCIES.find((one) => one === amountFrequency);
  if (tenge === undefined) return { error: { field: 'amountTenge', text: 'office:errors.amountByHand' } };
  if (frequency === undefined) return wrong('amountFrequency');
  if (amountBasis.length < SHORTEST_EXPLANATION) return wrong('amountBasis');
  const basis = { kk: amountBasis, ru: amountBasis };
  return {
    given: {
      amount: {
        row: 'by-hand',
        tenge,
        atMost: false,
        what: { kk: '', ru: '' },
        act: basis,
        calculation: basis,
        frequency: frequencies[frequency],
      },
    },
  };
}

function wrong(field: string): Read {
  return { error: { field, text: `office:errors.${field}` } };
}

/** Whether this desk has a field for everything that an act needs; signatures have a page of their own. */
export const canBeGiven = (outcome: Outcome): boolean =>
  (outcome.needs ?? []).every((need) => need === 'signature' || readers[need] !== undefined);

/** The act's needs, read from the form. */
export function readGiven(
  outcome: Outcome,
  form: ActForm,
  choices: Choices,
):
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  let given: Given = {};
  for (const need of outcome.needs ?? []) {
    const read = readers[need]?.(form, choices);
    if (read === undefined) continue;
    if ('error' in read) errors.push(read.error);
    else given = { ...given, ...read.given };
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, given };
}

/** The needs that something given meets. */
export const needsMetBy = (given: Given): Need[] => [
  ...(given.executor ? (['executor'] as const) : []),
  ...(given.amount ? (['amount'] as const) : []),
  ...(given.refusalGround ? (['refusal-ground'] as const) : []),
  ...(given.missingDocuments ? (['missing-documents'] as const) : []),
  ...(given.extensionReason ? (['extension-reason'] as const) : []),
  ...(given.comment ? (['comment'] as const) : []),
];
