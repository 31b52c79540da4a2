// The door of the law as data: procedures, the calendar and its deadlines, reference tables, numbers. README.md says how to add to it.
export type * from './regulation.ts';
export { dayFrom, dayOf, daysAfter, monthsAfter } from './calendar/days.ts';
export { titleOfPaper } from './title-of-paper.ts';
export { createRegistry, registry, regulationsOfOffice, type Registry } from './registry.ts';
export { checkRegulation, type RegulationProblem } from './check-regulation.ts';
export { fingerprintOf } from './fingerprint.ts';
export { complaintTerm } from './complaint-term.ts';
export { describeRegulation, type DescribedRegulation } from './describe-regulation.ts';
export { drawRegulation } from './draw-regulation.ts';

// A case on its road
export {
  beginCase,
  follow,
  mayApply,
  performOutcome,
  possibleOutcomes,
  reopenCase,
  stepOf,
  withdrawCase,
  type BeginProblem,
  type CaseFacts,
  type CasePosition,
  type MoveProblem,
} from './case-position.ts';

// Its clock
export {
  planDeadlines,
  type CaseEvents,
  type DeadlinePlan,
  type PlannedStep,
  type PlanProblem,
} from './plan-deadlines.ts';
export type { PlannedNotice } from './plan-notices.ts';
export { termShares, TERM_SHARES, type TermShare, type TermSharePercent } from './term-shares.ts';
export type { Binding, StepDeadline, WholeTermKind } from './term-clock.ts';
export {
  daysLeft,
  dueMoment,
  isWorkday,
  officeClock,
  registrationMoment,
  workdaysBetween,
  type TimeLeft,
} from './deadlines.ts';
export type { Arrival, OfficeClock } from './office-clock.ts';
export {
  explainDeadline,
  explainRegistration,
  explainSkipped,
  explainWholeTerm,
  formatTerm,
  formatTimeLeft,
} from './explain-deadline.ts';
export { hoursProfile, hoursProfiles, type HoursProfile, type HoursProfileId } from './office-hours.ts';
export { checkTimeZone, formatOfficeIso } from './office-time.ts';
export {
  calendarEndsIn,
  useCalendarYears,
  createWorkCalendar,
  workCalendar,
  type CalendarMissing,
  type NonWorkingDay,
  type OffReason,
  type WorkCalendar,
} from './calendar/work-calendar.ts';
export { calendarYears, type CalendarYear, type MovedDay } from './calendar/years.ts';

export { filingDeadline } from './filing-term.ts';

// Words of the law
export { LAW_LANGUAGES, type LawLanguage, type Text } from './vocabulary/text.ts';
export { acts, type ActId } from './vocabulary/acts.ts';
export {
  basisOf,
  formatBasis,
  formatCitation,
  formatPlace,
  isByReference,
  type Basis,
  type ByReference,
  type Citation,
} from './vocabulary/citation.ts';
export { actors, placeOf, places, type Actor, type Place } from './vocabulary/actors.ts';
export {
  categories,
  channels,
  decisions,
  grounds,
  type Category,
  type Channel,
  type Decision,
  type Ground,
} from './vocabulary/channels.ts';
export { statuses, type Status } from './vocabulary/statuses.ts';
export {
  hearingWays,
  journals,
  needs,
  paperFields,
  type HearingWay,
  type Journal,
  type Need,
  type PaperField,
  type PaperKind,
} from './vocabulary/papers.ts';
export {
  blockConditions,
  consents,
  formBlocks,
  type BlockCondition,
  type BlockId,
  type Consent,
} from './vocabulary/form-blocks.ts';

// Reference tables
export { officeBeside, officeOf, offices, officesOf, type Office } from './reference/offices.ts';
export {
  countsUntil,
  diseaseByCode,
  diseases,
  diseasesOn,
  excludedSentence,
  type Disease,
  type DiseaseStatus,
} from './reference/diseases.ts';
export {
  amounts,
  amountsFor,
  frequencies,
  sumOf,
  type AmountQuestion,
  type AmountRow,
  type Frequency,
} from './reference/amounts.ts';
export { indices, indicesOn, type IndexMissing, type IndexRow } from './reference/indices.ts';
export {
  excludedIncomeIsComplete,
  incomeTypes,
  incomeTypesOn,
  perCapitaIncome,
  quarterBefore,
  type IncomeType,
} from './reference/income-types.ts';
export { banks, type Bank } from './reference/banks.ts';
export { regionOf, regions, type Region } from './reference/regions.ts';
export { documentTypes, type DocumentType } from './reference/document-types.ts';
export { CONTACT_CENTRE, mobilePrefixes } from './reference/phone-prefixes.ts';

// Numbers
export {
  checkBin,
  checkDocumentNumber,
  checkIin,
  hintOfIin,
  type IdentityDocumentType,
  type IinHint,
  type NumberOptions,
  type NumberProblem,
} from './identifiers.ts';
export { checkIban, groupIban, maskIban, type CheckedIban, type IbanProblem } from './iban.ts';
export { normalisePhone, type PhoneProblem } from './phone.ts';
