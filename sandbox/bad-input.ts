// What the stand-ins say to input that does not fit.
import type { z } from 'zod';

/** All faults in one sentence, each with the name of the field. */
export const inWords = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => `${path.length === 0 ? 'body' : path.join('.')}: ${message}`)
    .join('; ');
