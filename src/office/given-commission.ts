// What commissions and hearings hand in: the survey act, the conclusion, the votes, the income, the time of a hearing and its protocol.
import type { z } from 'zod';
import { optionalText, type FieldError } from '../http/forms.ts';
import {
  hearingWays,
  type HearingWay,
  type Need,
  type Outcome,
  type Regulation,
} from '../regulations/index.ts';

/** A member of a commission. */
export interface Member {
  readonly accountId: string;
  readonly name: string;
}

export const VOTES = ['for', 'against', 'absent'] as const;
export type Vote = (typeof VOTES)[number];

/** What the act of the survey tells of, in the order of its form (Model Rules № 504; domain.md B5). */
export const SURVEY_PARTS = [
  'situation',
  'family',
  'housing',
  'income',
  'property',
  'earlierHelp',
  'children',
  'sanitary',
] as const;
export type SurveyPart = (typeof SURVEY_PARTS)[number];

export interface CommissionGiven {
  readonly surveyAct?: Readonly<Record<SurveyPart, string>> & { readonly acquainted: 'yes' | 'refused' };
  readonly conclusion?: { readonly outcome: string; readonly text: string };
  readonly votes?: readonly (Member & { readonly vote: Vote })[];
  /** Of the quarter before (Order № 181). */
  readonly income?: {
    readonly quarter: number;
    readonly people: number;
    readonly perPerson: number;
    readonly sources: string;
  };
  readonly hearing?: { readonly at: string; readonly way: HearingWay; readonly place: string };
  readonly protocol?: { readonly participants: string; readonly position: string };
  readonly objection?: string;
  readonly remarks?: string;
}

const MOST_MEMBERS = 9;
const long = (name: string) => optionalText(2_000, `office:errors.${name}Long`);

/** Names of the fields with the votes, one a member. */
export const voteFields = (
  members: readonly Member[],
): readonly { readonly name: string; readonly member: Member }[] =>
  members.slice(0, MOST_MEMBERS).map((member, place) => ({ name: `vote${place + 1}`, member }));

const vote = optionalText(20, 'office:errors.votes');

/** The fields of these acts. */
export const commissionFields = {
  situation: long('survey'),
  family: long('survey'),
  housing: long('survey'),
  income: long('survey'),
  property: long('survey'),
  earlierHelp: long('survey'),
  children: long('survey'),
  sanitary: long('survey'),
  acquainted: optionalText(20, 'office:errors.acquainted'),
  conclusion: long('conclusion'),
  vote1: vote,
  vote2: vote,
  vote3: vote,
  vote4: vote,
  vote5: vote,
  vote6: vote,
  vote7: vote,
  vote8: vote,
  vote9: vote,
  incomeQuarter: optionalText(20, 'office:errors.incomeQuarter'),
  incomePeople: optionalText(3, 'office:errors.incomePeople'),
  incomeSources: long('incomeSources'),
  hearingAt: optionalText(40, 'office:errors.hearingAt'),
  hearingWay: optionalText(40, 'office:errors.hearingWay'),
  hearingPlace: optionalText(500, 'office:errors.hearingPlace'),
  participants: long('participants'),
  position: long('position'),
  objection: long('objection'),
  remarks: long('remarks'),
} as const;
type CommissionForm = z.infer<z.ZodObject<typeof commissionFields>>;

interface Asked {
  readonly regulation: Regulation;
  readonly outcome: Outcome;
  readonly members: readonly Member[];
  readonly now: Date;
}

type Read = { readonly given: CommissionGiven } | { readonly error: FieldError };

const wrong = (field: string, text = field): Read => ({ error: { field, text: `office:errors.${text}` } });
const SHORTEST = 10;

/** How many members must be present, of how many; undefined where the step is no commission's. */
export function quorumOf(
  regulation: Regulation,
  actor: string | undefined,
  members: readonly Member[],
): { readonly needed: number; readonly total: number } | undefined {
  const quorum = regulation.commissions.find((one) => one.actor === actor)?.quorum;
  return quorum === undefined
    ? undefined
    : { needed: Math.ceil((members.length * quorum.numerator) / quorum.denominator), total: members.length };
}

const whole = (text: string): number | undefined => {
  const number = Number(text.replace(/[\s₸]/g, ''));
  return text !== '' && Number.isInteger(number) && number >= 0 ? number : undefined;
};

