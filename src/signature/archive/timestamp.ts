// Level T: a time-stamp over the signature value, beside what is signed (ETSI EN 319 122-1 5.3).
import { ok, refuse, type Result } from '../../platform/result.ts';
import { extendMessage } from '../cms/extend-message.ts';
import { ATTRIBUTE_TYPE } from '../cms/object-identifiers.ts';
import { readSignedData, type SignedData } from '../cms/signed-data.ts';
import { Budget, DEFAULT_LIMITS, LimitExceeded } from '../limits.ts';
import { readArmour } from '../portable/armour.ts';
import { DerError } from '../portable/der-reader.ts';
import { attribute } from '../portable/signed-data.ts';
import { TimeStampClient, type StampProblem, type TimeStampClientOptions } from './time-stamp-client.ts';

export type TimestampProblem = StampProblem | 'not-a-signature';

/**
 * Has the authority of the trust set put a time-stamp on every signer of a message.
 * @param signature DER, BER, PEM or base64
 * @returns DER of the message with the tokens; `not-a-signature` when it is no signed message with a signer
 */
export async function timestamp(
  signature: Uint8Array,
  tsa: TimeStampClient | TimeStampClientOptions,
): Promise<Result<Uint8Array, TimestampProblem>> {
  const message = openMessage(signature);
  if (!message || message.signers.length === 0) return refuse('not-a-signature');
  const client = tsa instanceof TimeStampClient ? tsa : new TimeStampClient(tsa);
  const unsigned: Uint8Array[][] = [];
  for (const signer of message.signers) {
    const token = await client.stamp(signer.signature);
    if (!token.ok) return token;
    unsigned.push([attribute(ATTRIBUTE_TYPE.signatureTimeStamp, token.value)]);
  }
  return ok(extendMessage(message.bytes, { unsigned }));
}

/** A message without its armour, or `undefined` when it is none or goes beyond the limits. */
export function openMessage(signature: Uint8Array): SignedData | undefined {
  const armour = readArmour(signature);
  if (!armour.ok) return undefined;
  try {
    return readSignedData(armour.value, new Budget(DEFAULT_LIMITS));
  } catch (error) {
    if (error instanceof DerError || error instanceof LimitExceeded) return undefined;
    throw error;
  }
}
