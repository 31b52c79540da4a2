// What the papers of commissions, hearings and decisions say.
import { formatMoment, formatMoney, upperFirst } from '../http/format.ts';
import { decisions, hearingWays, type PaperField } from '../regulations/index.ts';
import type { Facts } from './paper-content.ts';

type Values = Partial<Record<PaperField, (facts: Facts) => readonly string[] | undefined>>;

const linesOf = (text: string | undefined): readonly string[] | undefined => text?.split('\n');

/** How the fields of these papers are filled. */
export const commissionValues: Values = {
  iin: ({ officeCase }) => [officeCase.applicant.iin],
  assignment: ({ t }) => [t('notification:assignment')],
  'family-composition': ({ officeCase }) => linesOf(officeCase.draft.surveyAct?.family),
  'living-conditions': ({ officeCase, t }) => {
    const { surveyAct } = officeCase.draft;
    return surveyAct === undefined
      ? undefined
      : [
          surveyAct.situation,
          surveyAct.housing,
          surveyAct.sanitary,
          surveyAct.children,
          t(`notification:acquainted.${surveyAct.acquainted}`),
        ];
  },
  income({ officeCase, language, t }) {
    const { income, surveyAct } = officeCase.draft;
    if (income === undefined) return linesOf(surveyAct?.income);
    const { quarter, people, perPerson, sources } = income;
    return [
      t('notification:income', {
        quarter: formatMoney(quarter, language),
        people,
        perPerson: formatMoney(perPerson, language),
      }),
      sources,
    ];
  },
  property: ({ officeCase }) => linesOf(officeCase.draft.surveyAct?.property),
  'earlier-help': ({ officeCase }) => linesOf(officeCase.draft.surveyAct?.earlierHelp),
  'household-size': ({ officeCase }) =>
    officeCase.draft.income === undefined ? undefined : [String(officeCase.draft.income.people)],
  need({ officeCase, regulation, language }) {
    const { conclusion } = officeCase.draft;
    if (conclusion === undefined) return undefined;
    const outcome = regulation.steps
      .flatMap(({ outcomes }) => outcomes)
      .find(({ id, needs }) => id === conclusion.outcome && needs?.includes('conclusion') === true);
    return [outcome?.name[language] ?? '', conclusion.text].filter((line) => line !== '');
  },
  'commission-members': ({ officeCase, t }) =>
    officeCase.draft.votes?.map(
      ({ name, vote }) => `${name} – ${t(`office:act.votes.${vote}`).toLowerCase()}`,
    ),
  outcome({ officeCase, language }) {
    const { decision } = officeCase.position.facts;
    return decision === undefined ? undefined : [upperFirst(decisions[decision][language])];
  },
  'hearing-time'({ officeCase, language }) {
    const { hearing } = officeCase.draft;
    return hearing === undefined
      ? undefined
      : [
          formatMoment(new Date(hearing.at), language),
          upperFirst(hearingWays[hearing.way][language]),
          hearing.place,
        ];
  },
  participants: ({ officeCase }) => linesOf(officeCase.draft.protocol?.participants),
  'applicant-position': ({ officeCase }) => linesOf(officeCase.draft.protocol?.position),
  'hearing-summary'({ officeCase }) {
    const { protocol, objection, remarks } = officeCase.draft;
    const said = [protocol?.position, objection, remarks].filter((one) => one !== undefined);
    return said.length === 0 ? undefined : said;
  },
};
