// The closed vocabulary of verdicts: indications and sub-indications of ETSI EN 319 102-1 (5.1.3), as far as this verifier gives them.

export const INDICATIONS = ['TOTAL-PASSED', 'TOTAL-FAILED', 'INDETERMINATE'] as const;
export type Indication = (typeof INDICATIONS)[number];

export const FAILED_SUB_INDICATIONS = [
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
] as const;

export const INDETERMINATE_SUB_INDICATIONS = [
  'SIG_CONSTRAINTS_FAILURE',
  'CHAIN_CONSTRAINTS_FAILURE',
  'CERTIFICATE_CHAIN_GENERAL_FAILURE',
  'CRYPTO_CONSTRAINTS_FAILURE',
  'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  'NO_SIGNING_CERTIFICATE_FOUND',
  'NO_CERTIFICATE_CHAIN_FOUND',
  'REVOKED_NO_POE',
  'REVOKED_CA_NO_POE',
  'OUT_OF_BOUNDS_NO_POE',
  'TRY_LATER',
  'SIGNED_DATA_NOT_FOUND',
  'CUSTOM',
] as const;

export type FailedSubIndication = (typeof FAILED_SUB_INDICATIONS)[number];
export type IndeterminateSubIndication = (typeof INDETERMINATE_SUB_INDICATIONS)[number];
export type SubIndication = FailedSubIndication | IndeterminateSubIndication;

const FAILED: ReadonlySet<string> = new Set(FAILED_SUB_INDICATIONS);

/** The indication under which a sub-indication stands. */
export const indicationOf = (subIndication: SubIndication | undefined): Indication => {
  if (subIndication === undefined) return 'TOTAL-PASSED';
  return FAILED.has(subIndication) ? 'TOTAL-FAILED' : 'INDETERMINATE';
};
