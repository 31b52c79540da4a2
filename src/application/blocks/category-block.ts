// Block 6: by which category the person may apply here, and why help is needed.
import { z } from 'zod';
import { formatDate } from '../../http/format.ts';
import { checkboxes, optionalText, type FieldError } from '../../http/forms.ts';
import type { Category, Ground } from '../../regulations/index.ts';
import { dateBegun, readDate } from './date-field.ts';
import { accepted, type BlockContext, type FormBlock, type Row } from './form-block.ts';

const CATEGORIES = ['DISABLED', 'DISABLED_CHILD', 'SOCIAL_DISEASE'] as const satisfies readonly Category[];
const GROUNDS = [
  'SOCIAL_DISEASE',
  'LOW_INCOME',
  'NATURAL_DISASTER',
  'FIRE',
] as const satisfies readonly Ground[];

const form = z.strictObject({
  categories: checkboxes(CATEGORIES, 'application:errors.categories'),
  ground: z.enum(GROUNDS, 'application:errors.ground').optional(),
  'eventDate-day': optionalText(2, 'application:errors.eventDate'),
  'eventDate-month': optionalText(2, 'application:errors.eventDate'),
  'eventDate-year': optionalText(4, 'application:errors.eventDate'),
  situation: optionalText(2_000, 'application:errors.situationLong'),
});

type Form = z.infer<typeof form>;

/** A fire or a flood happened on a day; the other grounds have none. */
const HAS_DATE: readonly Ground[] = ['NATURAL_DISASTER', 'FIRE'];

/** Which grounds the person may name: those of the procedure; a disease only if it is one of the person's categories. */
export const groundsFor = ({ regulation, eligibility }: BlockContext): Ground[] =>
  regulation.grounds
    .map(({ id }) => id)
    .filter(
      (id) =>
        id !== 'SOCIAL_DISEASE' ||
        [...eligibility.confirmed, ...eligibility.unchecked].includes('SOCIAL_DISEASE'),
    );

export const categoryBlock: FormBlock<'category', Form> = {
  id: 'category',
  form,
  fill: ({ content: { answers } }) => {
    const known = answers.category;
    if (known === undefined) return {};
    const [year = '', month = '', day = ''] = known.eventDate?.split('-') ?? [];
    return {
      categories: known.categories,
      ...(known.ground !== null && { ground: known.ground }),
      situation: known.situation,
      'eventDate-day': day,
      'eventDate-month': month,
      'eventDate-year': year,
    };
  },
  read: (typed, context) => {
    const { eligibility, today, door } = context;
    const errors: FieldError[] = [];
    const confirmed = eligibility.confirmed;
    const claimed = typed.categories.filter((category) => eligibility.unchecked.includes(category));
    // Where everyone may apply, a paper may prove what a register does not know beside what it knows.
    const proven = confirmed.length === 0 || door.who === 'everyone' ? claimed : [];
    const categories = [...confirmed, ...proven];
    if (categories.length === 0 && door.who !== 'everyone')
      errors.push({ field: 'categories', text: 'application:errors.categories' });
    const ground = groundsFor(context).find((one) => one === typed.ground) ?? null;
    if (ground === null && context.regulation.grounds.length > 0)
      errors.push({ field: 'ground', text: 'application:errors.ground' });
    const eventDate = readDate(typed, 'eventDate');
    const dated = ground !== null && HAS_DATE.includes(ground);
    if (dated && (eventDate === undefined || eventDate > today))
      errors.push({ field: 'eventDate-day', text: 'application:errors.eventDate' });
    if (!dated && dateBegun(typed, 'eventDate') && eventDate === undefined)
      errors.push({ field: 'eventDate-day', text: 'application:errors.eventDate' });
    if (errors.length > 0) return { ok: false, errors };
    return accepted({
      categories,
      confirmedBy: proven.length === 0 && confirmed.length > 0 ? 'registers' : 'applicant',
      ground,
      eventDate: eventDate ?? null,
      situation: typed.situation,
    });
  },
  holds: ({ confirmedBy, categories }, { eligibility }) =>
    confirmedBy === 'applicant' || categories.every((one) => eligibility.confirmed.includes(one)),
  rows: (answer, _context, { t, language }): Row[] => [
    {
      key: t('application:category.categories'),
      lines:
        answer.categories.length === 0
          ? [t('application:category.none')]
          : answer.categories.map((category) => t(`application:category.names.${category}`)),
      ...(answer.categories.length > 0 && {
        note: t(`application:category.confirmedBy.${answer.confirmedBy}`),
      }),
    },
    ...(answer.ground === null
      ? []
      : [
          {
            key: t('application:category.ground'),
            lines: [t(`application:category.grounds.${answer.ground}`)],
          },
        ]),
    ...(answer.eventDate === null
      ? []
      : [{ key: t('application:category.eventDate'), lines: [formatDate(answer.eventDate, language)] }]),
    ...(answer.situation === ''
      ? []
      : [{ key: t('application:category.situation'), lines: answer.situation.split('\n') }]),
  ],
};
