// What a paper of the office says, in both languages. Which fields it must show stands in the regulation; this is how each is filled.
import { pinnedRegulation, type Submitted, type Withdrawn } from '../application/index.ts';
import { formatDate, formatMoment, formatMoney, upperFirst } from '../http/format.ts';
import type { Language, Translate } from '../http/texts.ts';
import { clockOf, type OfficeCase } from '../office/index.ts';
import { commissionValues } from './commission-content.ts';
import {
  complaintTerm,
  decisions,
  formatCitation,
  formatTerm,
  grounds,
  isByReference,
  maskIban,
  paperFields,
  type PaperField,
  type Regulation,
} from '../regulations/index.ts';

export interface PaperLine {
  readonly label: string;
  readonly lines: readonly string[];
}

/** One language of a paper. */
export interface PaperText {
  readonly language: Language;
  readonly body: string;
  readonly title: string;
  readonly opening: string;
  readonly lines: readonly PaperLine[];
  readonly closing: readonly string[];
}

export interface PaperContent {
  readonly paper: string;
  readonly number: string;
  readonly date: Date;
  /** What the QR code opens; a paper of the desk, which nobody signs, has none. */
  readonly verifyUrl?: string;
  readonly texts: readonly PaperText[];
}

export interface PaperSource {
  readonly officeCase: OfficeCase;
  readonly application: Submitted | Withdrawn;
  readonly paper: string;
  readonly number: string;
  readonly date: Date;
}

/** @param voices the voice of each language, Kazakh first */
export function paperContent(
  source: PaperSource,
  voices: Readonly<Record<Language, Translate>>,
): PaperContent {
  const { paper, number, date } = source;
  return {
    paper,
    number,
    date,
    texts: (['kk', 'ru'] as const).map((language) => textIn(language, voices[language], source)),
  };
}

function textIn(language: Language, t: Translate, source: PaperSource): PaperText {
  const regulation = pinnedRegulation(source.officeCase.regulation);
  const described = regulation.papers.find(({ id }) => id === source.paper);
  if (described === undefined) throw new Error(`${regulation.id} has no paper ${source.paper}`);
  const lines = described.contents.flatMap((field) => {
    const value = values[field]?.({ ...source, regulation, language, t });
    return value === undefined || value.length === 0
      ? []
      : [{ label: upperFirst(paperFields[field][language]), lines: value }];
  });
  return {
    language,
    body: regulation.provider[language],
    title: described.title[language],
    opening: t(`notification:openings.${source.paper}`, {
      name: source.officeCase.applicant.name,
      number: source.officeCase.number,
    }),
    lines,
    closing: [
      ...(described.contents.includes('complaint-rights') ? [rightsIn(regulation, language, t)] : []),
      t('notification:signed'),
    ],
  };
}

/** To whom one may complain, within what it is considered, and what is left after that; as the procedure says. */
function rightsIn(regulation: Regulation, language: Language, t: Translate): string {
  const { addressees, thenCourt } = regulation.complaint;
  const term = complaintTerm(regulation, language);
  return [
    ...(addressees.length === 0
      ? []
      : [
          t('notification:complaint', {
            addressees: addressees.map(({ name }) => name[language]).join(', '),
          }),
        ]),
    ...(term === '' ? [] : [t('notification:complaintTerm', { term })]),
    ...(thenCourt ? [t('notification:court')] : []),
  ].join(' ');
}

export interface Facts extends PaperSource {
  readonly regulation: Regulation;
  readonly language: Language;
  readonly t: Translate;
}

/** How a field is filled. Number, date and body stand in the head of the sheet; rights and signature in its closing words. */
const values: Partial<Record<PaperField, (facts: Facts) => readonly string[] | undefined>> = {
  applicant: ({ officeCase }) => [officeCase.applicant.name],
  service: ({ regulation, language }) => [regulation.name[language]],
  'legal-basis': ({ regulation, language }) =>
    regulation.legalBasis.slice(0, 2).map((law) => formatCitation(law, language)),
  ground: ({ officeCase, language }) => {
    const { ground } = officeCase.position.facts;
    return ground === undefined ? undefined : [upperFirst(grounds[ground][language])];
  },
  amount: ({ officeCase, language }) =>
    officeCase.draft.amount === undefined
      ? undefined
      : [formatMoney(officeCase.draft.amount.tenge, language)],
  calculation: ({ officeCase, language, t }) => {
    const { amount } = officeCase.draft;
    if (amount === undefined) return undefined;
    const { calculation, correction } = amount;
    const corrected =
      correction &&
      t('notification:corrected', {
        from: formatMoney(correction.from, language),
        reason: correction.reason,
      });
    return [calculation[language], corrected ?? ''].filter((line) => line !== '');
  },
  frequency: ({ officeCase, language }) =>
    officeCase.draft.amount === undefined ? undefined : [officeCase.draft.amount.frequency[language]],
  'masked-account': ({ application }) => {
    const iban = application.content.answers.bank?.iban;
    return iban === undefined ? undefined : [maskIban(iban)];
  },
  'refusal-ground': ({ officeCase, regulation, language }) => {
    const given = officeCase.draft.refusalGround;
    const ground = regulation.refusalGrounds.find(({ id }) => id === given?.id);
    return given === undefined || ground === undefined
      ? undefined
      : [upperFirst(ground.name[language]), given.explanation, formatCitation(ground.law, language)];
  },
  'missing-documents': ({ officeCase }) => officeCase.draft.missingDocuments?.map((one) => `– ${one}`),
  'term-explanation': ({ officeCase, regulation, language, t }) => {
    const plan = clockOf(regulation, officeCase);
    return [
      ...(plan.due === null
        ? []
        : [
            t('notification:term', {
              date: formatDate(plan.due, language),
              term: isByReference(plan.wholeTerm) ? '' : formatTerm(plan.wholeTerm, language),
            }),
          ]),
      t('notification:submitted', { moment: formatMoment(officeCase.submittedAt, language) }),
    ];
  },
  'recipient-status': ({ officeCase, language }) => {
    const { decision } = officeCase.position.facts;
    return decision === undefined ? undefined : [upperFirst(decisions[decision][language])];
  },
  ...commissionValues,
  contact: ({ t }) => [t('notification:contact')],
};
