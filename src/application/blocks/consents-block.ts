// Block 12: consents, each on its own, each with the version and hash of the sentence that was read.
import { z } from 'zod';
import { sha256Hex } from '../../platform/sha256.ts';
import type { Consent } from '../../regulations/index.ts';
import type { ConsentAnswer } from '../answers.ts';
import { askedBlocksOf, isRepresented } from '../portal-form.ts';
import { accepted, type BlockContext, type FormBlock, type Words } from './form-block.ts';

/** The day on which the sentences got their present wording. A new wording is a new version. */
export const CONSENT_VERSION = '2026-11-22';

const CONSENTS = [
  'personal-data',
  'secret-data',
  'family-members',
  'truthfulness',
] as const satisfies readonly Consent[];

const form = z.strictObject(
  Object.fromEntries(CONSENTS.map((id) => [`consent-${id}`, z.literal('yes').optional()])),
);

/** The consents that the form asks for; that of the family where the family is asked about. */
export const consentsOf = (context: Pick<BlockContext, 'form' | 'content'>): readonly Consent[] =>
  context.form.consents.filter((id) => id !== 'family-members' || askedBlocksOf(context).includes('family'));

/** The code of social help in the register of services: its consent has words of its own (S4). */
const SOCIAL_HELP = 'pass172_mtszn';

/** The wording of a consent: what the data are needed for, and whose they are. */
function wordingOf(id: Consent, context: BlockContext): string {
  if (id !== 'personal-data') return id;
  if (isRepresented(context)) return 'personal-data-of-other';
  return context.regulation.serviceCode?.value === SOCIAL_HELP ? id : 'personal-data-for-service';
}

const textOf = (id: Consent, context: BlockContext, { t }: Words): string =>
  t(`application:consents.texts.${wordingOf(id, context)}`);

/** What the page asks, in the words that are agreed to. */
export const consentChoices = (context: BlockContext, words: Words) =>
  consentsOf(context).map((id) => ({ id, text: textOf(id, context, words) }));

const answerTo = (id: Consent, context: BlockContext, words: Words): ConsentAnswer => ({
  id,
  wording: wordingOf(id, context),
  version: CONSENT_VERSION,
  language: words.language,
  sha256: sha256Hex(textOf(id, context, words)),
});

/** Whether it was agreed to this, in the wording that is asked now. */
const isGiven = (given: readonly ConsentAnswer[], asked: Consent, context: BlockContext): boolean =>
  given.some(({ id, wording = id }) => id === asked && wording === wordingOf(asked, context));

export const consentsBlock: FormBlock<'consents', z.infer<typeof form>> = {
  id: 'consents',
  form,
  fill: (context) =>
    Object.fromEntries(
      consentsOf(context)
        .filter((id) => isGiven(context.content.answers.consents?.given ?? [], id, context))
        .map((id) => [`consent-${id}`, 'yes']),
    ),
  read: (typed, context, words) => {
    const asked = consentsOf(context);
    const missing = asked.filter((id) => typed[`consent-${id}`] !== 'yes');
    if (missing.length > 0)
      return {
        ok: false,
        errors: missing.map((id) => ({ field: `consent-${id}`, text: `application:errors.consents.${id}` })),
      };
    return accepted({ given: asked.map((id) => answerTo(id, context, words)) });
  },
  holds: ({ given }, context) => consentsOf(context).every((asked) => isGiven(given, asked, context)),
  rows: (answer, _context, { t }) =>
    answer.given.map((given) => ({
      key: t(`application:consents.names.${given.id}`),
      lines: [t('application:consents.given')],
      note: t('application:consents.version', {
        version: given.version,
        language: t(`application:header.languages.${given.language}`),
      }),
    })),
};
