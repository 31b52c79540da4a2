// A procedure as data. A regulation is a literal without functions: the office engine interprets it and knows no service by name.
import type { Actor, Place } from './vocabulary/actors.ts';
import type { Category, Channel, Decision, Ground } from './vocabulary/channels.ts';
import type { Basis, ByReference, Citation } from './vocabulary/citation.ts';
import type { BlockCondition, BlockId, Consent } from './vocabulary/form-blocks.ts';
import type { Journal, Need, PaperField, PaperKind } from './vocabulary/papers.ts';
import type { Status } from './vocabulary/statuses.ts';
import type { Text } from './vocabulary/text.ts';
import type { HoursProfileId } from './office-hours.ts';

/** A date as people write it in files: "2026-04-07". */
export type LocalDate = string;

/**
 * In what a term is counted. SAME_WORKDAY is "within the working day of receipt": the close of the day on which it arrived.
 */
export type TermUnit = 'OFFICE_MINUTE' | 'OFFICE_HOUR' | 'SAME_WORKDAY' | 'WORKDAY' | 'CALENDAR_DAY';

/**
 * From which moment a term runs. PREVIOUS_STEP: the end of the step before. SUBMISSION and REGISTRATION: the moment at which
 * the application stands registered by the law (a clerk who is late moves nothing). DECISION, RECEIPT, REVIEW_OF_PROTOCOL: the
 * end of the step whose outcome `marks` it.
 */
export type TermBase =
  'PREVIOUS_STEP' | 'REGISTRATION' | 'SUBMISSION' | 'DECISION' | 'RECEIPT' | 'REVIEW_OF_PROTOCOL';

/** AT_MOST runs forward from its base; NOT_LATER_THAN_BEFORE must be done that long before it. */
export type TermKind = 'AT_MOST' | 'NOT_LATER_THAN_BEFORE';

export interface Term {
  readonly amount: number;
  readonly unit: TermUnit;
  readonly from: TermBase;
  readonly kind: TermKind;
  readonly law: Citation;
}

/** The term of a step; its place in the law is the step's own where none is named. */
export interface StepTerm extends Omit<Term, 'law'> {
  readonly law?: Citation;
}

/** What narrows an outcome or a paper to certain cases. A list that is left out narrows nothing. */
export interface When {
  readonly channels?: readonly Channel[];
  readonly grounds?: readonly Ground[];
  readonly decisions?: readonly Decision[];
  /** Whether the longer term already runs. */
  readonly extended?: boolean;
}

/** What an actor can do at a step, and where it leads: to a step (`next`) or to an end (`end`), never to both. */
export interface Outcome {
  readonly id: string;
  /** What stands on the button. */
  readonly name: Text;
  readonly next?: string;
  readonly end?: string;
  /** Another actor than the step's, e.g. the executor who notes that the applicant brought nothing. */
  readonly by?: Actor;
  readonly when?: When;
  readonly needs?: readonly Need[];
  readonly papers?: readonly string[];
  /** What the draft says from now on. */
  readonly decides?: Decision;
  /** The case runs on the longer whole term from now on. */
  readonly extends?: true;
  /** This moment becomes the base of later terms. */
  readonly marks?: 'DECISION' | 'RECEIPT' | 'REVIEW_OF_PROTOCOL';
  /** Where another place of the law than the step's is meant, or the portal decided. */
  readonly law?: Citation;
}

export interface Step {
  readonly id: string;
  readonly actor: Actor;
  readonly name: Text;
  /** What the actor does. */
  readonly action: Text;
  readonly status: Status;
  /** Left out where the law gives the step no term of its own. */
  readonly term?: StepTerm | ByReference;
  readonly journal?: Journal;
  readonly outcomes: readonly Outcome[];
  readonly law: Citation;
}

/** A term over several steps together, e.g. "the provider reviews: 7 working days" when an akim sent the papers. */
export interface Span {
  readonly id: string;
  readonly name: Text;
  readonly steps: readonly string[];
  readonly when?: When;
  readonly term: Term;
}

export interface End {
  readonly id: string;
  readonly name: Text;
  readonly status: Status;
  readonly result: 'positive' | 'negative' | 'neutral';
}

export interface Paper {
  readonly id: string;
  readonly kind: PaperKind;
  readonly title: Text;
  readonly contents: readonly PaperField[];
  /** Whose digital signature it carries; papers without one are printed. */
  readonly signedBy?: Actor;
  readonly law: Citation;
}

export interface ChannelRule {
  readonly channel: Channel;
  /** The step at which a case that came by this channel begins. */
  readonly start: string;
  readonly who: 'everyone' | readonly Category[];
  readonly result: { readonly by: Actor; readonly form: 'paper' | 'electronic'; readonly how: Text };
  readonly confirmation: Text;
  readonly law: Citation;
}

