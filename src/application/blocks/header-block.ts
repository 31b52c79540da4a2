// Block 1: in which language letters come, and for whom help is asked.
import { z } from 'zod';
import { choiceField } from '../../http/forms.ts';
import { hasBlock } from '../portal-form.ts';
import { accepted, mend, type BlockContext, type FormBlock } from './form-block.ts';

const SUBMITTERS = ['self', 'family', 'representative'] as const;

const form = z.strictObject({
  language: choiceField(['kk', 'ru'], 'application:errors.language'),
  submittedBy: choiceField(SUBMITTERS, 'application:errors.submittedBy'),
});

/** For whom one may apply by this form. */
export const submittersOf = ({ form: shown }: Pick<BlockContext, 'form'>) =>
  SUBMITTERS.filter((one) => one !== 'representative' || hasBlock(shown, 'representative'));

export const headerBlock: FormBlock<'header', z.infer<typeof form>> = {
  id: 'header',
  form,
  fill: ({ content }) => ({ ...content.answers.header }),
  read: (answer, context) =>
    submittersOf(context).includes(answer.submittedBy)
      ? accepted(answer)
      : mend('submittedBy', 'application:errors.submittedBy'),
  rows: (answer, _context, { t }) => [
    { key: t('application:header.language'), lines: [t(`application:header.languages.${answer.language}`)] },
    {
      key: t('application:header.submittedBy'),
      lines: [t(`application:header.submitters.${answer.submittedBy}`)],
    },
  ],
};
