// Signing in by key: a challenge is shown and signed in the same sign box as an application. Whoever has no account yet goes on to choose a
// password: the key has proven who it is.
import { withError, type FormState } from '../http/forms.ts';
import { file, page, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import type { Result } from '../platform/result.ts';
import { describeVerdict, SIGNATURE_UPLOAD, signatureForm, takeSignature } from '../signature/index.ts';
import { deskOf, identityPaths as paths, safeReturn } from './identity-paths.ts';
import type { Identity } from './index.ts';
import { isFresh, type Challenge, type KeyProblem } from './key-challenge.ts';
import { KEPT, type Proven } from './kept.ts';
import { visitors, type Speaker } from './speaker.ts';
import type { KeyInput } from './strategies.ts';

type Guest = Visit<Speaker | undefined>;

export function keyRoutes(identity: Identity): RouteRow[] {
  const open = { access: visitors, audit: 'nothing-personal' } as const;

  /** The challenge of this session; a new one when there is none or it grew old. */
  const challengeOf = (visit: Guest): Challenge => {
    const kept = visit.keep.get(KEPT.challenge) as Challenge | undefined;
    if (kept !== undefined && isFresh(kept, visit.now)) return kept;
    const made = identity.makeChallenge(visit.session.fingerprint);
    visit.keep.set(KEPT.challenge, made);
    return made;
  };

  const show = (visit: Guest, form?: FormState): Reply => {
    if (visit.speaker !== undefined) return redirect(deskOf(visit.speaker.kind));
    const to = safeReturn(visit.query.to);
    if (to !== undefined) visit.keep.set(KEPT.returnTo, to);
    return page(
      'identity/key',
      { sha256: challengeOf(visit).sha256, bytesHref: paths.signInKeyBytes.at() },
      form ?? { values: {}, errors: [] },
    );
  };

  return [
    get(paths.signInKey, open, (visit) => show(visit)),
    get(paths.signInKeyBytes, open, (visit) =>
      file(Buffer.from(challengeOf(visit).bytes, 'base64'), 'application/json', 'komek-sign-in.json'),
    ),
    post(paths.signInKey, { ...open, form: signatureForm, upload: SIGNATURE_UPLOAD }, async (visit, form) => {
      if (!form.ok) return show(visit, form.state);
      const taken = takeSignature(visit.files, form.value);
      if (!taken.ok)
        return show(
          visit,
          withError({ values: {}, errors: [] }, SIGNATURE_UPLOAD.field, `signing:errors.${taken.problem}`),
        );
      const challenge = visit.keep.take(KEPT.challenge) as Challenge | undefined;
      if (challenge === undefined) return expired();
      const input: KeyInput = { challenge, ...taken.value };
      const answer = (await visit.session.authenticate('key', input)) as Result<string, KeyProblem>;
      if (answer.ok) return welcome(identity, visit, answer.value);
      if (answer.problem.kind === 'challenge-expired') return expired();
      const { verdict } = answer.problem;
      return {
        ...page('identity/key-refused', {
          verdict,
          words: describeVerdict(verdict, visit.language),
          again: paths.signInKey.at(),
        }),
        status: 422,
      };
    }),
  ];
}

/** Too old, signed before, or not ours: a fresh challenge stands on the page already. */
const expired = (): Reply => ({
  ...page('signing/bytes-changed', { again: paths.signInKey.at() }),
  status: 409,
});

async function welcome(identity: Identity, visit: Guest, iin: string): Promise<Reply> {
  const account = await identity.citizenWith(iin);
  if (account === undefined) {
    visit.keep.set(KEPT.proven, { iin, by: 'key' } satisfies Proven);
    return redirect(paths.registerPassword.at());
  }
  const to = visit.keep.take(KEPT.returnTo) as string | undefined;
  await visit.session.signIn(account.id);
  return redirect(safeReturn(to) ?? deskOf(account.kind));
}
