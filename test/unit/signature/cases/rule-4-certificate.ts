// Rule 4: the certificate is the one that the signer names and binds, and its key is a point of a curve that counts.
import { personName } from '../../../../sandbox/authority/names.ts';
import { bitString, integer, oid, sequence } from '../../../../src/signature/portable/der-writer.ts';
import { signDetached, type MessageOrder, type SignerOrder } from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import {
  benchOf,
  DOCUMENT,
  outcomeOf,
  passes,
  sign,
  stopped,
  verdictOn,
  type Bench,
  type Outcome,
} from '../../../support/signature-bench.ts';
import { issue, PERSON, personExtensions, type Party } from '../../../support/signature-kit.ts';

const [bench, gost] = await Promise.all([benchOf('p256'), benchOf('gost512')]);
const negatives = negativesOf(4, passes());
const { issuing, root } = bench.pki;
const { issuer, serial } = bench.person.certificate;
const double = await bench.pki.person({ serial });

const judged =
  (order: Partial<SignerOrder>, message: Partial<MessageOrder> = {}) =>
  async (): Promise<Outcome> =>
    outcomeOf(await verdictOn(bench, { signature: await sign(bench, order, message) }));

const by = async (of: Bench, signer: Party): Promise<Outcome> =>
  outcomeOf(await verdictOn(of, { signature: await signDetached({ signer, content: DOCUMENT }) }));

/** The bench's person with another key in the certificate than the one that signs. */
const withKey = (of: Bench, spki: Uint8Array) => async (): Promise<Outcome> =>
  by(of, await of.pki.person({ key: { ...of.person.key, spki } }));

const lastByteChanged = (bytes: Uint8Array): Uint8Array =>
  bytes.with(bytes.length - 1, (bytes.at(-1) as number) ^ 1);
const gostKey = (...algorithm: readonly Uint8Array[]): Uint8Array =>
  sequence(sequence(...algorithm), bitString(gost.person.certificate.publicKey.key));

/** The same name in capitals: equal by the rules of directories, but not the bytes that stand in the certificate. */
const otherCase = (name: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(name).toString('latin1').replace('ISSUING', 'issuing'), 'latin1'));

const BAD_VALUE = stopped('TOTAL-FAILED', 'SIG_CRYPTO_FAILURE', 'signature-value');

export const RULE_4_CERTIFICATE: readonly NegativeCase[] = [
  ...negatives(stopped('INDETERMINATE', 'NO_SIGNING_CERTIFICATE_FOUND', 'signer-certificate'), {
    'a certificate that is absent from the message': judged({}, { certificates: [] }),
    'only certificates of others': judged({}, { certificates: [issuing.der, root.der] }),
    'a signer named by another serial number': judged({ sid: sequence(issuer.bytes, integer(99)) }),
    'a signer named by another issuer': judged({
      sid: sequence(root.certificate.subject.bytes, integer(serial)),
    }),
    'a signer named by its issuer in other letters': judged({
      sid: sequence(otherCase(issuer.bytes), integer(serial)),
    }),
    'a signer named by a key identifier that nobody has': judged({
      sid: Uint8Array.of(0x80, 4, 1, 2, 3, 4),
      version: 3,
    }),
    'a certificate cut short': judged({}, { certificates: [sequence(bench.person.certificate.tbs)] }),
  }),
  ...negatives(stopped('INDETERMINATE', 'NO_SIGNING_CERTIFICATE_FOUND', 'signing-certificate'), {
    'another certificate of the same name and number': judged({}, { certificates: [double.der] }),
  }),
  ...negatives(stopped('INDETERMINATE', 'CUSTOM', 'second-opinion'), {
    'two certificates of one name, of which the second implementation takes the other': judged(
      {},
      { certificates: [double.der, bench.person.der] },
    ),
  }),
  ...negatives(BAD_VALUE, {
    'a key that is no point of its curve': withKey(bench, lastByteChanged(bench.person.key.spki)),
  }),
  ...negatives(
    BAD_VALUE,
    {
      'a national key that is no point of its curve': withKey(gost, lastByteChanged(gost.person.key.spki)),
      'a national key that names another curve': withKey(
        gost,
        gostKey(
          oid('1.2.398.3.10.1.1.2.2'),
          sequence(oid('1.2.398.3.10.1.1.2.1.1'), oid('1.2.398.3.10.1.3.3')),
        ),
      ),
      'a national key that names an unknown curve': withKey(
        gost,
        gostKey(oid('1.2.398.3.10.1.1.2.2'), sequence(oid('1.2.3'), oid('1.2.398.3.10.1.3.3'))),
      ),
      'a national key without its parameters': withKey(gost, gostKey(oid('1.2.398.3.10.1.1.2.2'))),
    },
    passes('gost512'),
  ),
  ...negatives(stopped('INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND', 'path-built'), {
    'a certificate in whose name one letter was made unreadable': async () => {
      const name = Buffer.from(PERSON.surname);
      const der = bench.person.der.with(Buffer.from(bench.person.der).lastIndexOf(name), 0xff);
      return by(bench, { ...bench.person, der });
    },
    'a certificate that the signer issued to himself': async () =>
      by(bench, await issue({ subject: personName(PERSON), extensions: personExtensions })),
  }),
];
