// What main thread and verifying threads say to each other. Lists are sent once and named afterwards; everything is plain data.
import type { Limits } from '../limits.ts';
import type { Job } from '../pipeline/local-judge.ts';
import type { FetchedCrl, FetchedOcsp } from '../revocation/revocation-client.ts';
import type { PlainTrust } from '../trust/trust-set.ts';
import type { Verdict } from '../verdict/verdict-schema.ts';

/** What a thread is started with. */
export interface ThreadStart {
  readonly trust: PlainTrust;
  readonly limits: Limits;
}

export type ThreadQuestion =
  | {
      readonly kind: 'judge';
      readonly job: Job;
      /** Lists that the thread has not seen, and the names of all that count. */
      readonly newLists: readonly FetchedCrl[];
      readonly lists: readonly string[];
      /** Lists that the thread may throw away. */
      readonly forget: readonly string[];
      readonly ocsp: readonly FetchedOcsp[];
    }
  | { readonly kind: 'check-crl'; readonly crl: FetchedCrl; readonly issuer: Uint8Array };

export type ThreadAnswer =
  | {
      readonly kind: 'judged';
      readonly verdict: Verdict;
      readonly wants: readonly { readonly certificate: Uint8Array; readonly issuer: Uint8Array }[];
    }
  | { readonly kind: 'checked-crl'; readonly number: bigint | undefined }
  | { readonly kind: 'failed'; readonly message: string };
