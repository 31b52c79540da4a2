// Block 3: who applies for another person, and by which right. At home the representative is who is signed in and names the applicant; at
// the desk the applicant is known and the representative is named.
import { z } from 'zod';
import { formatDate } from '../../http/format.ts';
import { optionalText, type FieldError } from '../../http/forms.ts';
import { checkIin } from '../../regulations/index.ts';
import { BASES } from '../answers.ts';
import { PERSON_NAME } from './applicant-block.ts';
import { readDate } from './date-field.ts';
import { accepted, type FormBlock } from './form-block.ts';

const form = z.strictObject({
  iin: optionalText(20, 'application:errors.representative.iin'),
  name: optionalText(200, 'application:errors.representative.name'),
  basis: optionalText(40, 'application:errors.representative.basis'),
  documentNumber: optionalText(60, 'application:errors.representative.documentNumber'),
  'documentDate-day': optionalText(2, 'application:errors.representative.documentDate'),
  'documentDate-month': optionalText(2, 'application:errors.representative.documentDate'),
  'documentDate-year': optionalText(4, 'application:errors.representative.documentDate'),
});

export const representativeBlock: FormBlock<'representative', z.infer<typeof form>> = {
  id: 'representative',
  form,
  fill: ({ content: { answers }, filedBy }) => {
    const known = answers.representative;
    if (known === undefined) return {};
    const [year = '', month = '', day = ''] = known.documentDate.split('-');
    return {
      iin: filedBy === undefined ? known.representative.iin : known.represented.iin,
      name: known.representative.name,
      basis: known.basis,
      documentNumber: known.documentNumber,
      'documentDate-day': day,
      'documentDate-month': month,
      'documentDate-year': year,
    };
  },
  read: (typed, { filedBy, iin: applicant, today }) => {
    const errors: FieldError[] = [];
    const wrong = (field: string, sentence: string): void => {
      errors.push({ field, text: `application:errors.representative.${sentence}` });
    };
    const other = typed.iin.replace(/\s/g, '');
    const name = filedBy === undefined || filedBy.name === '' ? typed.name : filedBy.name;
    const basis = BASES.find((one) => one === typed.basis);
    const documentDate = readDate(typed, 'documentDate');
    if (!checkIin(other).ok) wrong('iin', 'iin');
    else if (other === (filedBy?.iin ?? applicant)) wrong('iin', 'self');
    if (!PERSON_NAME.test(name) || !/\s/.test(name)) wrong('name', 'name');
    if (basis === undefined) wrong('basis', 'basis');
    if (typed.documentNumber === '') wrong('documentNumber', 'documentNumber');
    if (documentDate === undefined || documentDate > today) wrong('documentDate-day', 'documentDate');
    if (errors.length > 0 || basis === undefined || documentDate === undefined) return { ok: false, errors };
    return accepted({
      representative: { iin: filedBy?.iin ?? other, name },
      represented: { iin: filedBy === undefined ? applicant : other },
      basis,
      documentNumber: typed.documentNumber,
      documentDate,
    });
  },
  rows: ({ representative, represented, basis, documentNumber, documentDate }, _context, words) => {
    const { t, language } = words;
    return [
      {
        key: t('application:representative.who'),
        lines: [representative.name, t('application:family.iinLine', { iin: representative.iin })],
      },
      {
        key: t('application:representative.basis'),
        lines: [
          t(`application:representative.bases.${basis}`),
          t('application:representative.document', {
            number: documentNumber,
            date: formatDate(documentDate, language),
          }),
        ],
      },
      {
        key: t('application:representative.forWhom'),
        lines: [t('application:family.iinLine', { iin: represented.iin })],
      },
    ];
  },
};
