// Block 2: who asks. Read from the register of persons; written by hand, and marked so, only while the register is silent.
import { z } from 'zod';
import { formatDate } from '../../http/format.ts';
import { optionalText, type FieldError } from '../../http/forms.ts';
import type { Person } from '../../registers/index.ts';
import type { ApplicantByHand } from '../answers.ts';
import type { Content } from '../application.ts';
import { readDate } from './date-field.ts';
import { accepted, type FormBlock, type Row, type Words } from './form-block.ts';
import { sourceNote } from './source-note.ts';

const name = optionalText(100, 'application:errors.nameLong');

const form = z.strictObject({
  remark: optionalText(1_000, 'application:errors.remarkLong'),
  lastName: name,
  firstName: name,
  middleName: name,
  'birthDate-day': optionalText(2, 'application:errors.birthDate'),
  'birthDate-month': optionalText(2, 'application:errors.birthDate'),
  'birthDate-year': optionalText(4, 'application:errors.birthDate'),
  documentNumber: optionalText(20, 'application:errors.documentNumber'),
});

type Form = z.infer<typeof form>;

/** Letters of Kazakh, Russian and Latin names, with hyphen, apostrophe and space. */
export const PERSON_NAME =
  /^[\p{Script=Cyrillic}\p{Script=Latin}][\p{Script=Cyrillic}\p{Script=Latin}\s'’-]*$/u;
/** Identity card: nine digits; passport: N and seven or eight digits. */
const DOCUMENT = /^(\d{9}|N\d{7,8})$/;

/** The person as the register knows them; undefined while it is silent. */
export function registeredPerson(content: Content): Person | undefined {
  return content.registers.persons?.outcome === 'found' ? content.registers.persons.data : undefined;
}

/** The same person's name in one line; empty while the register is silent. */
export function registeredName(content: Content): string {
  const person = registeredPerson(content);
  return [person?.lastName, person?.firstName, person?.middleName].filter(Boolean).join(' ');
}

function readByHand(
  typed: Form,
  today: string,
): { readonly person: ApplicantByHand } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const birthDate = readDate(typed, 'birthDate');
  const documentNumber = typed.documentNumber.replace(/\s/g, '').toUpperCase();
  if (!PERSON_NAME.test(typed.lastName))
    errors.push({ field: 'lastName', text: 'application:errors.lastName' });
  if (!PERSON_NAME.test(typed.firstName))
    errors.push({ field: 'firstName', text: 'application:errors.firstName' });
  if (typed.middleName !== '' && !PERSON_NAME.test(typed.middleName))
    errors.push({ field: 'middleName', text: 'application:errors.middleName' });
  if (birthDate === undefined || birthDate > today || birthDate < '1900-01-01')
    errors.push({ field: 'birthDate-day', text: 'application:errors.birthDate' });
  if (!DOCUMENT.test(documentNumber))
    errors.push({ field: 'documentNumber', text: 'application:errors.documentNumber' });
  if (errors.length > 0 || birthDate === undefined) return { errors };
  const { lastName, firstName, middleName } = typed;
  return { person: { lastName, firstName, middleName, birthDate, documentNumber } };
}

export const applicantBlock: FormBlock<'applicant', Form> = {
  id: 'applicant',
  form,
  fill: ({ content: { answers } }) => {
    const hand = answers.applicant?.byHand;
    const [year = '', month = '', day = ''] = hand?.birthDate.split('-') ?? [];
    return {
      remark: answers.applicant?.remark ?? '',
      ...(hand && { ...hand, 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year }),
    };
  },
  read: (typed, { content, today }) => {
    if (registeredPerson(content) !== undefined) return accepted({ byHand: null, remark: typed.remark });
    const read = readByHand(typed, today);
    return 'errors' in read
      ? { ok: false, errors: read.errors }
      : accepted({ byHand: read.person, remark: typed.remark });
  },
  holds: ({ byHand }, { content }) => byHand !== null || registeredPerson(content) !== undefined,
  rows: (answer, { content }, words) => {
    const person = registeredPerson(content);
    const rows =
      person === undefined
        ? answer.byHand === null
          ? []
          : rowsByHand(answer.byHand, words)
        : rowsOfPerson(person, content, words);
    return answer.remark === ''
      ? rows
      : [...rows, { key: words.t('application:applicant.remark'), lines: [answer.remark] }];
  },
};

/** What the register says of the person, as rows for pages and for the text that is signed. */
export function rowsOfPerson(person: Person, content: Content, { t, language }: Words): Row[] {
  const note = sourceNote(content.registers.persons, { t, language });
  const card = person.documents.find(({ status }) => status === 'valid');
  return [
    {
      key: t('application:applicant.name'),
      lines: [[person.lastName, person.firstName, person.middleName].filter(Boolean).join(' ')],
      ...note,
    },
    { key: t('application:applicant.birthDate'), lines: [formatDate(person.birthDate, language)] },
    { key: t('application:applicant.gender'), lines: [t(`application:applicant.genders.${person.gender}`)] },
    { key: t('application:applicant.citizenship'), lines: [person.citizenship[language]] },
    {
      key: t('application:applicant.document'),
      lines:
        card === undefined
          ? [t('application:applicant.noDocument')]
          : [
              `${card.kind[language]} № ${card.number}`,
              t('application:applicant.documentFrom', {
                issuer: card.issuer[language],
                date: formatDate(card.issuedOn, language),
              }),
              ...(card.expiresOn === null
                ? []
                : [t('application:applicant.documentUntil', { date: formatDate(card.expiresOn, language) })]),
            ],
    },
  ];
}

const rowsByHand = (hand: ApplicantByHand, { t, language }: Words): Row[] => [
  {
    key: t('application:applicant.name'),
    lines: [[hand.lastName, hand.firstName, hand.middleName].filter(Boolean).join(' ')],
    note: t('application:byHand'),
  },
  { key: t('application:applicant.birthDate'), lines: [formatDate(hand.birthDate, language)] },
  { key: t('application:applicant.document'), lines: [hand.documentNumber] },
];
