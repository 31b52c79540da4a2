// A procedure in words, whole: the data by which the office runs, for whoever wants to read how the service works. Nothing is added; what
// the sources only refer to is marked as such.
import { formatTerm } from './explain-deadline.ts';
import { hoursProfile } from './office-hours.ts';
import type { Regulation, Span, Step, StepTerm, WholeTerms } from './regulation.ts';
import { canHappen, conditionsOf, titleOfActor } from './road-words.ts';
import { acts } from './vocabulary/acts.ts';
import { actors, places, type Place } from './vocabulary/actors.ts';
import { categories, channels, grounds } from './vocabulary/channels.ts';
import {
  basisOf,
  formatBasis,
  formatPlace,
  isByReference,
  type ByReference,
  type Citation,
} from './vocabulary/citation.ts';
import { titleOfPaper } from './title-of-paper.ts';
import { blockConditions, consents, formBlocks } from './vocabulary/form-blocks.ts';
import { journals, needs, paperFields } from './vocabulary/papers.ts';
import { statuses } from './vocabulary/statuses.ts';
import type { LawLanguage, Text } from './vocabulary/text.ts';

/** Where a value of the law stands. */
export interface PlaceInLaw {
  readonly text: string;
  /** How sure it is, in words; empty where it stands in a source document. */
  readonly mark: string;
  /** The sources name only this place; its text was not available. */
  readonly byReference: boolean;
}

/** A term in words; empty where the law gives none, or only refers to one. */
export interface TermInWords {
  readonly text: string;
  readonly law: PlaceInLaw;
}

/** The words of a language. */
interface Voice {
  readonly language: LawLanguage;
  readonly regulation: Regulation;
}

const beginning = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence as it goes on after a colon; an abbreviation stays as it is. */
const inside = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function lawIn({ language }: Voice, citation: Citation, byReference = false): PlaceInLaw {
  const place = citation.place === undefined ? '' : `, ${formatPlace(citation.place, language)}`;
  return {
    text: `${acts[citation.act].short[language]}${place}`,
    mark: formatBasis(basisOf(citation), language),
    byReference,
  };
}

function termIn(voice: Voice, term: StepTerm | ByReference | undefined, law: Citation): TermInWords {
  if (term === undefined) return { text: '', law: lawIn(voice, law) };
  return isByReference(term)
    ? { text: '', law: lawIn(voice, term.byReference, true) }
    : { text: formatTerm(term, voice.language), law: lawIn(voice, term.law ?? law) };
}

/** Something named, with its place. */
const said = (voice: Voice, text: Text, law: Citation, byReference = false) => ({
  text: beginning(text[voice.language]),
  law: lawIn(voice, law, byReference),
});

const numberOf = ({ regulation }: Voice, step: string): number =>
  regulation.steps.findIndex(({ id }) => id === step) + 1;

const stepLink = (voice: Voice, step: string) => ({
  id: step,
  number: numberOf(voice, step),
  name: voice.regulation.steps.find(({ id }) => id === step)?.name[voice.language] ?? step,
});

function wholeTerms(voice: Voice, { normal, extended, prolonging }: WholeTerms) {
  const own = { act: 'komek' } as const;
  return {
    normal: termIn(voice, normal, own),
    extended: extended && {
      ...termIn(voice, extended.term, own),
      reasons: extended.reasons.map(({ name, law }) => said(voice, name, law)),
    },
    prolonging: prolonging && {
      months: prolonging.maxMonths,
      notice: termIn(voice, prolonging.notice, own),
      law: lawIn(voice, prolonging.law),
    },
  };
}

function stepIn(voice: Voice, step: Step) {
  const { language, regulation } = voice;
  return {
    ...stepLink(voice, step.id),
    actor: beginning(titleOfActor(regulation, step.actor, language)),
    action: inside(step.action[language]),
    status: statuses[step.status][language],
    term: termIn(voice, step.term, step.law),
    journal: step.journal && journals[step.journal][language],
    law: lawIn(voice, step.law),
    outcomes: step.outcomes
      .filter((outcome) => canHappen(regulation, outcome))
      .map((outcome) => ({
        name: beginning(outcome.name[language]),
        when: conditionsOf(regulation, outcome, language),
        by: outcome.by && titleOfActor(regulation, outcome.by, language),
        needs: (outcome.needs ?? []).map((need) => needs[need][language]),
        papers: (outcome.papers ?? []).map((paper) => titleOfPaper(regulation, paper, language)),
        lengthens: outcome.extends === true,
        next:
          outcome.next === undefined
            ? undefined
            : {
                ...stepLink(voice, outcome.next),
                isBack: numberOf(voice, outcome.next) <= numberOf(voice, step.id),
              },
        end: regulation.ends.find(({ id }) => id === outcome.end)?.name[language],
        endId: outcome.end,
        law: outcome.law && lawIn(voice, outcome.law),
      })),
  };
}

const spanIn = (voice: Voice, span: Span) => ({
  name: beginning(span.name[voice.language]),
  steps: span.steps.map((step) => stepLink(voice, step)),
  when: conditionsOf(voice.regulation, span, voice.language),
  term: termIn(voice, span.term, span.term.law),
});

/** "08:30" of minutes after midnight. */
const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

