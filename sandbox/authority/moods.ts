// How the services behave: as they should, or badly in one of the ways that a verifier must survive. Tests and the demo switch them.
import { z } from 'zod';

const moods = z.strictObject({
  ocsp: z.enum([
    'normal',
    'down',
    'slow',
    'try-later',
    'stale',
    'forged-signature',
    'wrong-cert',
    'wrong-nonce',
    'no-nonce',
    'expired-responder',
    'unauthorised-responder',
    'not-ocsp',
  ]),
  crl: z.enum(['normal', 'down', 'slow', 'stale', 'expired', 'wrong-scope', 'forged-signature', 'not-crl']),
  tsp: z.enum([
    'normal',
    'down',
    'slow',
    'refused',
    'forged-signature',
    'wrong-imprint',
    'wrong-nonce',
    'wrong-authority',
  ]),
});

/** Any of the moods, to be changed. */
export const moodChange = moods.partial();

export type Moods = z.infer<typeof moods>;

export const GOOD_MOOD: Moods = { ocsp: 'normal', crl: 'normal', tsp: 'normal' };
