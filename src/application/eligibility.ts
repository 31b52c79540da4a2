// Who may apply through the portal, decided from the registers on the day: disability, child with a disability, or a socially significant
// disease by the list valid on that date. A register that did not answer shuts nobody out: the form goes on by hand, marked so.
import { diseaseByCode, type Category } from '../regulations/index.ts';
import type { RegisterSnapshot } from './application.ts';

/** What a register told of one category, in a form that a page can put into words. */
export type Finding =
  | { readonly category: Category; readonly state: 'confirmed' }
  /** A group that was confirmed once, but ended on this date. */
  | { readonly category: 'DISABLED' | 'DISABLED_CHILD'; readonly state: 'ended'; readonly on: string }
  /** A disease that was on the list until this date. */
  | { readonly category: 'SOCIAL_DISEASE'; readonly state: 'off-list'; readonly since: string }
  | { readonly category: Category; readonly state: 'not-found' }
  | { readonly category: Category; readonly state: 'register-silent' };

export interface Eligibility {
  /** Categories that the registers confirm. */
  readonly confirmed: readonly Category[];
  /** Categories that could not be checked: the person may name them and attach a paper. */
  readonly unchecked: readonly Category[];
  readonly findings: readonly Finding[];
}

/** @param today a date of Kazakhstan, "2026-11-22" */
export function decideEligibility(registers: RegisterSnapshot, today: string): Eligibility {
  const findings = [
    ownDisability(registers, today),
    childDisability(registers, today),
    disease(registers, today),
  ];
  return {
    findings,
    confirmed: findings.filter(({ state }) => state === 'confirmed').map(({ category }) => category),
    unchecked: findings.filter(({ state }) => state === 'register-silent').map(({ category }) => category),
  };
}

/** Dates compare as text: "2026-01-31" < "2026-11-22". No end means without a limit. */
const runs = (state: { readonly from: string; readonly to: string | null }, today: string): boolean =>
  state.from <= today && (state.to === null || state.to >= today);

function ownDisability({ disability }: RegisterSnapshot, today: string): Finding {
  const category = 'DISABLED';
  if (disability === undefined || disability.outcome === 'unavailable')
    return { category, state: 'register-silent' };
  const own = disability.outcome === 'found' ? disability.data.own : null;
  if (own === null) return { category, state: 'not-found' };
  if (runs(own, today)) return { category, state: 'confirmed' };
  return own.to === null ? { category, state: 'not-found' } : { category, state: 'ended', on: own.to };
}

function childDisability({ disability }: RegisterSnapshot, today: string): Finding {
  const category = 'DISABLED_CHILD';
  if (disability === undefined || disability.outcome === 'unavailable')
    return { category, state: 'register-silent' };
  const children = disability.outcome === 'found' ? disability.data.children : [];
  if (children.some(({ state }) => runs(state, today))) return { category, state: 'confirmed' };
  const last = children
    .flatMap(({ state }) => (state.to === null ? [] : [state.to]))
    .sort()
    .at(-1);
  return last === undefined ? { category, state: 'not-found' } : { category, state: 'ended', on: last };
}

function disease({ disease }: RegisterSnapshot, today: string): Finding {
  const category = 'SOCIAL_DISEASE';
  if (disease === undefined || disease.outcome === 'unavailable')
    return { category, state: 'register-silent' };
  const entries =
    disease.outcome === 'found' ? disease.data.entries.filter((entry) => runs(entry, today)) : [];
  const rows = entries.map(({ icd10 }) => diseaseByCode(icd10, today));
  if (rows.some(({ kind }) => kind === 'listed')) return { category, state: 'confirmed' };
  const removed = rows
    .flatMap((row) => (row.kind === 'excluded' ? [row.since] : []))
    .sort()
    .at(-1);
  return removed === undefined
    ? { category, state: 'not-found' }
    : { category, state: 'off-list', since: removed };
}