/** "12.12.2026 11:00" in the time of Kazakhstan, after now. */
function momentOf(text: string, now: Date): Date | undefined {
  const found = /^(\d{2})\.(\d{2})\.(\d{4})[ ,]+(\d{1,2}):(\d{2})$/.exec(text);
  if (found === null) return undefined;
  const [, day, month, year, hour = '', minute] = found;
  const at = new Date(`${year}-${month}-${day}T${hour.padStart(2, '0')}:${minute}:00+05:00`);
  return Number.isNaN(at.getTime()) || at <= now ? undefined : at;
}

const isWay = (text: string): text is HearingWay => Object.keys(hearingWays).includes(text);

/** A text that must say something. */
const said =
  (name: 'objection' | 'remarks') =>
  (form: CommissionForm): Read =>
    form[name].length < SHORTEST ? wrong(name) : { given: { [name]: form[name] } };

export const commissionReaders: Partial<Record<Need, (form: CommissionForm, asked: Asked) => Read>> = {
  'survey-act'(form) {
    const empty = SURVEY_PARTS.find((part) => form[part].trim() === '');
    if (empty !== undefined) return wrong(empty, 'survey');
    const { acquainted } = form;
    if (acquainted !== 'yes' && acquainted !== 'refused') return wrong('acquainted');
    const { situation, family, housing, income, property, earlierHelp, children, sanitary } = form;
    const parts = { situation, family, housing, income, property, earlierHelp, children, sanitary };
    return { given: { surveyAct: { ...parts, acquainted } } };
  },
  conclusion: (form, { outcome }) =>
    form.conclusion.length < SHORTEST
      ? wrong('conclusion')
      : { given: { conclusion: { outcome: outcome.id, text: form.conclusion } } },
  votes(form, { regulation, outcome, members }) {
    const actor = regulation.steps.find(({ outcomes }) => outcomes.some((one) => one === outcome))?.actor;
    const quorum = quorumOf(regulation, actor, members);
    const votes = voteFields(members).map(({ name, member }) => ({
      ...member,
      vote: VOTES.find((one) => one === form[name as keyof CommissionForm]),
    }));
    const cast = votes.flatMap(({ vote: one, ...member }) =>
      one === undefined ? [] : [{ ...member, vote: one }],
    );
    if (cast.length === 0 || cast.length < members.length) return wrong('vote1', 'votes');
    const present = cast.filter((one) => one.vote !== 'absent');
    if (quorum === undefined || present.length < quorum.needed) return wrong('vote1', 'quorum');
    const agree = present.filter((one) => one.vote === 'for').length;
    return agree * 2 <= present.length ? wrong('vote1', 'majority') : { given: { votes: cast } };
  },
  'income-calculation'(form) {
    const [quarter, people] = [whole(form.incomeQuarter), whole(form.incomePeople)];
    if (quarter === undefined) return wrong('incomeQuarter');
    if (people === undefined || people === 0) return wrong('incomePeople');
    if (form.incomeSources.length < SHORTEST) return wrong('incomeSources');
    const perPerson = Math.round(quarter / 3 / people);
    return { given: { income: { quarter, people, perPerson, sources: form.incomeSources } } };
  },
  'hearing-time'(form, { now }) {
    const at = momentOf(form.hearingAt, now);
    if (at === undefined) return wrong('hearingAt');
    if (!isWay(form.hearingWay)) return wrong('hearingWay');
    if (form.hearingPlace.length < SHORTEST) return wrong('hearingPlace');
    return { given: { hearing: { at: at.toISOString(), way: form.hearingWay, place: form.hearingPlace } } };
  },
  'hearing-protocol'(form) {
    if (form.participants.length < SHORTEST) return wrong('participants');
    if (form.position.length < SHORTEST) return wrong('position');
    return { given: { protocol: { participants: form.participants, position: form.position } } };
  },
  objection: said('objection'),
  remarks: said('remarks'),
};

/** The needs that something given meets. */
export const commissionNeedsMetBy = (given: CommissionGiven): Need[] => [
  ...(given.surveyAct ? (['survey-act'] as const) : []),
  ...(given.conclusion ? (['conclusion'] as const) : []),
  ...(given.votes ? (['votes'] as const) : []),
  ...(given.income ? (['income-calculation'] as const) : []),
  ...(given.hearing ? (['hearing-time'] as const) : []),
  ...(given.protocol ? (['hearing-protocol'] as const) : []),
  ...(given.objection ? (['objection'] as const) : []),
  ...(given.remarks ? (['remarks'] as const) : []),
];
