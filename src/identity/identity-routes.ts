// The pages of registration, sign-in and profile.
import { nothingForm, withError, type FormResult, type FormState } from '../http/forms.ts';
import { page, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import type { Result } from '../platform/result.ts';
import type { Account } from './account.ts';
import { CODE_MINUTES } from './one-time-code-store.ts';
import { LENGTH_ALONE, LENGTH_WITH_SECOND_STEP } from './password.ts';
import { deskOf, identityPaths as paths, safeReturn } from './identity-paths.ts';
import { identityForms } from './identity-forms.ts';
import type { Identity } from './index.ts';
import { KEPT, type Proven } from './kept.ts';
import type { SignedIn, SignInProblem } from './sign-in.ts';
import type { PasswordInput } from './strategies.ts';
import { signedIn, visitors, type Speaker } from './speaker.ts';

type Guest = Visit<Speaker | undefined>;

interface SecondStep {
  readonly accountId: string;
  readonly codeId: string;
  readonly to: string | undefined;
}

export function identityRoutes(identity: Identity): RouteRow[] {
  const forms = identityForms(identity.isIin);
  return [...signInRows(identity, forms), ...registerRows(identity, forms), ...profileRows(identity)];
}

type Forms = ReturnType<typeof identityForms>;

function signInRows(identity: Identity, forms: Forms): RouteRow[] {
  const open = { access: visitors, audit: 'nothing-personal' } as const;

  const show = (kind: Account['kind']) => (visit: Guest, form?: FormState) => {
    if (visit.speaker !== undefined)
      return redirect(safeReturn(visit.query.to) ?? deskOf(visit.speaker.kind));
    const state = form ?? { values: visit.typed ?? { to: visit.query.to ?? '' }, errors: [] };
    return page(
      'identity/sign-in',
      { kind, expired: visit.query.expired === 'yes', to: visit.query.to ?? '' },
      state,
    );
  };

  const submit =
    (kind: Account['kind']) =>
    async (
      visit: Guest,
      form: FormResult<{ iin: string; password: string; to?: string | undefined }>,
    ): Promise<Reply> => {
      if (!form.ok) return show(kind)(visit, form.state);
      const to = safeReturn(form.value.to);
      const input: PasswordInput = { kind, address: visit.address, language: visit.language };
      const answer = (await visit.session.authenticate('password', input)) as Result<SignedIn, SignInProblem>;
      if (!answer.ok)
        return show(kind)(visit, withError(form.state, 'iin', `identity:errors.signIn.${answer.problem}`));
      if (answer.value.step === 'code') {
        visit.keep.set(KEPT.secondStep, {
          accountId: answer.value.account.id,
          codeId: answer.value.codeId,
          to,
        } satisfies SecondStep);
        return redirect(paths.signInCode.at());
      }
      await visit.session.signIn(answer.value.account.id);
      return redirect(to ?? deskOf(kind));
    };

  const showCode = (visit: Guest, form?: FormState) =>
    visit.keep.get(KEPT.secondStep) === undefined
      ? redirect(paths.signIn.at())
      : page('identity/code', { minutes: CODE_MINUTES, purpose: 'signIn' }, form ?? emptyForm);

  return [
    get(paths.signIn, open, (visit) => show('citizen')(visit)),
    post(paths.signIn, { ...open, form: forms.signIn }, submit('citizen')),
    get(paths.officeSignIn, open, (visit) => show('officer')(visit)),
    post(paths.officeSignIn, { ...open, form: forms.signIn }, submit('officer')),
    get(paths.signInCode, open, (visit) => showCode(visit)),
    post(paths.signInCode, { ...open, form: forms.code }, async (visit, form) => {
      const step = visit.keep.get(KEPT.secondStep) as SecondStep | undefined;
      if (step === undefined) return redirect(paths.signIn.at());
      if (!form.ok) return showCode(visit, form.state);
      const answer = await identity.finishSignIn({
        accountId: step.accountId,
        codeId: step.codeId,
        code: form.value.code,
      });
      if (!answer.ok)
        return showCode(visit, withError(form.state, 'code', `identity:errors.${answer.problem}`));
      await visit.session.signIn(answer.value.id);
      return redirect(step.to ?? deskOf(answer.value.kind));
    }),
  ];
}

function registerRows(identity: Identity, forms: Forms): RouteRow[] {
  const open = { access: visitors, audit: 'nothing-personal' } as const;

  const start = (visit: Guest, form?: FormState) =>
    page('identity/register', {}, form ?? { values: visit.typed ?? { proof: 'phone' }, errors: [] });

  const codePage = (visit: Guest, form?: FormState) =>
    visit.keep.get(KEPT.phoneProof) === undefined
      ? redirect(paths.register.at())
      : page('identity/code', { minutes: CODE_MINUTES, purpose: 'register' }, form ?? emptyForm);

  const passwordPage = (visit: Guest, form?: FormState) => {
    const proven = visit.keep.get(KEPT.proven) as Proven | undefined;
    if (proven === undefined) return redirect(paths.register.at());
    const model = { by: proven.by, alone: LENGTH_ALONE, withSecondStep: LENGTH_WITH_SECOND_STEP };
    return page('identity/choose-password', model, form ?? emptyForm);
  };

  return [
    get(paths.register, open, (visit) => start(visit)),
    post(paths.register, { ...open, form: forms.register }, async (visit, form) => {
      if (!form.ok) return start(visit, form.state);
      if (form.value.proof === 'key') return redirect(paths.signInKey.at());
      const answer = await identity.startPhoneProof({
        iin: form.value.iin,
        address: visit.address,
        language: visit.language,
      });
      if (!answer.ok)
        return start(visit, withError(form.state, 'iin', `identity:errors.proofs.${answer.problem}`));
      visit.keep.set(KEPT.phoneProof, { iin: form.value.iin, codeId: answer.value.codeId });
      return redirect(paths.registerCode.at());
    }),
    get(paths.registerCode, open, (visit) => codePage(visit)),
    post(paths.registerCode, { ...open, form: forms.code }, async (visit, form) => {
      const proof = visit.keep.get(KEPT.phoneProof) as { iin: string; codeId: string } | undefined;
      if (proof === undefined) return redirect(paths.register.at());
      if (!form.ok) return codePage(visit, form.state);
      const answer = await identity.finishPhoneProof({ codeId: proof.codeId, code: form.value.code });
      if (!answer.ok)
        return codePage(visit, withError(form.state, 'code', `identity:errors.${answer.problem}`));
      visit.keep.take(KEPT.phoneProof);
      visit.keep.set(KEPT.proven, { iin: proof.iin, by: 'phone' } satisfies Proven);
      return redirect(paths.registerPassword.at());
    }),
    get(paths.registerPassword, open, (visit) => passwordPage(visit)),
    post(paths.registerPassword, { ...open, form: forms.password }, async (visit, form) => {
      const proven = visit.keep.get(KEPT.proven) as Proven | undefined;
      if (proven === undefined) return redirect(paths.register.at());
      if (!form.ok) return passwordPage(visit, form.state);
      const secondStep = form.value.secondStep === 'yes';
      const answer = await identity.choosePassword({
        iin: proven.iin,
        password: form.value.password,
        secondStep,
        language: visit.language,
      });
      if (!answer.ok)
        return passwordPage(
          visit,
          withError(form.state, 'password', `identity:errors.access.${answer.problem}`),
        );
      visit.keep.take(KEPT.proven);
      await visit.session.signIn(answer.value.id);
      return redirect(deskOf('citizen'));
    }),
  ];
}

function profileRows(identity: Identity): RouteRow[] {
  const ends = { access: signedIn, form: nothingForm, from: paths.profile } as const;
  return [
    get(paths.profile, { access: signedIn, audit: { action: 'profile.viewed' } }, async (visit) => {
      const account = await identity.accountOf(visit.speaker.accountId);
      return page('identity/profile', { account, deskHref: deskOf(visit.speaker.kind) });
    }),
    post(paths.signOut, { ...ends, audit: 'nothing-personal' }, async (visit) => {
      await visit.session.signOut();
      return redirect('/');
    }),
    post(paths.signOutEverywhere, { ...ends, audit: { action: 'sessions.ended' } }, async (visit) => {
      await identity.endSessions(visit.speaker.accountId);
      await visit.session.signOut();
      return redirect(paths.signIn.at());
    }),
  ];
}

const emptyForm: FormState = { values: {}, errors: [] };
