// Collects checks while a signature is verified. The first failure decides the sub-indication, so the order of checks is the order of
// what a reader should hear first.
import type { Check, CheckId, Outcome } from './check.ts';
import { indicationOf, type Indication, type SubIndication } from './indication.ts';

/** Things that do not change the verdict, but that a reader should know. */
export const WARNINGS = [
  'time-stamp-not-accepted',
  'time-stamp-over-another-signature',
  'counter-signatures-not-verified',
  'signing-certificate-attribute-absent',
  'test-identity',
  'certificate-expired-since',
  'certificate-revoked-since',
  'unreadable-certificate-passed-over',
  'content-not-compared',
  'test-trust',
] as const;
export type Warning = (typeof WARNINGS)[number];

export class Findings {
  readonly checks: Check[] = [];
  readonly warnings = new Set<Warning>();
  #subIndication: SubIndication | undefined;

  get subIndication(): SubIndication | undefined {
    return this.#subIndication;
  }

  get indication(): Indication {
    return indicationOf(this.#subIndication);
  }

  pass(id: CheckId, evidence: string, source: string): void {
    this.#add(id, 'passed', evidence, source);
  }

  /** A rule that the policy or the trust set leaves out: listed, so that nobody takes it for done (EN 319 102-1 5.1.4.1). */
  switchedOff(id: CheckId, evidence: string, source: string): void {
    this.#add(id, 'switched-off', evidence, source);
  }

  fail(id: CheckId, subIndication: SubIndication, evidence: string, source: string): void;
  fail(id: CheckId, subIndication: SubIndication, ...[evidence, source]: [string, string]): void {
    this.#add(id, 'failed', evidence, source);
    this.#subIndication ??= subIndication;
  }

  unknown(id: CheckId, subIndication: SubIndication, ...[evidence, source]: [string, string]): void {
    this.#add(id, 'unknown', evidence, source);
    this.#subIndication ??= subIndication;
  }

  /** Takes over checks that somebody else has made, with the sub-indication that they lead to. */
  adopt(checks: readonly Check[], subIndication: SubIndication | undefined): void {
    this.checks.push(...checks);
    if (subIndication !== undefined) this.#subIndication ??= subIndication;
  }

  /** Passes or fails, as the flaw is absent or named. */
  judge(id: CheckId, flaw: string | undefined, verdict: Judgement): void {
    if (flaw === undefined) this.pass(id, verdict.evidence, verdict.source);
    else this.fail(id, verdict.otherwise, flaw, verdict.source);
  }

  #add(id: CheckId, outcome: Outcome, ...[evidence, source]: [string, string]): void {
    this.checks.push({ id, outcome, evidence, source });
  }
}

export interface Judgement {
  /** What was looked at, when it is right. */
  readonly evidence: string;
  readonly source: string;
  readonly otherwise: SubIndication;
}
