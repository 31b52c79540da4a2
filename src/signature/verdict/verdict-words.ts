// A verdict in words for people: what the matter is, what happened, what to do. The words themselves are data, one file a language; here
// only the choice is made which of them fit.
import type { Check, CheckId, Outcome } from './check.ts';
import type { Warning } from './findings.ts';
import type { SubIndication } from './indication.ts';
import type { Verdict } from './verdict-schema.ts';
import { WORDS_EN } from './words-en.ts';
import { WORDS_KK } from './words-kk.ts';
import { WORDS_RU } from './words-ru.ts';

export interface Words {
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

/** Everything that a language needs; a missing entry does not compile. */
export interface VerdictTexts {
  readonly passed: Words;
  readonly subIndications: Readonly<Record<SubIndication, Words>>;
  /** Words for a failed check where they say more than those of the sub-indication. */
  readonly failedChecks: Readonly<Partial<Record<CheckId, Words>>>;
  /** What each check looks at, for the page that lists them. */
  readonly checks: Readonly<Record<CheckId, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly warnings: Readonly<Record<Warning, string>>;
}

export type VerdictLanguage = 'kk' | 'ru' | 'en';

export const VERDICT_TEXTS: Readonly<Record<VerdictLanguage, VerdictTexts>> = {
  kk: WORDS_KK,
  ru: WORDS_RU,
  en: WORDS_EN,
};

export interface DescribedVerdict extends Words {
  readonly warnings: readonly string[];
  readonly checks: readonly { readonly name: string; readonly outcome: string }[];
}

/** A verdict in a language. Names and numbers of people never stand in it. */
export function describeVerdict(verdict: Verdict, language: VerdictLanguage): DescribedVerdict {
  const texts = VERDICT_TEXTS[language];
  const deciding = [verdict, ...verdict.signatures].filter(
    (part) => part.subIndication === verdict.subIndication,
  );
  const checks = deciding.flatMap((part) => part.checks);
  const warnings = new Set([verdict, ...verdict.signatures].flatMap((part) => part.warnings));
  return {
    ...wordsFor(texts, verdict.subIndication, decisive(checks)),
    warnings: [...warnings].map((warning) => texts.warnings[warning]),
    checks: [verdict, ...verdict.signatures]
      .flatMap((part) => part.checks)
      .map((check) => ({ name: texts.checks[check.id], outcome: texts.outcomes[check.outcome] })),
  };
}

/** The words for a sub-indication that a check has led to. */
export function wordsFor(
  texts: VerdictTexts,
  subIndication: SubIndication | undefined,
  check: CheckId | undefined,
): Words {
  if (subIndication === undefined) return texts.passed;
  const special = check && !SAID_BY_SUB_INDICATION.has(check) ? texts.failedChecks[check] : undefined;
  return special ?? texts.subIndications[subIndication];
}

/** Checks whose failures differ in what they mean; the sub-indication says which it is. */
const SAID_BY_SUB_INDICATION: ReadonlySet<CheckId> = new Set(['revocation', 'path-validity', 'algorithms']);

const decisive = (checks: readonly Check[]): CheckId | undefined =>
  checks.find((check) => check.outcome === 'failed' || check.outcome === 'unknown')?.id;