export interface ApplicationForm {
  readonly edition: string;
  readonly name: Text;
  readonly channels: readonly Channel[];
  readonly blocks: readonly (BlockId | { readonly block: BlockId; readonly onlyIf: BlockCondition })[];
  readonly consents: readonly Consent[];
  /** Whether what the registers answered is signed together with the answers. */
  readonly signsRegisters: boolean;
  readonly law: Citation;
}

export interface RequiredDocument {
  readonly id: string;
  readonly name: Text;
  readonly channels: readonly Channel[];
  /** `register`: the state's registers answer it and nobody brings it unless they cannot. */
  readonly brought: 'paper' | 'attachment' | 'register';
  readonly law: Citation;
  /** The list stands in a text that was not available; an officer names the document in words. */
  readonly byReference?: true;
}

export interface RefusalGround {
  readonly id: string;
  readonly name: Text;
  readonly exceptions?: readonly Text[];
  readonly law: Citation;
  /** The list stands in a text that was not available; the officer cites the ground in words. */
  readonly byReference?: true;
}

export interface WholeTerms {
  readonly normal: Term | ByReference;
  readonly extended?: {
    readonly term: Term;
    readonly reasons: readonly { readonly id: string; readonly name: Text; readonly law: Citation }[];
  };
  /** The head may prolong by a reasoned decision, of which the applicant is told. */
  readonly prolonging?: {
    readonly maxMonths: number;
    /** Within what the applicant is told, counted from the decision to prolong. */
    readonly notice: Term;
    readonly paper: string;
    readonly law: Citation;
  };
}

export interface PortalStage {
  readonly id: string;
  readonly kind: 'action' | 'process' | 'condition';
  readonly name: Text;
  readonly action: Text;
  /** Where a condition leads when it is not met. */
  readonly fails?: string;
  readonly endsAs?: Status;
  readonly law: Citation;
}

export interface ComplaintRoute {
  /** The id of the complaint procedure; left out where only a court is left. */
  readonly procedure?: string;
  readonly addressees: readonly { readonly to: Actor; readonly name: Text }[];
  readonly subjects: readonly Text[];
  readonly thenCourt: boolean;
  readonly filingMonths?: { readonly amount: number; readonly law: Citation };
  readonly law: Citation;
}

export interface Commission {
  readonly actor: Actor;
  readonly createdBy: Text;
  /** The share of members who must be present. */
  readonly quorum: { readonly numerator: number; readonly denominator: number; readonly law: Citation };
  readonly law: Citation;
}

export interface Regulation {
  readonly id: string;
  readonly version: number;
  readonly kind: 'service' | 'complaint';
  /** The code of the service on the national portal. */
  readonly serviceCode?: { readonly value: string; readonly basis: Basis };
  readonly name: Text;
  readonly shortName: Text;
  readonly force: { readonly from: LocalDate; readonly until?: LocalDate; readonly law: Citation };
  readonly legalBasis: readonly Citation[];
  readonly provider: Text;
  /** In what form the service is given, e.g. "electronic (partly automated) and (or) on paper". */
  readonly serviceForm: Text;
  readonly result: Text;
  readonly channels: readonly ChannelRule[];
  /** Doors that the act itself shuts. */
  readonly notThrough: readonly { readonly channel: Channel; readonly law: Citation }[];
  readonly grounds: readonly { readonly id: Ground; readonly law: Citation }[];
  readonly forms: readonly ApplicationForm[];
  readonly documents: readonly RequiredDocument[];
  readonly actors: readonly { readonly id: Actor; readonly title: Text; readonly law: Citation }[];
  readonly commissions: readonly Commission[];
  readonly terms: WholeTerms;
  readonly spans: readonly Span[];
  readonly steps: readonly Step[];
  readonly ends: readonly End[];
  readonly papers: readonly Paper[];
  readonly refusalGrounds: readonly RefusalGround[];
  /** The applicant may take the application back while the case stands at one of these steps. */
  readonly withdrawal?: { readonly from: readonly string[]; readonly end: string; readonly law: Citation };
  /** A case that came to one of these ends may be taken up again, from the first step of its channel. */
  readonly reopening?: { readonly from: readonly string[]; readonly times: number; readonly law: Citation };
  readonly complaint: ComplaintRoute;
  readonly hours: Readonly<Partial<Record<Place, HoursProfileId>>>;
  readonly queue: QueueLimits | ByReference;
  readonly portal: readonly PortalStage[];
  /** What a reader must know: conflicts of the sources and how they were settled, duties outside the steps. */
  readonly notes: readonly { readonly text: Text; readonly law: Citation }[];
}

export interface QueueLimits {
  readonly waitingMinutes: number;
  readonly serviceMinutes: number;
  /** The waiting time is that many minutes for each person in the queue. */
  readonly perPersonInQueue?: true;
  readonly law: Citation;
}
