// Block 4: the registered address, from the register of persons, and where the person really lives.
import { z } from 'zod';
import { choiceField, optionalText } from '../../http/forms.ts';
import type { Content } from '../application.ts';
import { registeredPerson } from './applicant-block.ts';
import { accepted, mend, type FormBlock, type Row, type Words } from './form-block.ts';
import { sourceNote } from './source-note.ts';

const form = z.strictObject({
  byHand: optionalText(400, 'application:errors.addressLong'),
  actualSame: choiceField(['yes', 'no'], 'application:errors.actualSame'),
  actual: optionalText(400, 'application:errors.addressLong'),
});

/** The registered address in one line; undefined when the register is silent or knows none. */
export function registeredAddress(content: Content, language: Words['language']): string | undefined {
  const address = registeredPerson(content)?.address;
  if (address?.status !== 'registered') return undefined;
  const { region, district, settlement, street, house, flat } = address;
  // A city of republican significance is region and settlement at once.
  const town = region[language].includes(settlement[language]) ? '' : settlement[language];
  return [region[language], district[language], town, street[language], house, flat]
    .filter((part) => part !== '')
    .join(', ');
}

export const residenceBlock: FormBlock<'residence', z.infer<typeof form>> = {
  id: 'residence',
  form,
  fill: ({ content: { answers } }) =>
    answers.residence === undefined
      ? {}
      : {
          byHand: answers.residence.byHand ?? '',
          actualSame: answers.residence.actualSame ? 'yes' : 'no',
          actual: answers.residence.actual,
        },
  read: (typed, { content }, { language }) => {
    const registered = registeredAddress(content, language);
    if (registered === undefined && typed.byHand.length < 5)
      return mend('byHand', 'application:errors.addressByHand');
    if (typed.actualSame === 'no' && typed.actual.length < 5)
      return mend('actual', 'application:errors.actual');
    const actualSame = typed.actualSame === 'yes';
    return accepted({
      byHand: registered === undefined ? typed.byHand : null,
      actualSame,
      actual: actualSame ? '' : typed.actual,
    });
  },
  holds: ({ byHand }, { content }) => byHand !== null || registeredAddress(content, 'kk') !== undefined,
  rows: (answer, { content }, words): Row[] => {
    const { t, language } = words;
    const registered = registeredAddress(content, language);
    const first: Row =
      registered === undefined || answer.byHand !== null
        ? {
            key: t('application:residence.registered'),
            lines: [answer.byHand ?? ''],
            note: t('application:byHand'),
          }
        : {
            key: t('application:residence.registered'),
            lines: [registered],
            ...sourceNote(content.registers.persons, words),
          };
    return [
      first,
      {
        key: t('application:residence.actual'),
        lines: [answer.actualSame ? t('application:residence.same') : answer.actual],
      },
    ];
  },
};
