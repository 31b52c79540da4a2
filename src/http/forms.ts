// A form is a strict object of fields. What a person typed is always kept; what is wrong is named field by field, as keys of texts.
import { z } from 'zod';

export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface FieldError {
  /** Name of the first input that mends it: the error summary links there. */
  readonly field: string;
  /** Key of the sentence, e.g. "application:errors.iban". */
  readonly text: string;
}

/** What a form page shows: the values as typed (or as saved) and what must be mended. */
export interface FormState {
  readonly values: Typed;
  readonly errors: readonly FieldError[];
}

export type FormResult<T> =
  | { readonly ok: true; readonly value: T; readonly state: FormState }
  | { readonly ok: false; readonly state: FormState };

/** A form without errors, filled with what is known. */
export const filled = (values: Typed): FormState => ({ values, errors: [] });

/** The same form with one more thing to mend, for refusals that only the use case can see. */
export const withError = (state: FormState, field: string, text: string): FormState => ({
  ...state,
  errors: [...state.errors, { field, text }],
});

/** Names of fields that belong to the page itself and not to the form. */
const OWN_FIELDS = new Set(['_csrf', '_language', '_for']);

/** What our own fields are called; "__proto__" and brackets are nobody's. */
const FIELD_NAME = /^[a-z][\w-]*$/i;

const LONGEST_VALUE = 20_000;
const MOST_VALUES = 60;

/**
 * Brings the body of a POST into one shape: trimmed, in Unicode's composed form, without control characters.
 * @returns undefined when the body is no flat list of texts: nobody's browser sends that
 */
export function readTyped(body: unknown): Typed | undefined {
  if (typeof body !== 'object' || body === null) return {};
  const typed: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of Object.entries(body)) {
    if (OWN_FIELDS.has(name)) continue;
    if (!FIELD_NAME.test(name)) return undefined;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (
      values.length > MOST_VALUES ||
      !values.every((one) => typeof one === 'string' && one.length <= LONGEST_VALUE)
    )
      return undefined;
    const clean = (values as string[]).map(cleanText);
    typed[name] = Array.isArray(value) ? clean : (clean[0] as string);
  }
  return typed;
}

/** Trims, composes (NFC), unifies line ends and drops control and format characters (also those that turn the direction of text). */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' ? '\n' : ''))
    .trim();
}

/** Checks what was typed against the form. Fields that the form does not know are an error of the whole request. */
export function checkForm<T>(
  schema: z.ZodType<T>,
  typed: Typed,
): FormResult<T> | { readonly ok: 'unknown-field' } {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, value: parsed.data, state: filled(typed) };
  if (parsed.error.issues.some((issue) => issue.code === 'unrecognized_keys')) return { ok: 'unknown-field' };
  const errors: FieldError[] = [];
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!errors.some((known) => known.field === field)) errors.push({ field, text: issue.message });
  }
  return { ok: false, state: { values: typed, errors } };
}

/** A text that must be there; `missing` and `tooLong` are keys of sentences. */
export const textField = (missing: string, longest: number, tooLong: string = missing): z.ZodString =>
  z.string(missing).min(1, missing).max(longest, tooLong);

/** A text that may be absent. */
export const optionalText = (longest: number, tooLong: string): z.ZodDefault<z.ZodString> =>
  z.string().max(longest, tooLong).default('');

/** One of several radio buttons. */
export const choiceField = <const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  missing: string,
) => z.enum(choices, missing);

/** Checkboxes of one name: none, one or several. */
export const checkboxes = <const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  wrong: string,
) =>
  z
    .union([z.string(), z.array(z.string())], wrong)
    .default([])
    .transform((value) => (typeof value === 'string' ? [value] : [...value]))
    .pipe(z.array(z.enum(choices, wrong), wrong));

/** One checkbox that must be ticked. */
export const mustTick = (missing: string) => z.literal('yes', missing);

/** A button with nothing to fill in. */
export const nothingForm = z.strictObject({});
