// Signing and sending: the bytes as a readable text, three ways to sign, and the page of process 4 when the signature is not confirmed.
import type { FormState } from '../http/forms.ts';
import { withError } from '../http/forms.ts';
import type { Path } from '../http/paths.ts';
import { file, page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { citizens, type Citizen } from '../identity/index.ts';
import type { Result } from '../platform/result.ts';
import type { Language } from '../http/texts.ts';
import {
  describeVerdict,
  SIGNATURE_UPLOAD,
  signatureForm,
  takeSignature,
  type SignatureInput,
} from '../signature/index.ts';
import { applicationPaths as paths } from './application-paths.ts';
import type { SigningBytes } from './application.ts';
import { wordsOf } from './blocks/words.ts';
import type { Applications } from './index.ts';
import { payloadOf } from './payload.ts';
import { asPlainText, describePayload } from './readable.ts';
import { problemReply } from './route-problems.ts';
import type { SubmitProblem } from './submit-application.ts';

type CitizenVisit = Visit<Citizen, 'id'>;
type OwnPath<Template extends string> = Path<`/applications/:id/${Template}`>;

/** One of the two things that a citizen signs here: the application, and papers added later. */
interface Signable {
  readonly paths: {
    readonly page: OwnPath<string>;
    readonly bytes: OwnPath<string>;
    readonly text: OwnPath<string>;
  };
  readonly back: (id: string) => string;
  /** The stored bytes, or where the person must go first. */
  readonly prepare: (own: {
    readonly applicant: Citizen;
    readonly id: string;
  }) => Promise<SigningBytes | Reply>;
  readonly submit: (
    own: { readonly applicant: Citizen; readonly id: string } & SignatureInput,
  ) => Promise<Result<unknown, SubmitProblem>>;
}

export function signingRoutes(applications: Applications): RouteRow[] {
  const application: Signable = {
    paths: { page: paths.sign, bytes: paths.signBytes, text: paths.signText },
    back: (id) => paths.check.at({ id }),
    submit: (input) => applications.submit(input),
    async prepare(own) {
      const prepared = await applications.prepareSigning(own);
      if (prepared.ok) return prepared.value.toSign;
      const unfinished = prepared.problem === 'not-complete' || prepared.problem === 'not-eligible';
      return unfinished ? redirect(paths.tasks.at(own)) : problemReply(prepared.problem, own.id);
    },
  };
  const supplement: Signable = {
    paths: { page: paths.supplementSign, bytes: paths.supplementBytes, text: paths.supplementText },
    back: (id) => paths.supplement.at({ id }),
    submit: (input) => applications.submitSupplement(input),
    async prepare(own) {
      const prepared = await applications.prepareSupplement(own);
      if (prepared.ok) return prepared.value.toSign;
      return prepared.problem === 'empty'
        ? redirect(paths.supplement.at(own))
        : problemReply(prepared.problem, own.id);
    },
  };
  return [...signableRows(application), ...signableRows(supplement)];
}

function signableRows(signable: Signable): RouteRow[] {
  const looks = { access: citizens, audit: { action: 'application.viewed', about: 'id' } } as const;
  const sends = {
    access: citizens,
    audit: { action: 'application.sent', about: 'id' },
    form: signatureForm,
    upload: SIGNATURE_UPLOAD,
  } as const;
  const ownOf = (visit: CitizenVisit) => ({ applicant: visit.speaker, id: visit.params.id });

  /** Shows something made from the prepared bytes. */
  const fromBytes =
    (show: (visit: CitizenVisit, bytes: SigningBytes) => Reply) => async (visit: CitizenVisit) => {
      const toSign = await signable.prepare(ownOf(visit));
      return 'reply' in toSign ? toSign : show(visit, toSign);
    };
  const signPage = (form?: FormState) =>
    fromBytes((visit, toSign) => {
      const id = visit.params.id;
      return page(
        'application/sign',
        {
          back: signable.back(id),
          sections: describePayload(payloadOf(toSign), wordsOf(visit)),
          sha256: toSign.sha256,
          bytesHref: signable.paths.bytes.at({ id }),
          textHref: signable.paths.text.at({ id }),
          iin: visit.speaker.iin,
        },
        form ?? { values: {}, errors: [] },
      );
    });

  return [
    get(signable.paths.page, looks, (visit) => signPage()(visit)),
    get(
      signable.paths.bytes,
      looks,
      fromBytes((_visit, { bytes }) => file(bytes, 'application/json', 'komek-to-sign.json')),
    ),
    get(
      signable.paths.text,
      looks,
      fromBytes((visit, toSign) => {
        const text = asPlainText(
          visit.t('application:sign.textTitle'),
          describePayload(payloadOf(toSign), wordsOf(visit)),
        );
        return file(Buffer.from(text), 'text/plain; charset=utf-8', 'komek-to-sign.txt');
      }),
    ),
    post(signable.paths.page, sends, async (visit, form) => {
      if (!form.ok) return signPage(form.state)(visit);
      const taken = takeSignature(visit.files, form.value);
      if (!taken.ok)
        return signPage(
          withError({ values: {}, errors: [] }, SIGNATURE_UPLOAD.field, `signing:errors.${taken.problem}`),
        )(visit);
      const sent = await signable.submit({ ...ownOf(visit), ...taken.value });
      if (sent.ok) return redirect(paths.receipt.at({ id: visit.params.id }));
      return refusal(sent.problem, signable.paths.page.at({ id: visit.params.id }), visit.language);
    }),
  ];
}

function refusal(refused: SubmitProblem, again: string, language: Language): Reply {
  switch (refused.kind) {
    case 'not-found':
      return problem('not-found');
    case 'bytes-changed':
      return { ...page('signing/bytes-changed', { again }), status: 409 };
    case 'signature-not-confirmed':
      return {
        ...page('signing/not-confirmed', {
          verdict: refused.verdict,
          words: describeVerdict(refused.verdict, language),
          again,
        }),
        status: 422,
      };
  }
}
