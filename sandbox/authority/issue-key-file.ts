// Issues a key to a person, as a .p12 named and written as the national centre does.
import { z } from 'zod';
import { readCertificateFields } from '../../src/signature/portable/certificate-fields.ts';
import { buildCertificate } from './certificate-builder.ts';
import { keyIdentifier } from './extensions.ts';
import { register } from './hierarchy.ts';
import type { Hierarchies, Setting } from './hierarchy.ts';
import { writeKeyFile } from './key-file-writer.ts';
import { makeKeyPair } from './key-pair.ts';
import type { KeyPair } from './key-pair.ts';
import { personName } from './names.ts';
import { holderExtensions } from './profiles.ts';

const twelveDigits = z.string().regex(/^\d{12}$/, 'must be twelve digits');
const words = z.string().trim().min(1, 'must not be empty').max(120);

/** What is asked for; `days` may be past, so that expired and future certificates can be had. */
export const keyFileOrder = z.strictObject({
  algorithm: z.enum(['gost', 'rsa']).default('gost'),
  purpose: z.enum(['signing', 'authentication']).default('signing'),
  person: z.strictObject({
    iin: twelveDigits,
    surname: words,
    givenName: words,
    patronymic: words.optional(),
  }),
  organisation: z
    .strictObject({
      bin: twelveDigits,
      name: words,
      role: z.enum(['first-head', 'right-to-sign', 'finance', 'human-resources', 'employee']),
    })
    .optional(),
  password: z.string().min(1, 'must not be empty').max(100),
  /** The certificate begins that many days from now, and lasts so many. */
  startsInDays: z.number().int().min(-4000).max(4000).default(0),
  days: z.number().int().min(1).max(4000).default(365),
});

export type KeyFileOrder = z.input<typeof keyFileOrder>;

export interface IssuedKeyFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly certificate: Uint8Array;
  /** Hex digits. */
  readonly serial: string;
  readonly key: KeyPair;
}

const DAY = 86_400_000;
/** Clocks of processes differ a little: nobody shall find a new certificate not yet valid. */
const HEAD_START = 60_000;

/** Issues a key, enters it into the register, and gives the file. */
export async function issueKeyFile(
  order: KeyFileOrder,
  { store, clock, hierarchies }: Setting & { readonly hierarchies: Hierarchies },
): Promise<IssuedKeyFile> {
  const { algorithm, purpose, person, organisation, password, startsInDays, days } =
    keyFileOrder.parse(order);
  const { issuing } = hierarchies[algorithm];
  const key = makeKeyPair(algorithm === 'gost' ? 'gost512' : 'rsa2048');
  const start = clock.now().getTime() - HEAD_START + startsInDays * DAY;
  const certificate = await buildCertificate({
    subject: personName(person, organisation),
    publicKey: key.spki,
    issuer: { name: issuing.name, key: issuing.privateKey },
    notBefore: new Date(start),
    notAfter: new Date(start + days * DAY),
    extensions: holderExtensions({ spki: key.spki, algorithm, purpose, role: organisation?.role }, issuing),
  });
  const use = [IN_WORDS[purpose], IN_WORDS[algorithm], IN_WORDS[organisation?.role ?? 'individual']].join(
    ', ',
  );
  register(store, { certificate, issuer: issuing.id, use });
  const { serialNumber } = readCertificateFields(certificate);
  return {
    fileName: `${FILE_PREFIX[algorithm][purpose]}_${Buffer.from(keyIdentifier(key.spki)).toString('hex')}.p12`,
    bytes: writeKeyFile({ keys: [key], certificates: [certificate], password }),
    certificate,
    serial: Buffer.from(serialNumber).toString('hex'),
    key,
  };
}

/** For the page, which is in Russian. */
const IN_WORDS = {
  signing: 'для подписи',
  authentication: 'для входа',
  gost: 'ГОСТ',
  rsa: 'RSA',
  individual: 'физическое лицо',
  'first-head': 'первый руководитель',
  'right-to-sign': 'право подписи',
  finance: 'право подписи финансовых документов',
  'human-resources': 'отдел кадров',
  employee: 'сотрудник',
} as const;

const FILE_PREFIX = {
  gost: { signing: 'GOST512', authentication: 'AUTH_GOST512' },
  rsa: { signing: 'RSA256', authentication: 'AUTH_RSA256' },
} as const;
