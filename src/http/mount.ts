// Joins route rows to an Express router. Every request goes the same way: admit, take in files, check the token, check the form, handle,
// record, answer. Nothing is shown before it is recorded.
import type { NextFunction, Request, Response, Router } from 'express';
import type { UploadedFile, Visit } from './visit.ts';
import { checkForm, readTyped, withError, type FormResult, type Typed } from './forms.ts';
import { addressOf } from './paths.ts';
import type { ProblemKind, Reply } from './reply.ts';
import type { AuditRule, NotAdmitted, RouteRow, UploadRule } from './route.ts';

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** A page that a person leaves and comes back to. */
export interface LeftPage {
  /** Its address. */
  readonly address: string;
  /** What was typed on it, when something was sent. */
  readonly typed: Typed | undefined;
}

/** What the web application brings to the rows: sessions, tokens, records and the answer itself. */
export interface MountKit {
  /** Who speaks, from the session; undefined for a visitor. */
  speaker(request: Request): unknown;
  visit(exchange: Exchange, speaker: unknown, files: readonly UploadedFile[]): Visit<unknown>;
  tokenIsValid(request: Request): boolean;
  readFiles(
    request: Request,
    response: Response,
    rule: UploadRule,
  ): Promise<readonly UploadedFile[] | 'too-large' | 'bad-request'>;
  record(
    request: Request,
    speaker: unknown,
    rule: Exclude<AuditRule, string>,
    about: string | undefined,
  ): Promise<void>;
  /** A page asked for before sign-in: keeps what was typed and leads to sign-in. */
  notAdmitted(exchange: Exchange, why: NotAdmitted, left: LeftPage): Promise<void>;
  /** A language chosen on a form page: keeps what was typed and shows the page again in that language. */
  switchLanguage(exchange: Exchange, left: LeftPage & { readonly typed: Typed }): void;
  send(request: Request, response: Response, reply: Reply, speaker: unknown): Promise<void>;
}

export function mountRows(router: Router, rows: readonly RouteRow[], kit: MountKit): void {
  for (const row of rows) {
    router[row.method](row.path.template, (request: Request, response: Response, next: NextFunction) => {
      serve(row, kit, request, response).catch(next);
    });
  }
}

async function serve(row: RouteRow, kit: MountKit, request: Request, response: Response): Promise<void> {
  const speaker = kit.speaker(request);
  const refuse = (problem: ProblemKind) =>
    kit.send(request, response, { reply: 'problem', problem }, speaker);

  const address = addressOf(row.page, request.params);
  const admission = row.access.admit(speaker);
  if (!admission.admitted) {
    const typed = row.method === 'post' ? readTyped(request.body) : undefined;
    await kit.notAdmitted({ request, response }, admission.why, { address, typed });
    return;
  }

  const upload = row.upload === undefined ? [] : await kit.readFiles(request, response, row.upload);
  if (upload === 'bad-request') return refuse('bad-request');
  const tooLarge = upload === 'too-large';

  let form: FormResult<unknown> | undefined;
  if (row.method === 'post') {
    if (!kit.tokenIsValid(request)) return refuse('form-expired');
    const typed = readTyped(request.body);
    if (typed === undefined) return refuse('bad-request');
    if (wantsOtherLanguage(request)) {
      kit.switchLanguage({ request, response }, { address, typed });
      return;
    }
    const checked = row.form === undefined ? undefined : checkForm(row.form, typed);
    if (checked?.ok === 'unknown-field') return refuse('bad-request');
    form =
      tooLarge && row.upload !== undefined
        ? {
            ok: false,
            state: withError({ values: typed, errors: [] }, row.upload.field, row.upload.tooLarge),
          }
        : checked;
  }

  const visit = kit.visit({ request, response }, admission.speaker, tooLarge ? [] : upload);
  const answer = await row.handler(visit, form);
  const reply: Reply = tooLarge && answer.reply === 'page' ? { ...answer, status: 413 } : answer;
  if (row.audit !== 'nothing-personal' && isShown(reply)) {
    const about = row.audit.about === undefined ? undefined : request.params[row.audit.about];
    await kit.record(request, admission.speaker, row.audit, typeof about === 'string' ? about : undefined);
  }
  await kit.send(request, response, reply, kit.speaker(request));
}

const wantsOtherLanguage = (request: Request): boolean =>
  typeof (request.body as { _language?: unknown } | undefined)?._language === 'string';

/** A refusal shows nothing of anybody; everything else is recorded. */
const isShown = (reply: Reply): boolean => reply.reply !== 'problem';
