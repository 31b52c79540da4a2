// Block 1: in which language letters come, and for whom help is asked.
import { z } from 'zod';
import { choiceField } from '../../http/forms.ts';
import { accepted, type FormBlock } from './form-block.ts';

const form = z.strictObject({
  language: choiceField(['kk', 'ru'], 'application:errors.language'),
  submittedBy: choiceField(['self', 'family'], 'application:errors.submittedBy'),
});

export const headerBlock: FormBlock<'header', z.infer<typeof form>> = {
  id: 'header',
  form,
  fill: ({ content }) => ({ ...content.answers.header }),
  read: (answer) => accepted(answer),
  rows: (answer, _context, { t }) => [
    { key: t('application:header.language'), lines: [t(`application:header.languages.${answer.language}`)] },
    {
      key: t('application:header.submittedBy'),
      lines: [t(`application:header.submitters.${answer.submittedBy}`)],
    },
  ],
};
