// Rule 3: the signed attributes say what is signed, by whom, and by which algorithms; each of them broken alone.
import {
  concat,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../../src/signature/portable/der-writer.ts';
import { digest } from '../../../../src/signature/portable/digest.ts';
import { ATTRIBUTE_TYPE, CONTENT_TYPE } from '../../../../src/signature/cms/object-identifiers.ts';
import { attribute, digestIdentifier, essV1, essV2, type SignerOrder } from '../../../support/cms-kit.ts';
import {
  all,
  ECDSA,
  ess,
  issuerSerial,
  protection,
  without,
  type Edit,
} from '../../../support/attribute-kit.ts';
import {
  DOCUMENT,
  benchOf,
  outcomeOf,
  sign,
  stopped,
  passes,
  verdictOn,
  type Outcome,
} from '../../../support/signature-bench.ts';
import { negativesOf, rows, type NegativeCase } from '../../../support/negative-cases.ts';
const bench = await benchOf();
const other = await bench.pki.person();
const negatives = negativesOf(3, passes());

const FORM = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signed-attributes');
const TYPE = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'content-type');
const NO_DIGEST = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'message-digest');
const WRONG_DIGEST = stopped('TOTAL-FAILED', 'HASH_FAILURE', 'message-digest');
const NOT_BOUND = stopped('INDETERMINATE', 'NO_SIGNING_CERTIFICATE_FOUND', 'signing-certificate');
const NOT_MATCHED = stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE', 'algorithm-match');

const digestOf = (content: Uint8Array): Uint8Array => octetString(digest('sha256', content));
const md = (...values: readonly Uint8Array[]): Uint8Array =>
  attribute(ATTRIBUTE_TYPE.messageDigest, ...values);

const broken: Record<string, readonly [Outcome, Edit]> = {
  'none at all': [FORM, () => undefined],
  'an empty set': [FORM, () => []],
  'the same attribute twice': [FORM, (usual) => [...all(usual), usual.signingTime]],
  'two messageDigests': [FORM, (usual) => [...all(usual), md(digestOf(new Uint8Array()))]],
  'two contentTypes': [
    FORM,
    (usual) => [...all(usual), attribute(ATTRIBUTE_TYPE.contentType, oid(CONTENT_TYPE.tstInfo))],
  ],
  'no contentType': [TYPE, without('contentType')],
  'a contentType without a value': [TYPE, without('contentType', attribute(ATTRIBUTE_TYPE.contentType))],
  'a contentType with two values': [
    TYPE,
    without(
      'contentType',
      attribute(ATTRIBUTE_TYPE.contentType, oid(CONTENT_TYPE.data), oid(CONTENT_TYPE.tstInfo)),
    ),
  ],
  'a contentType that is another': [
    TYPE,
    without('contentType', attribute(ATTRIBUTE_TYPE.contentType, oid(CONTENT_TYPE.signedData))),
  ],
  'a contentType that is a number': [
    TYPE,
    without('contentType', attribute(ATTRIBUTE_TYPE.contentType, integer(1))),
  ],
  'no messageDigest': [NO_DIGEST, without('messageDigest')],
  'a messageDigest without a value': [NO_DIGEST, without('messageDigest', md())],
  'a messageDigest with two values': [
    NO_DIGEST,
    without('messageDigest', md(digestOf(DOCUMENT), digestOf(new Uint8Array()))),
  ],
  'a messageDigest that is a text': [NO_DIGEST, without('messageDigest', md(oid('1.2.3')))],
  'the digest of other bytes': [WRONG_DIGEST, without('messageDigest', md(digestOf(new Uint8Array(3))))],
  'the digest by another algorithm': [
    WRONG_DIGEST,
    without('messageDigest', md(octetString(digest('sha512', DOCUMENT)))),
  ],
  'a digest cut short': [
    WRONG_DIGEST,
    without('messageDigest', md(octetString(digest('sha256', DOCUMENT).subarray(0, 31)))),
  ],
  'an empty digest': [WRONG_DIGEST, without('messageDigest', md(octetString()))],
  'no reference to the certificate': [NOT_BOUND, without('signingCertificate')],
  'a reference to another certificate': [NOT_BOUND, without('signingCertificate', ess(essV2(other.der)))],
  'a reference by SHA-1 to another certificate': [
    NOT_BOUND,
    without('signingCertificate', attribute(ATTRIBUTE_TYPE.signingCertificate, essV1(other.der))),
  ],
  'a right and a wrong reference': [
    NOT_BOUND,
    (usual) => [...all(usual), attribute(ATTRIBUTE_TYPE.signingCertificate, essV1(other.der))],
  ],
  'a reference with the issuer of another': [
    NOT_BOUND,
    without(
      'signingCertificate',
      ess(essV2(bench.person.der, issuerSerial(bench.pki.issuing, bench.person.certificate.serial))),
    ),
  ],
  'a reference with another serial number': [
    NOT_BOUND,
    without('signingCertificate', ess(essV2(bench.person.der, issuerSerial(bench.person, Uint8Array.of(9))))),
  ],
  'a reference by an unknown digest': [
    NOT_BOUND,
    without(
      'signingCertificate',
      ess(sequence(sequence(sequence(sequence(oid('1.2.3'), nullValue()), octetString(new Uint8Array(32)))))),
    ),
  ],
  'an empty reference': [NOT_BOUND, without('signingCertificate', ess(sequence(sequence())))],
  'a reference that is no structure': [NOT_BOUND, without('signingCertificate', ess(octetString(DOCUMENT)))],
  'a protected digest that is another': [
    NOT_MATCHED,
    (usual) => [...all(usual), protection(digestIdentifier('sha512'), ECDSA)],
  ],
  'a protected signature algorithm that is another': [
    NOT_MATCHED,
    (usual) => [...all(usual), protection(digestIdentifier('sha256'), sequence(oid('1.2.840.10045.4.3.4')))],
  ],
  'a protection that is no structure': [
    NOT_MATCHED,
    (usual) => [...all(usual), attribute(ATTRIBUTE_TYPE.algorithmProtection, integer(1))],
  ],
};

const judged = async (order: Partial<SignerOrder>): Promise<Outcome> =>
  outcomeOf(await verdictOn(bench, { signature: await sign(bench, order) }));

export const RULE_3_ATTRIBUTES: readonly NegativeCase[] = [
  ...rows(broken, (attributes) => judged({ attributes })).flatMap(([expected, table]) =>
    negatives(expected, table),
  ),
  ...negatives(FORM, {
    'attributes in another order than DER has': () =>
      judged({ attributes: (usual) => all(usual).reverse(), unsorted: true }),
  }),
  ...negatives(stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signed-data'), {
    'an attribute that is no attribute': () =>
      judged({ attributes: (usual) => [...all(usual), concat(integer(1))] }),
  }),
];
