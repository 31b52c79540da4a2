// Block 9: what the family owns, as far as help depends on it.
import { z } from 'zod';
import { optionalText, type FieldError } from '../../http/forms.ts';
import { PROPERTY_KINDS } from '../answers.ts';
import { accepted } from './form-block.ts';
import { listBlock } from './list-block.ts';
import { isKnown, nameOfPerson, peopleOf } from './people.ts';

const SHORTEST_DETAILS = 3;

const entryForm = z.strictObject({
  person: optionalText(24, 'application:errors.property.person'),
  kind: optionalText(40, 'application:errors.property.kind'),
  details: optionalText(300, 'application:errors.property.detailsLong'),
});

export const propertyBlock = listBlock<'property', z.infer<typeof entryForm>>({
  id: 'property',
  most: 30,
  entryForm,
  firstField: 'person',
  fillEntry: ({ person, kind, details }) => ({ person, kind, details }),
  readEntry: (typed, context, others) => {
    const errors: FieldError[] = [];
    const wrong = (field: string, sentence: string): void => {
      errors.push({ field, text: `application:errors.property.${sentence}` });
    };
    const { person, details } = typed;
    const kind = PROPERTY_KINDS.find((one) => one === typed.kind);
    if (!isKnown(context, person)) wrong('person', 'person');
    if (kind === undefined) wrong('kind', 'kind');
    if (details.length < SHORTEST_DETAILS) wrong('details', 'details');
    const same = (text: string): boolean => text.toLowerCase() === details.toLowerCase();
    if (others.some((other) => other.person === person && other.kind === kind && same(other.details)))
      wrong('details', 'twice');
    return errors.length > 0 || kind === undefined
      ? { ok: false, errors }
      : accepted({ person, kind, details });
  },
  entryRow: ({ kind, person, details }, { content }, words) => ({
    key: words.t(`application:property.kinds.${kind}`),
    lines: [details, words.t('application:property.owner', { name: nameOfPerson(content, person, words) })],
  }),
  choices: (context, words) => ({ people: peopleOf(context, words), kinds: PROPERTY_KINDS }),
  trouble: ({ person }, context) => (isKnown(context, person) ? undefined : 'person'),
});
