// The shape of a regulation, checked strictly: a key that nobody knows is refused, a text without its three languages too.
import { z } from 'zod';
import { ok, refuse, type Result } from '../platform/result.ts';
import { hoursProfiles } from './office-hours.ts';
import type { Regulation } from './regulation.ts';
import { actors, places } from './vocabulary/actors.ts';
import { acts } from './vocabulary/acts.ts';
import { categories, channels, decisions, grounds } from './vocabulary/channels.ts';
import { placePattern } from './vocabulary/citation.ts';
import { blockConditions, consents, formBlocks } from './vocabulary/form-blocks.ts';
import { journals, needs, paperFields, paperKinds } from './vocabulary/papers.ts';
import { statuses } from './vocabulary/statuses.ts';

const oneOf = <Key extends string>(names: Readonly<Record<Key, unknown>>) =>
  z.enum(Object.keys(names) as [Key, ...Key[]]);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.exactOptional(schema);
const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly();

const words = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const localDate = z.iso.date();
const actor = oneOf(actors);
const channel = oneOf(channels);
const text = z.strictObject({ kk: words, ru: words, en: words });
const law = z.strictObject({
  act: oneOf(acts),
  place: optional(z.string().regex(placePattern)),
  basis: optional(z.enum(['found', 'inferred', 'recalled'])),
});
const byReference = z.strictObject({ byReference: law });

const term = z.strictObject({
  amount: z.int().positive(),
  unit: z.enum(['OFFICE_MINUTE', 'OFFICE_HOUR', 'SAME_WORKDAY', 'WORKDAY', 'CALENDAR_DAY']),
  from: z.enum(['PREVIOUS_STEP', 'REGISTRATION', 'SUBMISSION', 'DECISION', 'RECEIPT', 'REVIEW_OF_PROTOCOL']),
  kind: z.enum(['AT_MOST', 'NOT_LATER_THAN_BEFORE']),
  law,
});

const stepTerm = z.strictObject({ ...term.shape, law: optional(law) });

const when = z.strictObject({
  channels: optional(list(channel)),
  grounds: optional(list(oneOf(grounds))),
  decisions: optional(list(oneOf(decisions))),
  extended: optional(z.boolean()),
});

const outcome = z.strictObject({
  id,
  name: text,
  next: optional(id),
  end: optional(id),
  by: optional(actor),
  when: optional(when),
  needs: optional(list(oneOf(needs))),
  papers: optional(list(id)),
  decides: optional(oneOf(decisions)),
  extends: optional(z.literal(true)),
  marks: optional(z.enum(['DECISION', 'RECEIPT', 'REVIEW_OF_PROTOCOL'])),
  law: optional(law),
});

const step = z.strictObject({
  id,
  actor,
  name: text,
  action: text,
  status: oneOf(statuses),
  term: optional(z.union([stepTerm, byReference])),
  journal: optional(oneOf(journals)),
  outcomes: list(outcome),
  law,
});

const channelRule = z.strictObject({
  channel,
  start: id,
  who: z.union([z.literal('everyone'), list(oneOf(categories))]),
  result: z.strictObject({ by: actor, form: z.enum(['paper', 'electronic']), how: text }),
  confirmation: text,
  law,
});

const block = oneOf(formBlocks);
const form = z.strictObject({
  edition: id,
  name: text,
  channels: list(channel),
  blocks: list(z.union([block, z.strictObject({ block, onlyIf: oneOf(blockConditions) })])),
  consents: list(oneOf(consents)),
  signsRegisters: z.boolean(),
  law,
});

const requiredDocument = z.strictObject({
  id,
  name: text,
  channels: list(channel),
  brought: z.enum(['paper', 'attachment', 'register']),
  law,
  byReference: optional(z.literal(true)),
});

const refusalGround = z.strictObject({
  id,
  name: text,
  exceptions: optional(list(text)),
  law,
  byReference: optional(z.literal(true)),
});

const wholeTerms = z.strictObject({
  normal: z.union([term, byReference]),
  extended: optional(z.strictObject({ term, reasons: list(z.strictObject({ id, name: text, law })) })),
  prolonging: optional(z.strictObject({ maxMonths: z.int().positive(), notice: term, paper: id, law })),
});

const portalStage = z.strictObject({
  id,
  kind: z.enum(['action', 'process', 'condition']),
  name: text,
  action: text,
  fails: optional(id),
  endsAs: optional(oneOf(statuses)),
  law,
});

const complaintRoute = z.strictObject({
  procedure: optional(id),
  addressees: list(z.strictObject({ to: actor, name: text })),
  subjects: list(text),
  thenCourt: z.boolean(),
  filingMonths: optional(z.strictObject({ amount: z.int().positive(), law })),
  law,
});

const minutes = z.int().positive();

const regulationSchema = z.strictObject({
  id,
  version: z.int().positive(),
  kind: z.enum(['service', 'complaint']),
  serviceCode: optional(
    z.strictObject({ value: words, basis: z.enum(['source', 'found', 'inferred', 'recalled']) }),
  ),
  name: text,
  shortName: text,
  force: z.strictObject({ from: localDate, until: optional(localDate), law }),
  legalBasis: list(law),
  provider: text,
  serviceForm: text,
  result: text,
  channels: list(channelRule),
  notThrough: list(z.strictObject({ channel, law })),
  grounds: list(z.strictObject({ id: oneOf(grounds), law })),
  forms: list(form),
  documents: list(requiredDocument),
  actors: list(z.strictObject({ id: actor, title: text, law })),
  commissions: list(
    z.strictObject({
      actor,
      createdBy: text,
      quorum: z.strictObject({ numerator: minutes, denominator: minutes, law }),
      law,
    }),
  ),
  terms: wholeTerms,
  spans: list(z.strictObject({ id, name: text, steps: list(id), when: optional(when), term })),
  steps: list(step),
  ends: list(
    z.strictObject({
      id,
      name: text,
      status: oneOf(statuses),
      result: z.enum(['positive', 'negative', 'neutral']),
    }),
  ),
  papers: list(
    z.strictObject({
      id,
      kind: z.enum(paperKinds),
      title: text,
      contents: list(oneOf(paperFields)),
      signedBy: optional(actor),
      law,
    }),
  ),
  refusalGrounds: list(refusalGround),
  withdrawal: optional(z.strictObject({ from: list(id), end: id, law })),
  reopening: optional(z.strictObject({ from: list(id), times: z.int().positive(), law })),
  complaint: complaintRoute,
  hours: z.partialRecord(oneOf(places), oneOf(hoursProfiles)).readonly(),
  queue: z.union([
    z.strictObject({
      waitingMinutes: minutes,
      serviceMinutes: minutes,
      perPersonInQueue: optional(z.literal(true)),
      law,
    }),
    byReference,
  ]),
  portal: list(portalStage),
  notes: list(z.strictObject({ text, law })),
});

/**
 * Reads a regulation that came from outside the type checker.
 * @returns the regulation, or one sentence that lists what is wrong with its shape
 */
export function parseRegulation(value: unknown): Result<Regulation, string> {
  const parsed = regulationSchema.safeParse(value);
  return parsed.success ? ok<Regulation>(parsed.data) : refuse(z.prettifyError(parsed.error));
}
