// A certificate file as people keep them: DER, PEM, or base64 without armour.
import { readArmour } from '../portable/armour.ts';

/** The DER of the one certificate (or CRL) in a file; `undefined` when it holds none. */
export function readCertificateFile(bytes: Uint8Array): Uint8Array | undefined {
  const armour = readArmour(bytes);
  return armour.ok ? armour.value : undefined;
}
