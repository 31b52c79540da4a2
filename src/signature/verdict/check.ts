// The checks of a verification: a closed list of names, each with an outcome, what was looked at and where that came from.

/** Checks of a message as a whole. */
export const MESSAGE_CHECKS = [
  'limits',
  'deadline',
  'input-readable',
  'signed-data',
  'signer-count',
  'content-found',
] as const;

/** Checks of one signature before its certificate is looked at. */
export const SIGNATURE_CHECKS = [
  'content-expected',
  'content-not-attributes',
  'signer-certificate',
  'signed-attributes',
  'content-type',
  'message-digest',
  'signing-certificate',
  'algorithm-match',
  'signature-value',
  'second-opinion',
] as const;

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

/** Checks of what the policy asks beyond a good signature by a good certificate. */
export const POLICY_CHECKS = [
  'algorithms',
  'key-purpose',
  'holder-kind',
  'holder-role',
  'holder-iin',
  'holder-bin',
  'time-stamp-required',
] as const;

/** Checks of a time-stamp beside those of its signature and path. */
export const TIME_STAMP_CHECKS = [
  'time-stamp-form',
  'time-stamp-imprint',
  'time-stamp-purpose',
  'time-stamp-policy',
  'time-stamp-moment',
  'time-stamp-still-current',
  'archive-time-stamp-index',
] as const;

export type PathCheckId = (typeof PATH_CHECKS)[number];
export type CheckId =
  | (typeof MESSAGE_CHECKS)[number]
  | (typeof SIGNATURE_CHECKS)[number]
  | PathCheckId
  | (typeof POLICY_CHECKS)[number]
  | (typeof TIME_STAMP_CHECKS)[number];

export const CHECK_IDS: readonly CheckId[] = [
  ...new Set<CheckId>([
    ...MESSAGE_CHECKS,
    ...SIGNATURE_CHECKS,
    ...PATH_CHECKS,
    ...POLICY_CHECKS,
    ...TIME_STAMP_CHECKS,
  ]),
];

export const OUTCOMES = ['passed', 'failed', 'unknown', 'switched-off'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Check {
  readonly id: CheckId;
  readonly outcome: Outcome;
  /** What was looked at or found, in a few technical words; never a name or number of a person. */
  readonly evidence: string;
  /** Where it comes from: the standard's paragraph, a part of the message, an address of the trust set. */
  readonly source: string;
}
