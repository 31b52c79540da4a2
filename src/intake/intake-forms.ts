// The forms of the desk.
import { z } from 'zod';
import { choiceField, mustTick, optionalText, textField, type FieldError } from '../http/forms.ts';
import { dateBegun, readDate, type PaperState } from '../application/index.ts';
import type { RequiredDocument } from '../regulations/index.ts';
import { mayBeNotNeeded } from './doors.ts';

export const BRINGERS = ['applicant', 'representative', 'messenger'] as const;

export const startForm = z.strictObject({
  id: textField('intake:errors.id', 24),
  door: textField('intake:errors.door', 80),
  iin: textField('intake:errors.iins.not-twelve-digits', 20),
  broughtBy: choiceField(BRINGERS, 'intake:errors.broughtBy'),
  broughtByName: optionalText(150, 'intake:errors.broughtByNameLong'),
  'received-day': optionalText(2, 'intake:errors.received'),
  'received-month': optionalText(2, 'intake:errors.received'),
  'received-year': optionalText(4, 'intake:errors.received'),
  receivedTime: optionalText(5, 'intake:errors.receivedTime'),
  consent: mustTick('intake:errors.consent'),
});
export type StartForm = z.infer<typeof startForm>;

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** When the package was handed over: the moment typed, undefined for "just now", or what must be mended. */
export function readReceived(
  typed: StartForm,
): { readonly ok: true; readonly at: Date | undefined } | { readonly ok: false; readonly error: FieldError } {
  if (!dateBegun(typed, 'received') && typed.receivedTime === '') return { ok: true, at: undefined };
  const date = readDate(typed, 'received');
  if (date === undefined)
    return { ok: false, error: { field: 'received-day', text: 'intake:errors.received' } };
  const time = TIME.exec(typed.receivedTime);
  if (time === null)
    return { ok: false, error: { field: 'receivedTime', text: 'intake:errors.receivedTime' } };
  const [, hours = '', minutes = ''] = time;
  return { ok: true, at: new Date(`${date}T${hours.padStart(2, '0')}:${minutes}:00+05:00`) };
}

const STATES = ['brought', 'absent', 'expired', 'not-needed'] as const satisfies readonly PaperState[];

export const statesFor = (document: RequiredDocument): readonly PaperState[] =>
  STATES.filter((state) => state !== 'not-needed' || mayBeNotNeeded(document));

const fieldOf = (id: string): string => `paper-${id}`;

/** One choice for each document, and words for what the list does not name. */
export const papersForm = z
  .object({ missing: optionalText(1_000, 'intake:errors.missingLong') })
  .catchall(z.enum(STATES, 'intake:errors.paperState'));
export type PapersForm = z.infer<typeof papersForm>;

export function readPapers(
  typed: PapersForm,
  documents: readonly RequiredDocument[],
):
  | { readonly ok: true; readonly papers: Readonly<Record<string, PaperState>>; readonly missing: string }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const papers: Record<string, PaperState> = {};
  let unnamed = false;
  for (const document of documents) {
    const state = statesFor(document).find((one) => one === typed[fieldOf(document.id)]);
    if (state === undefined) errors.push({ field: fieldOf(document.id), text: 'intake:errors.paperState' });
    else papers[document.id] = state;
    unnamed ||= document.byReference === true && (state === 'absent' || state === 'expired');
  }
  if (unnamed && typed.missing === '') errors.push({ field: 'missing', text: 'intake:errors.missing' });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, papers, missing: typed.missing };
}

/** The form as it was saved. */
export const filledPapers = (papers: Readonly<Record<string, PaperState>>, missing: string) => ({
  ...Object.fromEntries(Object.entries(papers).map(([id, state]) => [fieldOf(id), state])),
  missing,
});
