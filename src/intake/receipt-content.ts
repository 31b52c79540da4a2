// What the coupon, the receipt of acceptance and the receipt of refusal say, in both languages. Which fields each shows stands in the
// procedure.
import { formatDate, formatMoment, upperFirst } from '../http/format.ts';
import type { Language, Translate } from '../http/texts.ts';
import type { PaperContent, PaperText } from '../notification/index.ts';
import {
  formatCitation,
  officeOf,
  paperFields,
  planDeadlines,
  type DeadlinePlan,
  type Paper,
  type PaperField,
  type Regulation,
} from '../regulations/index.ts';
import { acceptancePaper, papersFor, refusalRule } from './doors.ts';
import { doorOf } from './finish-intake.ts';
import type { EndedIntake } from './intake.ts';

type Voices = Readonly<Record<Language, Translate>>;

interface Facts {
  readonly intake: EndedIntake;
  readonly regulation: Regulation;
  readonly paper: Paper;
  readonly plan: DeadlinePlan | undefined;
  readonly language: Language;
  readonly t: Translate;
}

/** @param voices Kazakh stands first on the paper */
export function receiptContent(intake: EndedIntake, voices: Voices): PaperContent {
  const door = doorOf(intake);
  const { regulation } = door;
  const ground = intake.content.answers.category?.ground ?? undefined;
  const paper =
    intake.state === 'accepted' ? acceptancePaper(door, ground) : (refusalRule(door)?.paper ?? missing());
  const planned = planDeadlines(regulation, {
    submitted: intake.receivedAt,
    channel: intake.channel,
    ...(ground && { ground }),
  });
  const plan = planned.ok ? planned.value : undefined;
  return {
    paper: paper.id,
    number: intake.number,
    date: intake.endedAt,
    texts: (['kk', 'ru'] as const).map((language) =>
      textIn({ intake, regulation, paper, plan, language, t: voices[language] }),
    ),
  };
}

function missing(): never {
  throw new Error('a package was refused under a procedure that knows no refusal');
}

function textIn(facts: Facts): PaperText {
  const { intake, regulation, paper, language, t } = facts;
  const always: readonly PaperField[] =
    intake.state === 'refused' ? ['refusal-ground', 'missing-documents'] : ['service', 'missing-documents'];
  const fields = [...paper.contents, ...always.filter((field) => !paper.contents.includes(field))];
  return {
    language,
    body: officeOf(intake.officeId)?.name[language] ?? regulation.provider[language],
    title: paper.title[language],
    opening: t(`intake:receipt.openings.${intake.state}`),
    lines: fields.flatMap((field) => {
      const lines = values[field]?.(facts) ?? [];
      return lines.length === 0 ? [] : [{ label: upperFirst(paperFields[field][language]), lines }];
    }),
    closing:
      intake.state === 'refused'
        ? [t('intake:receipt.again'), t('intake:receipt.complaint')]
        : [t('intake:receipt.keep')],
  };
}

/** Number and body stand in the head of the sheet. */
const values: Partial<Record<PaperField, (facts: Facts) => readonly string[]>> = {
  date: ({ intake, language }) => [formatDate(intake.endedAt, language)],
  'registration-date': ({ plan, intake, language }) => [
    formatDate(plan?.registration.at ?? intake.receivedAt, language),
  ],
  'documents-accepted-date': ({ intake, language }) => [formatMoment(intake.receivedAt, language)],
  'service-date': ({ plan, language, t }) => [
    plan?.due
      ? t('intake:receipt.due', { date: formatDate(plan.due, language) })
      : t('intake:receipt.dueByStandard'),
  ],
  'clerk-name': ({ intake }) => [surnameAndInitials(intake.clerk.name)],
  applicant: ({ intake }) => [applicantName(intake)],
  service: ({ regulation, language }) => [regulation.name[language]],
  'refusal-ground': ({ intake, language, t }) => {
    const law = refusalRule(doorOf(intake))?.law;
    const reasons = intake.state === 'refused' ? intake.reasons : [];
    return [
      ...reasons.map((reason) => t(`intake:receipt.reasons.${reason}`)),
      ...(law === undefined ? [] : [formatCitation(law, language)]),
    ];
  },
  'missing-documents': ({ intake, language, t }) => [
    ...papersFor(doorOf(intake)).flatMap(({ id, name }) => {
      const state = intake.papers[id];
      return state === 'absent' || state === 'expired'
        ? [`– ${name[language]}: ${t(`application:intake.states.${state}`).toLowerCase()}`]
        : [];
    }),
    ...(intake.missing === '' ? [] : intake.missing.split('\n').map((line) => `– ${line}`)),
  ],
};

/** The applicant's name as the register or the typed form has it. */
export function applicantName({ content }: Pick<EndedIntake, 'content'>): string {
  const { persons } = content.registers;
  const person = persons?.outcome === 'found' ? persons.data : content.answers.applicant?.byHand;
  return [person?.lastName, person?.firstName, person?.middleName].filter(Boolean).join(' ');
}

/** "ОМАРОВА САУЛЕ" as a coupon names a clerk: "ОМАРОВА С." */
export const surnameAndInitials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part, position) => (position === 0 ? part : `${part.charAt(0)}.`))
    .join(' ');

/** A name of the law as the beginning of a line. */
