// What the state registers answer. Every answer says which system gave it, to which request and when: that is part of what is signed.
import { z } from 'zod';

/** The systems the portal asks, with their official names in texts (registers:systems). */
export const SYSTEMS = ['persons', 'disability', 'disease', 'mobile'] as const;
export type SystemId = (typeof SYSTEMS)[number];

interface Asked {
  readonly system: SystemId;
  /** UUID of the request in both systems' journals. */
  readonly requestId: string;
  /** ISO moment of the answer, or of the attempt when there was none. */
  readonly at: string;
}

export type RegisterAnswer<T> =
  | (Asked & { readonly outcome: 'found'; readonly data: T })
  /** The register answered that it knows nothing. */
  | (Asked & { readonly outcome: 'nothing' })
  /** The register did not answer in time, or not understandably: the form goes on by hand. */
  | (Asked & { readonly outcome: 'unavailable' });

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const iin = z.string().regex(/^\d{12}$/);
/** A dictionary value: the registers are bilingual by design. */
const named = z.object({ code: z.string().max(40), kk: z.string().max(300), ru: z.string().max(300) });
const personName = {
  lastName: z.string().max(100),
  firstName: z.string().max(100),
  middleName: z.string().max(100).default(''),
};

export const personSchema = z.object({
  iin,
  ...personName,
  birthDate: isoDate,
  gender: z.enum(['male', 'female']),
  citizenship: named,
  /** '0' is «Нормальный»; anything else stops the application. */
  lifeStatus: z.string().max(10),
  capable: z.boolean(),
  documents: z
    .array(
      z.object({
        kind: named,
        number: z.string().max(30),
        issuedOn: isoDate,
        expiresOn: isoDate.nullable(),
        issuer: named,
        /** The current document is chosen by this status, never by its place in the list. */
        status: z.enum(['valid', 'replaced', 'unfit']),
      }),
    )
    .max(50),
  address: z
    .object({
      region: named,
      district: named,
      settlement: z.object({ kk: z.string().max(200), ru: z.string().max(200) }),
      street: z.object({ kk: z.string().max(200), ru: z.string().max(200) }),
      house: z.string().max(20),
      flat: z.string().max(20).default(''),
      addressCode: z.string().max(20),
      registeredOn: isoDate,
      status: z.enum(['registered', 'removed']),
    })
    .nullable(),
});
export type Person = z.infer<typeof personSchema>;

const disabilityState = z.object({
  group: z.enum(['I', 'II', 'III', 'child']),
  cause: named,
  from: isoDate,
  /** null: without a time limit. */
  to: isoDate.nullable(),
  documentNumber: z.string().max(40),
});
export const disabilitySchema = z.object({
  own: disabilityState.nullable(),
  /** Children with a disability whose legal representative the person is. */
  children: z.array(z.object({ iin, ...personName, birthDate: isoDate, state: disabilityState })).max(30),
});
export type Disability = z.infer<typeof disabilitySchema>;

export const diseaseSchema = z.object({
  entries: z
    .array(
      z.object({
        icd10: z.string().regex(/^[A-Z]\d{2}(\.\d{1,2})?$/),
        name: z.object({ kk: z.string().max(300), ru: z.string().max(300) }),
        from: isoDate,
        to: isoDate.nullable(),
        organisation: z.object({ kk: z.string().max(300), ru: z.string().max(300) }),
        documentNumber: z.string().max(40),
        documentDate: isoDate,
      }),
    )
    .max(50),
});
export type Disease = z.infer<typeof diseaseSchema>;

export const phoneSchema = z.object({ phone: z.string().regex(/^\+7\d{10}$/) });
export type RegisteredPhone = z.infer<typeof phoneSchema>;
