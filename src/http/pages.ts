// Turns a page reply into HTML: EJS with escaping on, texts of the page's language, and plain view models.
import ejs from 'ejs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate, formatMoment, formatMoney } from './format.ts';
import type { FormState } from './forms.ts';
import { LANGUAGES, type Language, type Translate } from './texts.ts';

/** What the frame around every page shows. */
export interface Frame {
  readonly language: Language;
  readonly t: Translate;
  /** Where the language links lead back to: path and query of this page. */
  readonly here: string;
  readonly signedInAs: string | undefined;
  readonly desk: 'citizen' | 'office' | undefined;
  /** Only on pages that have a form. */
  readonly csrfToken: () => string;
  /** Ties what is typed to the person who typed it; see expired-form.ts. */
  readonly typedFor: string;
  readonly demo: boolean;
  /** Where NCALayer listens on the person's machine. */
  readonly ncalayerUrl: string;
}

export interface Pages {
  render(view: string, model: object, frame: Frame, form?: FormState): Promise<string>;
}

/** What components ask of a form: the value and the error of a field. */
function viewForm(form: FormState | undefined, t: Translate) {
  const state: FormState = form ?? { values: {}, errors: [] };
  return {
    errors: state.errors.map((error) => ({ field: error.field, text: t(error.text) })),
    valueOf: (field: string) => {
      const value = state.values[field];
      return typeof value === 'string' ? value : '';
    },
    has: (field: string, choice: string) => {
      const value = state.values[field];
      return typeof value === 'string' ? value === choice : (value?.includes(choice) ?? false);
    },
    errorOf: (field: string) => {
      const error = state.errors.find((one) => one.field === field);
      return error === undefined ? undefined : t(error.text);
    },
  };
}

/**
 * @param options.viewsDir folder of the EJS files
 * @param options.assetsFile JSON that says under which hashed name each built file lies
 * @param options.cache whether compiled views are kept (everywhere but at a developer's desk)
 */
export function createPages(options: { viewsDir: string; assetsFile: string; cache: boolean }): Pages {
  const assets = JSON.parse(readFileSync(options.assetsFile, 'utf8')) as Record<string, string>;
  const asset = (name: string): string => {
    const built = assets[name];
    if (built === undefined) throw new Error(`no built file ${name}`);
    return `/build/${built}`;
  };
  return {
    render: (view, model, frame, form) =>
      ejs.renderFile(
        join(options.viewsDir, `${view}.ejs`),
        {
          ...model,
          ...frame,
          form: viewForm(form, frame.t),
          languages: LANGUAGES,
          asset,
          formatDate: (date: string | Date) => formatDate(date, frame.language),
          formatMoment: (moment: Date) => formatMoment(moment, frame.language),
          formatMoney: (tenge: number) => formatMoney(tenge, frame.language),
        },
        { root: options.viewsDir, cache: options.cache, rmWhitespace: false },
      ),
  };
}
