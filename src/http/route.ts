// A route row says in one place what is reachable, by whom, what is recorded of it, and what form it takes.
import type { z } from 'zod';
import type { FormResult } from './forms.ts';
import type { ParameterOf, Path } from './paths.ts';
import type { Reply } from './reply.ts';
import type { Visit } from './visit.ts';

/** Why somebody may not see a page: unknown yet, known but without the right, or the page is not to be known at all. */
export type NotAdmitted = 'sign-in-first' | 'forbidden' | 'not-found';

/** Who may come in. `admit` hands the speaker on in the type that the handler needs. */
export interface AccessRule<Speaker> {
  readonly name: string;
  /** Whether the page may make a session for a visitor who has none (pages with forms before sign-in). */
  readonly session: boolean;
  admit(
    speaker: unknown,
  ):
    | { readonly admitted: true; readonly speaker: Speaker }
    | { readonly admitted: false; readonly why: NotAdmitted };
}

/** What the record keeps of a request: an action about the record whose id stands in the named parameter; or that it touches nobody. */
export type AuditRule<Parameter extends string = string> =
  'nothing-personal' | { readonly action: string; readonly about?: Parameter };

/** Files that may come with a form: multipart/form-data, counted and measured before anything is parsed. */
export interface UploadRule {
  readonly field: string;
  readonly largestBytes: number;
  readonly mostFiles: number;
  /** Key of the sentence for a file that is larger; it stands at the field. */
  readonly tooLarge: string;
}

export type Answer = Promise<Reply> | Reply;

export interface RouteRow {
  readonly method: 'get' | 'post';
  readonly path: Path;
  /** The page a person comes from, and back to after signing in again or choosing a language: the address itself unless said otherwise. */
  readonly page: Path;
  readonly access: AccessRule<unknown>;
  readonly audit: AuditRule;
  readonly form?: z.ZodType;
  readonly upload?: UploadRule;
  readonly handler: (visit: Visit<unknown>, form: FormResult<unknown> | undefined) => Answer;
}

interface Rule<Speaker, Template extends string> {
  readonly access: AccessRule<Speaker>;
  readonly audit: AuditRule<ParameterOf<Template>>;
}

/** A page that is read. */
export function get<Template extends string, Speaker>(
  path: Path<Template>,
  rule: Rule<Speaker, Template>,
  handler: (visit: Visit<Speaker, ParameterOf<Template>>) => Answer,
): RouteRow {
  return {
    method: 'get',
    path,
    page: path,
    access: rule.access,
    audit: rule.audit,
    handler: handler as RouteRow['handler'],
  };
}

/**
 * Something that is sent. Every POST has a form, if only an empty one: unknown fields are refused.
 * @param rule.from the page on which the form stands, where that has another address
 */
export function post<Template extends string, Speaker, Form>(
  path: Path<Template>,
  rule: Rule<Speaker, Template> & {
    readonly form: z.ZodType<Form>;
    readonly upload?: UploadRule;
    readonly from?: Path;
  },
  handler: (visit: Visit<Speaker, ParameterOf<Template>>, form: FormResult<Form>) => Answer,
): RouteRow {
  return {
    method: 'post',
    path,
    page: rule.from ?? path,
    access: rule.access,
    audit: rule.audit,
    form: rule.form,
    ...(rule.upload === undefined ? {} : { upload: rule.upload }),
    handler: handler as RouteRow['handler'],
  };
}
