// Block 7: who lives together with the applicant. The applicant is counted once and stands in no list.
import { z } from 'zod';
import { formatDate } from '../../http/format.ts';
import { optionalText, type FieldError } from '../../http/forms.ts';
import { checkIin } from '../../regulations/index.ts';
import { OCCUPATIONS, RELATIONS, type FamilyMember } from '../answers.ts';
import { PERSON_NAME } from './applicant-block.ts';
import { readDate } from './date-field.ts';
import { accepted, type BlockContext } from './form-block.ts';
import { listBlock } from './list-block.ts';

const entryForm = z.strictObject({
  name: optionalText(200, 'application:errors.family.name'),
  relation: optionalText(20, 'application:errors.family.relation'),
  iin: optionalText(20, 'application:errors.family.iin'),
  'birthDate-day': optionalText(2, 'application:errors.family.birthDate'),
  'birthDate-month': optionalText(2, 'application:errors.family.birthDate'),
  'birthDate-year': optionalText(4, 'application:errors.family.birthDate'),
  occupation: optionalText(20, 'application:errors.family.occupation'),
  disabled: z.literal('yes').optional(),
  note: optionalText(300, 'application:errors.family.note'),
});
type Form = z.infer<typeof entryForm>;

/** A paper form asks for the year of birth only, and for no IIN. */
const fromPaper = ({ door }: BlockContext): boolean => door.channel !== 'portal';

function readBirth(typed: Form, context: BlockContext): string | undefined {
  const year = typed['birthDate-year'];
  const yearAlone = typed['birthDate-day'] === '' && typed['birthDate-month'] === '';
  const birth = fromPaper(context) && yearAlone && /^\d{4}$/.test(year) ? year : readDate(typed, 'birthDate');
  return birth === undefined || birth > context.today || birth < '1900' ? undefined : birth;
}

/** What is wrong with the number; undefined when nothing is. */
function iinProblem(iin: string, context: BlockContext, others: readonly FamilyMember[]): string | undefined {
  if (iin === '') return fromPaper(context) ? undefined : 'iin';
  if (!checkIin(iin).ok) return 'iin';
  if (iin === context.iin) return 'self';
  return others.some((other) => other.iin === iin) ? 'twice' : undefined;
}

export const familyBlock = listBlock<'family', Form>({
  id: 'family',
  most: 20,
  entryForm,
  firstField: 'name',
  fillEntry: ({ name, relation, iin, birthDate, occupation, disabled, note }) => {
    const [year = '', month = '', day = ''] = birthDate.split('-');
    return {
      name,
      relation,
      iin,
      occupation,
      note,
      'birthDate-day': day,
      'birthDate-month': month,
      'birthDate-year': year,
      ...(disabled && { disabled: 'yes' }),
    };
  },
  readEntry: (typed, context, others) => {
    const errors: FieldError[] = [];
    const wrong = (field: string, sentence: string): void => {
      errors.push({ field, text: `application:errors.family.${sentence}` });
    };
    const iin = typed.iin.replace(/\s/g, '');
    const birthDate = readBirth(typed, context);
    const relation = RELATIONS.find((one) => one === typed.relation);
    const occupation = OCCUPATIONS.find((one) => one === typed.occupation);
    if (!PERSON_NAME.test(typed.name) || !/\s/.test(typed.name)) wrong('name', 'name');
    if (relation === undefined) wrong('relation', 'relation');
    const problem = iinProblem(iin, context, others);
    if (problem !== undefined) wrong('iin', problem);
    if (birthDate === undefined) wrong('birthDate-day', 'birthDate');
    if (occupation === undefined) wrong('occupation', 'occupation');
    if (errors.length > 0 || !birthDate || !relation || !occupation) return { ok: false, errors };
    const { name, note } = typed;
    return accepted({
      iin,
      name,
      relation,
      birthDate,
      occupation,
      disabled: typed.disabled === 'yes',
      note,
    });
  },
  entryRow: (member, _context, { t, language }) => ({
    key: t(`application:family.relations.${member.relation}`),
    lines: [
      member.name,
      ...(member.iin === '' ? [] : [t('application:family.iinLine', { iin: member.iin })]),
      t('application:family.born', {
        date: member.birthDate.length === 4 ? member.birthDate : formatDate(member.birthDate, language),
      }),
      t(`application:family.occupations.${member.occupation}`),
      ...(member.disabled ? [t('application:family.disabledLine')] : []),
      ...(member.note === '' ? [] : [member.note]),
    ],
  }),
  choices: (context) => ({
    relations: RELATIONS,
    occupations: OCCUPATIONS,
    fromPaper: fromPaper(context),
  }),
});
