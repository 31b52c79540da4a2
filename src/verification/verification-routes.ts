// Checking a signature, without signing in and without JavaScript.
import { nothingForm, withError } from '../http/forms.ts';
import { page } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import { visitors } from '../identity/index.ts';
import type { CheckProblem } from './check-files.ts';
import { checkedView } from './checked-view.ts';
import type { Verification } from './index.ts';
import { verificationPaths as paths } from './verification-paths.ts';

const LARGEST_MEGABYTES = 16;

const UPLOAD = {
  field: 'file',
  largestBytes: LARGEST_MEGABYTES * 1024 * 1024,
  mostFiles: 2,
  tooLarge: 'verification:errors.too-large',
} as const;

const STATUS: Readonly<Record<CheckProblem, number>> = {
  missing: 422,
  'no-signature': 422,
  'too-many-tries': 429,
  busy: 503,
};

export function verificationRoutes(verification: Verification): RouteRow[] {
  // Files and verdict belong to who brought them, and nothing of them stays here.
  const open = { access: visitors, audit: 'nothing-personal' } as const;
  const model = { largestMegabytes: LARGEST_MEGABYTES };
  return [
    get(paths.check, open, () => page('verification/check', model)),
    post(paths.check, { ...open, form: nothingForm, upload: UPLOAD }, async (visit, form) => {
      if (!form.ok) return page('verification/check', model, form.state);
      const checked = await verification.check({
        files: visit.files.map(({ bytes }) => bytes),
        address: visit.address,
      });
      if (checked.ok) return page('verification/verdict', checkedView(checked.value, visit));
      const { problem } = checked;
      const state = withError(form.state, UPLOAD.field, `verification:errors.${problem}`);
      return { ...page('verification/check', model, state), status: STATUS[problem] };
    }),
  ];
}
