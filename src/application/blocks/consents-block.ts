// Block 12: consents, each on its own, each with the version and hash of the sentence that was read.
import { z } from 'zod';
import { sha256Hex } from '../../platform/sha256.ts';
import type { Translate } from '../../http/texts.ts';
import type { Consent } from '../../regulations/index.ts';
import type { ConsentAnswer } from '../answers.ts';
import { askedBlocksOf } from '../portal-form.ts';
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

export const consentText = (id: string, t: Translate): string => t(`application:consents.texts.${id}`);

const answerTo = (id: Consent, { t, language }: Words): ConsentAnswer => ({
  id,
  version: CONSENT_VERSION,
  language,
  sha256: sha256Hex(consentText(id, t)),
});

export const consentsBlock: FormBlock<'consents', z.infer<typeof form>> = {
  id: 'consents',
  form,
  fill: ({ content: { answers } }) =>
    Object.fromEntries((answers.consents?.given ?? []).map(({ id }) => [`consent-${id}`, 'yes'])),
  read: (typed, context, words) => {
    const asked = consentsOf(context);
    const missing = asked.filter((id) => typed[`consent-${id}`] !== 'yes');
    if (missing.length > 0)
      return {
        ok: false,
        errors: missing.map((id) => ({ field: `consent-${id}`, text: `application:errors.consents.${id}` })),
      };
    return accepted({ given: asked.map((id) => answerTo(id, words)) });
  },
  holds: ({ given }, context) => consentsOf(context).every((asked) => given.some(({ id }) => id === asked)),
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
