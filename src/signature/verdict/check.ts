// The checks of a verification: a closed list of names, each with an outcome, what was looked at and where that came from.

/** Checks of a certification path, in the order in which their failures are reported. */
export const PATH_CHECKS = [
  'limits',
  'certificate-form',
  'path-built',
  'path-signatures',
  'path-names',
  'basic-constraints',
  'path-length',
  'ca-key-usage',
  'name-constraints',
  'certificate-policies',
  'critical-extensions',
  'path-validity',
  'revocation',
] as const;

export type PathCheckId = (typeof PATH_CHECKS)[number];
export type CheckId = PathCheckId;

export type Outcome = 'passed' | 'failed' | 'unknown' | 'switched-off';

export interface Check {
  readonly id: CheckId;
  readonly outcome: Outcome;
  /** What was looked at or found, in a few technical words; never a name or number of a person. */
  readonly evidence: string;
  /** Where it comes from: the standard's paragraph, a part of the message, an address of the trust set. */
  readonly source: string;
}
