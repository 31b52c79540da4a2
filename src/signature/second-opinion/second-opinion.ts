// The second opinion: pkijs reads the same message and checks the same signature value. Only its "yes, this signature is by this key over
// these bytes" counts; what it thinks of certificates, chains and revocation is not asked (it is known to be wrong there).
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import type { SignatureScheme } from '../crypto/signature-scheme.ts';
import { sameBytes } from '../portable/der-reader.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import { GostEngine } from './gost-engine.ts';

export type SecondOpinion = 'agrees' | 'disagrees' | 'cannot';

/** A message read by pkijs. */
export type SecondReading = pkijs.SignedData | 'unreadable' | 'too-long';

export interface OpinionRequest {
  readonly reading: SecondReading;
  readonly content: Uint8Array;
  /** Position of the signer in the message. */
  readonly signer: number;
  /** The certificate that the first opinion used. */
  readonly certificate: Certificate;
  readonly scheme: SignatureScheme;
}

/** Schemes that pkijs has no code for. */
const UNKNOWN_TO_IT: ReadonlySet<SignatureScheme['kind']> = new Set(['ed25519', 'dsa']);

let engine: GostEngine | undefined;

/** Has pkijs read a message without armour, once for all of its signers, unless it has too many elements. */
export function readOnceMore(message: Uint8Array, mostElements: number): SecondReading {
  if (countElements(message, mostElements) > mostElements) return 'too-long';
  try {
    const parsed = fromBER(exactBuffer(message));
    if (parsed.offset === -1) return 'unreadable';
    const contentInfo = new pkijs.ContentInfo({ schema: parsed.result });
    return new pkijs.SignedData({ schema: contentInfo.content });
  } catch {
    return 'unreadable';
  }
}

/** Asks pkijs, if it knows the scheme. A throw is a no. */
export async function askSecondOpinion(request: OpinionRequest): Promise<SecondOpinion> {
  const { reading, scheme } = request;
  if (UNKNOWN_TO_IT.has(scheme.kind) || reading === 'too-long') return 'cannot';
  if (reading === 'unreadable') return 'disagrees';
  engine ??= new GostEngine();
  try {
    return (await pkijsVerifies(reading, request, engine)) ? 'agrees' : 'disagrees';
  } catch {
    return 'disagrees';
  }
}

async function pkijsVerifies(
  signedData: pkijs.SignedData,
  request: OpinionRequest,
  crypto: GostEngine,
): Promise<boolean> {
  const result = await signedData.verify(
    {
      signer: request.signer,
      data: exactBuffer(request.content),
      checkChain: false,
      extendedMode: true,
    },
    crypto,
  );
  const used = result.signerCertificate?.tbsView;
  return result.signatureVerified === true && used !== undefined && sameBytes(used, request.certificate.tbs);
}

/** pkijs wants the whole of an ArrayBuffer; a Buffer is a window on a pool. */
const exactBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** How many elements a BER message has, or `most` and one when it has more; counted without building anything. */
export function countElements(bytes: Uint8Array, most: number): number {
  let count = 0;
  for (let offset = 0; offset + 1 < bytes.length;) {
    count += 1;
    if (count > most) return count;
    const constructed = ((bytes[offset] as number) & 0x20) !== 0;
    const first = bytes[offset + 1] as number;
    const octets = first > 0x80 ? first & 0x7f : 0;
    let length = first < 0x80 ? first : 0;
    for (let i = 0; i < octets; i += 1) length = length * 256 + (bytes[offset + 2 + i] ?? 0);
    offset += 2 + octets + (constructed ? 0 : length);
  }
  return count;
}
