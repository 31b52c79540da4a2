// Rule 8: who signed is read from the attributes of the certificate by their names, and must be the one whom the caller expects.
import { extendedKeyUsage, keyUsage, type KeyUsage } from '../../../../sandbox/authority/extensions.ts';
import { personName, type NameAttribute } from '../../../../sandbox/authority/names.ts';
import { signDetached } from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import {
  benchOf,
  DOCUMENT,
  outcomeOf,
  passes,
  stopped,
  verdictOn,
  type Outcome,
  type Trial,
} from '../../../support/signature-bench.ts';
import {
  ORGANISATION,
  PERSON,
  PERSON_PURPOSES,
  type CertificateOrder,
} from '../../../support/signature-kit.ts';

const bench = await benchOf();
const negatives = negativesOf(8, passes());

const OTHER_IIN = '900202300022';
const EMAIL = '1.3.6.1.5.5.7.3.4';
const CLIENT = '1.3.6.1.5.5.7.3.2';
const INDIVIDUAL = '1.2.398.3.3.4.1.1';
const LEGAL = '1.2.398.3.3.4.1.2';
const HEAD = '1.2.398.3.3.4.1.2.1';
const EMPLOYEE = '1.2.398.3.3.4.1.2.5';

async function judged(order: Partial<CertificateOrder>, trial: Partial<Trial> = {}): Promise<Outcome> {
  const signer = await bench.pki.person(order);
  return outcomeOf(
    await verdictOn(bench, { signature: await signDetached({ signer, content: DOCUMENT }), ...trial }),
  );
}

const PLAIN = personName(PERSON);
/** The name of the person with other attributes in the place of one. */
const named =
  (type: NameAttribute[0], ...instead: readonly NameAttribute[]) =>
  (): Promise<Outcome> =>
    judged({ subject: PLAIN.flatMap((item) => (item[0] === type ? instead : [item])) });
const iin = (...values: readonly string[]): (() => Promise<Outcome>) =>
  named('serialNumber', ...values.map((value) => ['serialNumber', value] as const));

const key = (uses: readonly KeyUsage[], purposes: readonly string[]): Partial<CertificateOrder> => ({
  extensions: () => [extendedKeyUsage(purposes), keyUsage(uses)],
});
const SIGNS = ['digitalSignature', 'nonRepudiation'] as const;
const used =
  (uses: readonly KeyUsage[], purposes: readonly string[] = PERSON_PURPOSES) =>
  (): Promise<Outcome> =>
    judged(key(uses, purposes));

/** The head of an organisation signs a notification, but for this. */
const office =
  (order: Partial<CertificateOrder>, trial: Partial<Trial> = {}) =>
  (): Promise<Outcome> =>
    judged(
      { subject: personName(PERSON, ORGANISATION), ...key(SIGNS, [EMAIL, LEGAL, HEAD]), ...order },
      { policy: 'office-notification', expect: { bin: ORGANISATION.bin }, ...trial },
    );
const OFFICE = personName(PERSON, ORGANISATION);
const bin = (...values: readonly string[]): (() => Promise<Outcome>) =>
  office({
    subject: OFFICE.flatMap((item) =>
      item[0] === 'OU' ? values.map((value) => ['OU', value] as const) : [item],
    ),
  });
const ofOffice = negativesOf(8, async () => (await office({})()).indication);

const WRONG_IIN = stopped('INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE', 'holder-iin');
const WRONG_BIN = stopped('INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE', 'holder-bin');
const WRONG_PURPOSE = stopped('INDETERMINATE', 'CHAIN_CONSTRAINTS_FAILURE', 'key-purpose');
const WRONG_KIND = stopped('INDETERMINATE', 'CHAIN_CONSTRAINTS_FAILURE', 'holder-kind');
const WRONG_ROLE = stopped('INDETERMINATE', 'CHAIN_CONSTRAINTS_FAILURE', 'holder-role');

