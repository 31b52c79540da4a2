// Small things that a session keeps between two pages of sign-in or registration, and their names.
/** An IIN that somebody has proven to be theirs, and how; it waits for a password. */
export interface Proven {
  readonly iin: string;
  readonly by: 'phone' | 'key';
}

export const KEPT = {
  secondStep: 'sign-in-second-step',
  phoneProof: 'phone-proof',
  proven: 'proven-iin',
  challenge: 'key-challenge',
  returnTo: 'return-to',
} as const;
