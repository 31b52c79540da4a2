// The answers of the form of Appendix 2 (law/domain: B7), block by block, as they are stored and signed.
import type { Category, Ground } from '../regulations/index.ts';

export interface HeaderAnswers {
  /** Language of letters and messages. */
  readonly language: 'kk' | 'ru';
  readonly submittedBy: 'self' | 'family' | 'representative';
}

/** Written by hand where the register of persons did not answer. */
export interface ApplicantByHand {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly birthDate: string;
  readonly documentNumber: string;
}

export interface ApplicantAnswers {
  readonly byHand: ApplicantByHand | null;
  /** What the person says is wrong in the register. */
  readonly remark: string;
}

export const BASES = ['power-of-attorney', 'guardianship', 'trusteeship', 'parent'] as const;

export interface RepresentativeAnswers {
  /** Who applies, and on the portal signs. */
  readonly representative: { readonly iin: string; readonly name: string };
  /** For whom; the name stands in the block of the applicant. */
  readonly represented: { readonly iin: string };
  readonly basis: (typeof BASES)[number];
  readonly documentNumber: string;
  readonly documentDate: string;
}

export interface ResidenceAnswers {
  /** The registered address, written by hand where the register did not answer. */
  readonly byHand: string | null;
  readonly actualSame: boolean;
  /** Where the person lives, if not at the registered address. */
  readonly actual: string;
}

export interface ContactAnswers {
  readonly mobilePhone: string;
  /** Whether the number is the one of the mobile citizens base: only then messages reach it for sure. */
  readonly inMobileBase: boolean;
  readonly homePhone: string;
  readonly email: string;
}

export interface CategoryAnswers {
  readonly categories: readonly Category[];
  /** Whether the registers confirmed the categories; if not, an officer checks the attached paper. */
  readonly confirmedBy: 'registers' | 'applicant';
  /** Null where the procedure knows no grounds. */
  readonly ground: Ground | null;
  readonly eventDate: string | null;
  readonly situation: string;
}

/** One line of a list that a person puts together: somebody of the family, an income, a thing owned. */
export interface Entry {
  readonly id: string;
}

export interface ListAnswers<Line extends Entry> {
  readonly entries: readonly Line[];
  /** The person said that nothing is missing, also when the list is empty. */
  readonly whole: boolean;
}

export const RELATIONS = [
  'spouse',
  'child',
  'parent',
  'sibling',
  'grandparent',
  'grandchild',
  'other',
] as const;
export const OCCUPATIONS = ['works', 'studies', 'preschool', 'pension', 'cares', 'jobless', 'other'] as const;

export interface FamilyMember extends Entry {
  /** Empty where it was typed from a paper that does not ask for it. */
  readonly iin: string;
  readonly name: string;
  readonly relation: (typeof RELATIONS)[number];
  /** "2015-04-07", or the year alone, as the paper form asks. */
  readonly birthDate: string;
  readonly occupation: (typeof OCCUPATIONS)[number];
  readonly disabled: boolean;
  readonly note: string;
}

export interface Income extends Entry {
  /** Whose it is: "applicant", or the id of an entry of the family. */
  readonly person: string;
  /** A row of the table of incomes, which also says whether it counts. */
  readonly kind: string;
  /** The first day of the quarter that these are the months of. */
  readonly quarter: string;
  /** Whole tenge. */
  readonly months: readonly [number, number, number];
  readonly source: string;
}

export const PROPERTY_KINDS = ['housing', 'land', 'vehicle', 'household-farm', 'other'] as const;

export interface Property extends Entry {
  /** Whose it is: "applicant", or the id of an entry of the family. */
  readonly person: string;
  readonly kind: (typeof PROPERTY_KINDS)[number];
  readonly details: string;
}

export interface BankAnswers {
  readonly iban: string;
  /** The three digits of the bank; its name stands in the table of banks. */
  readonly bankCode: string;
  readonly bic: string;
  readonly ownAccount: true;
}

export interface ConsentAnswer {
  readonly id: string;
  /** Which of its sentences was agreed to; left out in answers from before there were several. */
  readonly wording?: string;
  readonly version: string;
  readonly language: 'kk' | 'ru';
  /** SHA-256 (hex) of the sentence that was agreed to. */
  readonly sha256: string;
}

export interface ConsentAnswers {
  readonly given: readonly ConsentAnswer[];
}

/** Blocks answered so far. */
export interface Answers {
  readonly header?: HeaderAnswers;
  readonly applicant?: ApplicantAnswers;
  readonly representative?: RepresentativeAnswers;
  readonly residence?: ResidenceAnswers;
  readonly contacts?: ContactAnswers;
  readonly category?: CategoryAnswers;
  readonly family?: ListAnswers<FamilyMember>;
  readonly income?: ListAnswers<Income>;
  readonly property?: ListAnswers<Property>;
  readonly bank?: BankAnswers;
  readonly consents?: ConsentAnswers;
}
