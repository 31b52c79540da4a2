// The module kz.gov.pki.knca.basics: the method `sign` with the format `cms`, as sites use it today.
import { z } from 'zod';
import { fromBase64, writeArmour } from '../../src/signature/portable/armour.ts';
import { signCades } from '../../src/signature/portable/cades.ts';
import { inWords } from '../bad-input.ts';
import type { SigningDesk } from './protocol.ts';
import { timeStamper } from './time-stamp-client.ts';

const MOST_DOCUMENTS = 100;
const optionalText = z.string().nullish();

const signArguments = z.looseObject({
  allowedStorages: z.array(z.string()).nullish(),
  format: z.string(),
  data: z.union([z.string(), z.array(z.string()).min(1).max(MOST_DOCUMENTS)]),
  signingParams: z
    .looseObject({
      decode: z.boolean().nullish(),
      encapsulate: z.boolean().nullish(),
      digested: z.boolean().nullish(),
      tsaProfile: z.looseObject({}).nullish(),
      allowExpired: z.boolean().nullish(),
    })
    .nullish(),
  signerParams: z
    .looseObject({
      extKeyUsageOids: z.array(z.string()).nullish(),
      iin: optionalText,
      bin: optionalText,
      serialNumber: optionalText,
    })
    .nullish(),
});

type SignArguments = z.infer<typeof signArguments>;

export type BasicsAnswer =
  | { readonly status: true; readonly body: { readonly result?: readonly string[] } }
  | { readonly status: false; readonly code: string; readonly message: string; readonly details: string };

const failure = (code: string, message: string, details = ''): BasicsAnswer => ({
  status: false,
  code,
  message,
  details,
});

/** Answers a request to the module; `undefined` when the person does nothing at all. */
export async function answerBasics(
  request: { readonly method?: unknown; readonly args?: unknown },
  desk: SigningDesk,
): Promise<BasicsAnswer | undefined> {
  if (request.method !== 'sign') return failure('INVOCATION_ERROR', 'There is no such method.');
  const args = signArguments.safeParse(request.args);
  if (!args.success)
    return failure('INVALID_SIGNING_PARAMS', 'The arguments do not fit.', inWords(args.error));
  switch (desk.ring.behaviour) {
    case 'silent':
      return undefined;
    case 'cancel':
      return { status: true, body: {} };
    case 'fail':
      return failure('GENERAL_ERROR', 'The stand-in was told to fail.');
    case 'sign':
      return sign(args.data, desk);
  }
}

async function sign(args: SignArguments, desk: SigningDesk): Promise<BasicsAnswer> {
  const { format, data, signingParams, signerParams } = args;
  if (format !== 'cms') return failure('INVALID_SIGNING_PARAMS', `The stand-in does not sign as ${format}.`);
  if (args.allowedStorages && !args.allowedStorages.includes('PKCS12'))
    return failure('INVALID_SIGNING_PARAMS', 'The stand-in has key files only.');
  const key = desk.ring.find({
    purposes: signerParams?.extKeyUsageOids ?? [],
    iin: signerParams?.iin ?? undefined,
    bin: signerParams?.bin ?? undefined,
    serialNumber: signerParams?.serialNumber ?? undefined,
  });
  if (!key) return failure('SIGNING_FAILURE', 'No opened key is what the site asks for.');
  const now = desk.clock.now();
  const outOfDate = now < key.subject.notBefore || now > key.subject.notAfter;
  if (outOfDate && !signingParams?.allowExpired)
    return failure('SIGNING_FAILURE', 'The certificate of the key is out of date.');
  if (signingParams?.tsaProfile && !desk.timeStamping)
    return failure('SIGNING_FAILURE', 'The stand-in knows no time-stamping authority.');
  const stamper =
    signingParams?.tsaProfile && desk.timeStamping
      ? { timeStamp: timeStamper(desk.timeStamping, key.privateKey) }
      : {};
  const result: string[] = [];
  for (const document of Array.isArray(data) ? data : [data]) {
    const bytes = signingParams?.decode ? fromBase64(document) : new TextEncoder().encode(document);
    if (!bytes) return failure('INVALID_SIGNING_PARAMS', 'The data are not base64.');
    const signature = await signCades({
      content: signingParams?.digested ? { digest: bytes } : bytes,
      key: key.privateKey,
      certificate: key.certificate,
      signingTime: now,
      detached: signingParams?.encapsulate !== true,
      ...stamper,
    }).catch((error: unknown) => failure('SIGNING_FAILURE', 'Signing failed.', String(error)));
    if (!(signature instanceof Uint8Array)) return signature;
    result.push(writeArmour(signature));
  }
  return { status: true, body: { result } };
}