export const RULE_8: readonly NegativeCase[] = [
  ...negatives(WRONG_IIN, {
    'the IIN of another person': iin(`IIN${OTHER_IIN}`),
    'no IIN': iin(),
    'an IIN with a wrong check digit': iin(`IIN${PERSON.iin.slice(0, 11)}1`),
    'an IIN of eleven digits': iin(`IIN${PERSON.iin.slice(1)}`),
    'an IIN of thirteen digits': iin(`IIN${PERSON.iin}0`),
    'an IIN with a letter': iin(`IIN${PERSON.iin.slice(0, 11)}O`),
    'an IIN without its prefix': iin(PERSON.iin),
    'an IIN with a small prefix': iin(`iin${PERSON.iin}`),
    'an IIN after a space': iin(` IIN${PERSON.iin}`),
    'an IIN before a line end': iin(`IIN${PERSON.iin}\n`),
    'a BIN in the place of the IIN': iin(`BIN${ORGANISATION.bin}`),
    'two IINs, the expected one first': iin(`IIN${PERSON.iin}`, `IIN${OTHER_IIN}`),
    'two IINs, the expected one last': iin(`IIN${OTHER_IIN}`, `IIN${PERSON.iin}`),
    'the same IIN twice': iin(`IIN${PERSON.iin}`, `IIN${PERSON.iin}`),
    'the IIN in the common name alone': () =>
      judged({
        subject: [
          ['CN', `IIN${PERSON.iin}`],
          ['SN', PERSON.surname],
          ['C', 'KZ'],
        ],
      }),
    'the IIN in the unit of an organisation': named('serialNumber', ['OU', `IIN${PERSON.iin}`]),
    'the number of test certificates, which no rule admits here': iin('IIN123456789011'),
    'an application without the number that is expected': () => judged({}, { expect: {} }),
    'a session of another person': () => judged({}, { expect: { iin: OTHER_IIN } }),
  }),
  ...negatives(WRONG_PURPOSE, {
    'a key for authentication': used(['digitalSignature', 'keyEncipherment'], [CLIENT, INDIVIDUAL]),
    'a signing key that also authenticates': used(SIGNS, [EMAIL, CLIENT, INDIVIDUAL]),
    'a key that commits to nothing': used(['digitalSignature']),
    'a key that commits but does not sign': used(['nonRepudiation']),
    'a key for agreement alone': used(['keyAgreement']),
    'a key without the purpose of signing': used(SIGNS, [INDIVIDUAL]),
    'a certificate without keyUsage': () => judged({ extensions: () => [extendedKeyUsage(PERSON_PURPOSES)] }),
    'a certificate without purposes': () => judged({ extensions: () => [keyUsage(SIGNS)] }),
  }),
  ...negatives(WRONG_KIND, {
    'a person for an organisation': () =>
      judged({ subject: OFFICE, ...key(SIGNS, [EMAIL, LEGAL, EMPLOYEE]) }),
    'an individual and an organisation in one': used(SIGNS, [...PERSON_PURPOSES, LEGAL]),
    'a holder of no kind': used(SIGNS, [EMAIL]),
    'an information system': used(SIGNS, [EMAIL, '1.2.398.3.3.4.1.2.6.7']),
  }),
  ...ofOffice(WRONG_BIN, {
    'the BIN of another organisation': bin('BIN160540000008'),
    'no BIN': bin(),
    'a BIN with a wrong check digit': bin(`BIN${ORGANISATION.bin.slice(0, 11)}9`),
    'a BIN of eleven digits': bin(`BIN${ORGANISATION.bin.slice(1)}`),
    'two BINs': bin(`BIN${ORGANISATION.bin}`, 'BIN160540000008'),
    'a BIN without its prefix': bin(ORGANISATION.bin),
    'a notification without the number that is expected': office({}, { expect: {} }),
  }),
  ...ofOffice(WRONG_ROLE, {
    'an employee without the right to sign': office(key(SIGNS, [EMAIL, LEGAL, EMPLOYEE])),
    'an organisation without a role': office(key(SIGNS, [EMAIL, LEGAL])),
    'a role that only begins like that of the head': office(key(SIGNS, [EMAIL, LEGAL, `${HEAD}.1`])),
  }),
  ...ofOffice(WRONG_KIND, {
    'a citizen who signs a notification': office(key(SIGNS, PERSON_PURPOSES)),
  }),
  ...negatives(stopped('INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE', 'holder-iin'), {
    'signing in without an IIN': () =>
      judged(
        { subject: PLAIN.filter(([type]) => type !== 'serialNumber') },
        { policy: 'sign-in', expect: {} },
      ),
  }),
];
