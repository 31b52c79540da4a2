// What people type about a complaint.
import { z } from 'zod';
import { optionalText, textField } from '../http/forms.ts';

/** Longest text of a complaint or an answer. */
const LONGEST = 6_000;
const SHORTEST = 20;

const written = (short: string, long: string) =>
  textField(short, LONGEST, long).refine((text) => text.length >= SHORTEST, short);

const text = written('complaints:errors.text', 'complaints:errors.textLong');
const subject = z
  .string('complaints:errors.subject')
  .regex(/^\d{1,2}$/, 'complaints:errors.subject')
  .transform(Number);
const version = z.coerce.number('complaints:errors.version').int('complaints:errors.version');

export const fileForm = z.strictObject({
  to: textField('complaints:errors.to', 40),
  subject,
  text,
});

/** Why it should be considered again, or why the next body should look. */
export const againForm = z.strictObject({ text });

export const enterForm = z.strictObject({
  number: textField('complaints:errors.number', 40),
  channel: textField('complaints:errors.channel', 40),
  'received-day': optionalText(10, 'complaints:errors.received'),
  'received-month': optionalText(10, 'complaints:errors.received'),
  'received-year': optionalText(10, 'complaints:errors.received'),
  subject,
  text,
});

export const complaintActForm = z.strictObject({
  version,
  comment: optionalText(2_000, 'complaints:errors.commentLong'),
});

export const answerForm = z.strictObject({
  version,
  outcome: textField('complaints:errors.outcome', 60),
  text: written('complaints:errors.answer', 'complaints:errors.textLong'),
});
