// The module kz.gov.pki.knca.commonUtils, which older sites still use: CAdES over base64, the list of tokens, facts about a key.
import { fromBase64, toBase64, writeArmour } from '../../src/signature/portable/armour.ts';
import { signCades } from '../../src/signature/portable/cades.ts';
import { readCertificateFields } from '../../src/signature/portable/certificate-fields.ts';
import type { KeyFile } from '../../src/signature/portable/key-file.ts';
import type { SigningDesk } from './protocol.ts';
import { timeStamper } from './time-stamp-client.ts';

export interface CommonUtilsAnswer {
  readonly code: '200' | '500';
  readonly responseObject?: unknown;
  readonly message?: string;
  /** Of the request, if it had one. */
  readonly uuid?: unknown;
}

const done = (responseObject: unknown): CommonUtilsAnswer => ({ code: '200', responseObject });
const failed = (message: string): CommonUtilsAnswer => ({ code: '500', message });

/** Answers a request to the module; `undefined` when the person does nothing at all. */
export async function answerCommonUtils(
  request: { readonly method?: unknown; readonly args?: unknown; readonly uuid?: unknown },
  desk: SigningDesk,
): Promise<CommonUtilsAnswer | undefined> {
  const args = Array.isArray(request.args) ? (request.args as unknown[]) : [];
  const answer = await dispatch(request.method, args, desk);
  return answer && request.uuid !== undefined ? { ...answer, uuid: request.uuid } : answer;
}

async function dispatch(
  method: unknown,
  args: readonly unknown[],
  desk: SigningDesk,
): Promise<CommonUtilsAnswer | undefined> {
  switch (method) {
    case 'getActiveTokens':
      return done([]);
    case 'changeLocale':
      return done(args[0]);
    case 'getKeyInfo':
      return withPerson(desk, undefined, (key) => Promise.resolve(done(keyInfo(key))));
    case 'createCAdESFromBase64':
    case 'createCMSSignatureFromBase64':
    case 'createCAdESFromBase64Hash': {
      const [storage, keyType, data, attach] = args;
      if (storage !== 'PKCS12') return failed('The stand-in has key files only.');
      const bytes = typeof data === 'string' ? fromBase64(data.replace(/\s/g, '')) : undefined;
      if (!bytes) return failed('The data are not base64.');
      return withPerson(desk, useOf(keyType), (key) =>
        sign(key, desk, { method, bytes, attach: attach === true }),
      );
    }
    default:
      return failed('The stand-in does not offer this method.');
  }
}

const useOf = (keyType: unknown): 'signing' | 'authentication' | undefined =>
  keyType === 'SIGNATURE' ? 'signing' : keyType === 'AUTHENTICATION' ? 'authentication' : undefined;

/** Lets the person choose a key, or do what they were told to do instead. */
async function withPerson(
  { ring }: SigningDesk,
  use: 'signing' | 'authentication' | undefined,
  act: (key: KeyFile) => Promise<CommonUtilsAnswer>,
): Promise<CommonUtilsAnswer | undefined> {
  switch (ring.behaviour) {
    case 'silent':
      return undefined;
    case 'cancel':
      return failed('action.canceled');
    case 'fail':
      return failed('The stand-in was told to fail.');
    case 'sign': {
      const key = ring.find({ use });
      return key ? act(key) : failed('No opened key is what the site asks for.');
    }
  }
}

async function sign(
  key: KeyFile,
  desk: SigningDesk,
  wish: { method: string; bytes: Uint8Array; attach: boolean },
): Promise<CommonUtilsAnswer> {
  const stamped = wish.method === 'createCMSSignatureFromBase64' && desk.timeStamping;
  const hashed = wish.method === 'createCAdESFromBase64Hash';
  try {
    const signature = await signCades({
      content: hashed ? { digest: wish.bytes } : wish.bytes,
      key: key.privateKey,
      certificate: key.certificate,
      signingTime: desk.clock.now(),
      detached: !wish.attach || hashed,
      ...(stamped ? { timeStamp: timeStamper(stamped, key.privateKey) } : {}),
    });
    return done(toBase64(signature));
  } catch (error) {
    return failed(String(error));
  }
}

function keyInfo({ certificate, privateKey, subject }: KeyFile): Record<string, unknown> {
  const serial = Buffer.from(readCertificateFields(certificate).serialNumber).toString('hex');
  return {
    algorithm: privateKey.kind === 'gost' ? 'ECGOST3410-2015-512' : privateKey.kind.toUpperCase(),
    subjectCn: subject.commonName,
    serialNumber: serial,
    certNotBefore: String(subject.notBefore.getTime()),
    certNotAfter: String(subject.notAfter.getTime()),
    pem: writeArmour(certificate, 'CERTIFICATE'),
  };
}
