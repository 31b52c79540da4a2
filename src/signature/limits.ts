// What one verification may cost. Every limit has a name, and a message that goes beyond one is answered with that name.

export interface Limits {
  /** Octets of the signature as it came, armour included. */
  readonly messageBytes: number;
  /** Octets of a signature in an armour of text, which is slower to read. */
  readonly armouredBytes: number;
  /** Octets of the signed content beside it. */
  readonly contentBytes: number;
  /** How deep elements may stand inside each other. */
  readonly nesting: number;
  /** Elements of a message that is read as BER. */
  readonly elements: number;
  /** Elements that the second implementation is asked to read: it takes up to 42 µs for each. */
  readonly secondOpinionElements: number;
  /** Certificates, CRLs and OCSP answers that a message may carry. */
  readonly certificates: number;
  readonly crls: number;
  readonly ocspAnswers: number;
  /** Time-stamps of all signers together, and certificates inside of them. */
  readonly timeStamps: number;
  readonly timeStampCertificates: number;
  /** Signers of a message, and attributes of each kind of a signer. */
  readonly signers: number;
  readonly attributes: number;
  /** Certificates on a path, without the anchor. */
  readonly pathLength: number;
  /** Issuers that the path builder looks at. */
  readonly pathSteps: number;
  /** Whole paths that are judged. */
  readonly pathsJudged: number;
  /** Signatures that are checked on certificates, CRLs and OCSP answers. */
  readonly signatureChecks: number;
  /** Names that are held against name constraints. */
  readonly nameComparisons: number;
}

export const DEFAULT_LIMITS: Limits = {
  messageBytes: 16 * 1024 * 1024,
  armouredBytes: 1024 * 1024,
  contentBytes: 64 * 1024 * 1024,
  nesting: 32,
  elements: 20_000,
  secondOpinionElements: 1_500,
  certificates: 64,
  crls: 64,
  ocspAnswers: 64,
  timeStamps: 64,
  timeStampCertificates: 256,
  signers: 16,
  attributes: 32,
  pathLength: 16,
  pathSteps: 2_000,
  pathsJudged: 50,
  signatureChecks: 200,
  nameComparisons: 20_000,
};

export type LimitName = keyof Limits;

/** Limits on the work of certification paths; the others are on the message itself. */
export const PATH_LIMITS: ReadonlySet<LimitName> = new Set([
  'pathLength',
  'pathSteps',
  'pathsJudged',
  'signatureChecks',
  'nameComparisons',
]);

/** Input or work beyond a limit. */
export class LimitExceeded extends Error {
  readonly limit: LimitName;

  constructor(limit: LimitName) {
    super(`limit exceeded: ${limit}`);
    this.name = 'LimitExceeded';
    this.limit = limit;
  }
}

/** Refuses a size beyond a limit. */
export function within(limits: Limits, limit: LimitName, size: number): void {
  if (size > limits[limit]) throw new LimitExceeded(limit);
}

/** Counts the work of one verification against its limits. */
export class Budget {
  readonly limits: Limits;
  readonly #spent = new Map<LimitName, number>();

  constructor(limits: Limits = DEFAULT_LIMITS) {
    this.limits = limits;
  }

  /** Refuses a number beyond a limit, without adding it up. */
  atMost(limit: LimitName, size: number): void {
    within(this.limits, limit, size);
  }

  /** Adds up work if the limit leaves room for it; says whether it does. */
  affords(limit: LimitName, amount: number): boolean {
    const spent = (this.#spent.get(limit) ?? 0) + amount;
    if (spent > this.limits[limit]) return false;
    this.#spent.set(limit, spent);
    return true;
  }

  /** Adds up work and refuses what goes beyond a limit. */
  spend(limit: LimitName, amount = 1): void {
    if (!this.affords(limit, amount)) throw new LimitExceeded(limit);
  }
}
