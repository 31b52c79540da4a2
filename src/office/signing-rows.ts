// The signing page of an officer: the paper as a PDF, and the same sign box that citizens use, with a key of the organisation. One pair of
// pages serves the papers of cases and the answers to complaints.
import { withError, type FormState } from '../http/forms.ts';
import type { Path } from '../http/paths.ts';
import { file, page, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { officers, type Officer } from '../identity/index.ts';
import type { Result } from '../platform/result.ts';
import { describeVerdict, SIGNATURE_UPLOAD, signatureForm, takeSignature } from '../signature/index.ts';
import type { CasePaper } from './office-case.ts';
import type { PaperSignatureProblem } from './paper-signature.ts';

export type SigningVisit = Visit<Officer, 'id'>;

/** What the page shows of the paper. */
export interface PaperShown {
  readonly paper: CasePaper;
  readonly bytes: Buffer;
  /** Number of the case or complaint. */
  readonly number: string;
  readonly title: string;
}

/** The papers that are signed at one pair of addresses. */
export interface SigningDesk {
  readonly paths: {
    readonly sign: Path<`${string}/:id/sign`>;
    readonly signBytes: Path<`${string}/:id/sign/bytes`>;
  };
  readonly audit: { readonly viewed: string; readonly signed: string };
  /** The page of the case, and the address of its drawn paper. */
  readonly backTo: (id: string) => string;
  readonly paperHref: (id: string, paper: CasePaper) => string;
  /** The paper that waits for this officer, or the page that says why there is none. */
  readonly waiting: (visit: SigningVisit) => Promise<Result<PaperShown, Reply>>;
  readonly sign: (
    visit: SigningVisit,
    signature: { readonly sha256: string; readonly cms: Buffer },
  ) => Promise<Result<unknown, PaperSignatureProblem | { readonly kind: 'refused'; readonly reply: Reply }>>;
}

/** The rows of a signing page: the page, the bytes to sign, the signature. */
export function signingRows(desk: SigningDesk): RouteRow[] {
  const { paths } = desk;
  const looks = { access: officers(), audit: { action: desk.audit.viewed, about: 'id' } } as const;
  const signs = {
    access: officers(),
    audit: { action: desk.audit.signed, about: 'id' },
    form: signatureForm,
    upload: SIGNATURE_UPLOAD,
  } as const;

  const show = async (visit: SigningVisit, form?: FormState): Promise<Reply> => {
    const waiting = await desk.waiting(visit);
    if (!waiting.ok) return waiting.problem;
    const { paper, number, title } = waiting.value;
    const { id } = visit.params;
    return page(
      'office/sign',
      {
        back: desk.backTo(id),
        number,
        title,
        paper,
        paperHref: desk.paperHref(id, paper),
        bytesHref: paths.signBytes.at({ id }),
        iin: visit.speaker.iin,
        bin: visit.speaker.bin,
      },
      form ?? { values: {}, errors: [] },
    );
  };

  return [
    get(paths.sign, looks, (visit) => show(visit)),
    get(paths.signBytes, looks, async (visit) => {
      const waiting = await desk.waiting(visit);
      return waiting.ok
        ? file(waiting.value.bytes, 'application/pdf', `${waiting.value.paper.number}.pdf`)
        : waiting.problem;
    }),
    post(paths.sign, signs, async (visit, form) => {
      if (!form.ok) return show(visit, form.state);
      const taken = takeSignature(visit.files, form.value);
      if (!taken.ok)
        return show(
          visit,
          withError({ values: {}, errors: [] }, SIGNATURE_UPLOAD.field, `signing:errors.${taken.problem}`),
        );
      const signed = await desk.sign(visit, taken.value);
      if (signed.ok) return redirect(desk.backTo(visit.params.id));
      const again = paths.sign.at({ id: visit.params.id });
      switch (signed.problem.kind) {
        case 'bytes-changed':
          return { ...page('signing/bytes-changed', { again }), status: 409 };
        case 'signature-not-confirmed':
          return {
            ...page('signing/not-confirmed', {
              verdict: signed.problem.verdict,
              words: describeVerdict(signed.problem.verdict, visit.language),
              again,
            }),
            status: 422,
          };
        case 'refused':
          return signed.problem.reply;
      }
    }),
  ];
}
