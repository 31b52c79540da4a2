// Names of the small things that a session keeps between two pages of sign-in or registration.
export const KEPT = {
  secondStep: 'sign-in-second-step',
  phoneProof: 'phone-proof',
  proven: 'proven-iin',
  challenge: 'key-challenge',
  returnTo: 'return-to',
} as const;