function hoursIn(voice: Voice) {
  const span = (from: number, to: number): string => `${clockOf(from)}–${clockOf(to)}`;
  return Object.entries(voice.regulation.hours).map(([place, profile]) => {
    const { working, acceptance, law } = hoursProfile(profile);
    return {
      place: beginning(places[place as Place][voice.language]),
      working: span(working.opens, working.closes),
      lunch: span(working.lunchFrom, working.lunchTo),
      acceptance: span(acceptance.opens, acceptance.closes),
      law: lawIn(voice, law),
    };
  });
}

function complaintIn(voice: Voice) {
  const { complaint } = voice.regulation;
  return {
    procedure: complaint.procedure,
    addressees: complaint.addressees.map(({ name }) => name[voice.language]),
    subjects: complaint.subjects.map((subject) => beginning(subject[voice.language])),
    thenCourt: complaint.thenCourt,
    filing: complaint.filingMonths && {
      months: complaint.filingMonths.amount,
      law: lawIn(voice, complaint.filingMonths.law),
    },
    law: lawIn(voice, complaint.law),
  };
}

function papersIn(voice: Voice) {
  const { language, regulation } = voice;
  return regulation.papers.map(({ title, contents, signedBy, law }) => ({
    ...said(voice, title, law),
    contents: contents.map((field) => paperFields[field][language]),
    signedBy: signedBy && titleOfActor(regulation, signedBy, language),
  }));
}

function formsIn(voice: Voice) {
  const { language } = voice;
  return voice.regulation.forms.map((form) => ({
    ...said(voice, form.name, form.law),
    channels: form.channels.map((id) => channels[id][language]),
    blocks: form.blocks.map((block) =>
      typeof block === 'string'
        ? formBlocks[block][language]
        : `${formBlocks[block.block][language]} (${blockConditions[block.onlyIf][language]})`,
    ),
    consents: form.consents.map((consent) => consents[consent][language]),
  }));
}

function doorsIn(voice: Voice) {
  const { language, regulation } = voice;
  return {
    channels: regulation.channels.map(({ channel, who, start, confirmation, result, law }) => ({
      name: beginning(channels[channel][language]),
      who: who === 'everyone' ? [] : who.map((category) => categories[category][language]),
      start: stepLink(voice, start),
      confirmation: beginning(confirmation[language]),
      result: {
        by: titleOfActor(regulation, result.by, language),
        how: beginning(result.how[language]),
        form: result.form,
      },
      law: lawIn(voice, law),
    })),
    notThrough: regulation.notThrough.map(({ channel, law }) => said(voice, channels[channel], law)),
    grounds: regulation.grounds.map(({ id, law }) => said(voice, grounds[id], law)),
    documents: regulation.documents.map(({ name, brought, law, byReference, ...document }) => ({
      ...said(voice, name, law, byReference === true),
      brought,
      channels: document.channels.map((id) => channels[id][language]),
    })),
    forms: formsIn(voice),
  };
}

function peopleIn(voice: Voice) {
  const { language, regulation } = voice;
  return {
    actors: regulation.actors.map(({ title, law }) => said(voice, title, law)),
    commissions: regulation.commissions.map(({ actor, createdBy, quorum, law }) => ({
      ...said(voice, actors[actor], law),
      createdBy: createdBy[language],
      quorum: { share: `${quorum.numerator}/${quorum.denominator}`, law: lawIn(voice, quorum.law) },
    })),
    hours: hoursIn(voice),
  };
}

/** How a procedure works, in the words of one language, in the order in which a reader asks. */
export function describeRegulation(regulation: Regulation, language: LawLanguage) {
  const voice: Voice = { language, regulation };
  const { withdrawal, reopening, queue, force, serviceCode } = regulation;
  return {
    id: regulation.id,
    version: regulation.version,
    kind: regulation.kind,
    name: regulation.name[language],
    shortName: regulation.shortName[language],
    provider: regulation.provider[language],
    serviceForm: beginning(regulation.serviceForm[language]),
    result: beginning(regulation.result[language]),
    code: serviceCode && { value: serviceCode.value, mark: formatBasis(serviceCode.basis, language) },
    force: { from: force.from, until: force.until, law: lawIn(voice, force.law) },
    legalBasis: regulation.legalBasis.map((law) => lawIn(voice, law)),
    terms: wholeTerms(voice, regulation.terms),
    ...doorsIn(voice),
    ...peopleIn(voice),
    steps: regulation.steps.map((step) => stepIn(voice, step)),
    spans: regulation.spans.map((span) => spanIn(voice, span)),
    ends: regulation.ends.map(({ id, name, result, status }) => ({
      id,
      name: beginning(name[language]),
      status: statuses[status][language],
      result,
    })),
    papers: papersIn(voice),
    refusalGrounds: regulation.refusalGrounds.map(({ name, law, byReference, exceptions = [] }) => ({
      ...said(voice, name, law, byReference === true),
      exceptions: exceptions.map((exception) => exception[language]),
    })),
    withdrawal: withdrawal && {
      from: withdrawal.from.map((step) => stepLink(voice, step)),
      law: lawIn(voice, withdrawal.law),
    },
    reopening: reopening && { times: reopening.times, law: lawIn(voice, reopening.law) },
    complaint: complaintIn(voice),
    queue: isByReference(queue)
      ? { law: lawIn(voice, queue.byReference, true) }
      : { ...queue, law: lawIn(voice, queue.law) },
    portal: regulation.portal.map(({ name, action, law }) => ({
      ...said(voice, name, law),
      action: action[language],
    })),
    notes: regulation.notes.map(({ text, law }) => said(voice, text, law)),
  };
}

export type DescribedRegulation = ReturnType<typeof describeRegulation>;
