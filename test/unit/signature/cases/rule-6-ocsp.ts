// Rule 6: an OCSP answer counts only when it is about this certificate, fresh, and from somebody whom the issuer authorised.
import {
  extendedKeyUsage,
  extension,
  keyUsage,
  ocspNoCheck,
  subjectKeyIdentifier,
} from '../../../../sandbox/authority/extensions.ts';
import { makeKeyPair } from '../../../../sandbox/authority/key-pair.ts';
import {
  element,
  enumerated,
  explicit,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../../src/signature/portable/der-writer.ts';
import { otherRevocation } from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import {
  benchOf,
  explained,
  passes,
  sign,
  verdictOn,
  type Bench,
  type Explained,
} from '../../../support/signature-bench.ts';
import {
  day,
  makeAnswer,
  makeList,
  NOW,
  Pki,
  type AnswerOrder,
  type CertificateOrder,
  type Party,
} from '../../../support/signature-kit.ts';

const negatives = negativesOf(6, passes());

/** The status stays open, and the report says why. */
export const open = (why: string): Explained => ({
  indication: 'INDETERMINATE',
  subIndication: 'TRY_LATER',
  stoppedBy: 'revocation',
  why,
});

export const revoked = (at: Date, reason = 0): Explained => ({
  indication: 'INDETERMINATE',
  subIndication: 'REVOKED_NO_POE',
  stoppedBy: 'revocation',
  why: `revoked at ${at.toISOString()}, reason ${reason}`,
});

const minutes = (count: number): Date => new Date(NOW + count * 60_000);

let responder: Promise<Party> | undefined;
const usualResponder = async (): Promise<Party> => (responder ??= (await benchOf()).pki.responder());

/** The bench's person signs, and only this answer is at hand. */
const answered =
  (order: (bench: Bench) => Partial<AnswerOrder> | Promise<Partial<AnswerOrder>>) =>
  async (): Promise<Explained> => {
    const bench = await benchOf();
    const changes = await order(bench);
    const ocsp = await makeAnswer({
      about: bench.person,
      issuer: bench.pki.issuing,
      signedBy: changes.signedBy ?? (await usualResponder()),
      ...changes,
    });
    return explained(await verdictOn(bench, { signature: await sign(bench), crls: [], ocsp: [ocsp] }));
  };

/** As `answered`, by a responder whose certificate is other than it should be. */
const byResponder = (order: Partial<CertificateOrder>): (() => Promise<Explained>) =>
  answered(async ({ pki }) => ({ signedBy: await pki.responder(order) }));

const bytes =
  (make: (good: Uint8Array) => Uint8Array): (() => Promise<Explained>) =>
  async () => {
    const bench = await benchOf();
    const good = await makeAnswer({
      about: bench.person,
      issuer: bench.pki.issuing,
      signedBy: await usualResponder(),
    });
    return explained(await verdictOn(bench, { signature: await sign(bench), crls: [], ocsp: [make(good)] }));
  };

/** The answer comes by fetching, to a question that carried a nonce. */
const fetched =
  (order: Partial<AnswerOrder>, ocsp = 'http://ocsp.test/'): (() => Promise<Explained>) =>
  async () => {
    const bench = await benchOf();
    const { root, issuing } = bench.pki;
    const nowhere = { ocsp: undefined, crl: undefined, deltaCrl: undefined };
    const group = {
      anchors: [{ certificate: root.certificate, ...nowhere }],
      issuers: [{ certificate: issuing.certificate, ...nowhere, ocsp }],
    };
    const answer = await makeAnswer({
      about: bench.person,
      issuer: issuing,
      signedBy: await usualResponder(),
      ...order,
    });
    const verdict = await verdictOn(bench, {
      signature: await sign(bench),
      crls: [],
      trust: bench.pki.trust({ signing: group }),
      fetch: () => Promise.resolve(new Response(new Uint8Array(answer))),
    });
    return explained(verdict);
  };

const purposes = (...names: string[]) => ({
  extensions: (spki: Uint8Array): Uint8Array[] => [
    ...(names.length > 0 ? [extendedKeyUsage(names)] : []),
    ocspNoCheck(),
    keyUsage(['digitalSignature']),
    subjectKeyIdentifier(spki),
  ],
});

const UNKNOWN_CRITICAL = extension('1.2.3.4', nullValue(), true);
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';

export const RULE_6_OCSP: readonly NegativeCase[] = [
  ...negatives(open('no OCSP answer'), {
    'an answer about another certificate': answered(() => ({ serial: Uint8Array.of(9) })),
    'an answer about a certificate of another issuer with the same number': answered(({ pki }) => ({
      issuer: pki.root,
    })),
  }),
  ...negatives(open('OCSP answer not signed by issuer or responder'), {
    'an answer whose signature has one wrong bit': answered(() => ({ fault: 'flipped-signature' })),
    'an answer without the certificate of its responder': answered(() => ({ certificates: [] })),
  }),
  ...negatives(open('OCSP answer signed by somebody whom the issuer did not authorise'), {
    'a responder of another authority': answered(async () => ({
      signedBy: await (await Pki.make('p256', 'STRANGER')).responder(),
    })),
    'a responder that the root authorised, not the issuer': answered(async ({ pki }) => ({
      signedBy: await pki.responder({ issuer: pki.root }),
    })),
    'a responder that authorised itself': answered(async ({ pki }) => {
      const key = makeKeyPair('p256');
      return { signedBy: await pki.responder({ key, issuer: { name: pki.issuing.name, key } }) };
    }),
  }),
  ...negatives(open('OCSP answer signed by a key for another purpose'), {
    'an answer by the person about herself': answered(({ person }) => ({ signedBy: person })),
    'a responder without a purpose': byResponder(purposes()),
    'a responder for every purpose but this': byResponder(
      purposes('1.3.6.1.5.5.7.3.8', '2.5.29.37.0', '1.3.6.1.5.5.7.3.4'),
    ),
    'a responder whose key may not sign': byResponder({
      extensions: () => [extendedKeyUsage([OCSP_SIGNING]), ocspNoCheck(), keyUsage(['keyAgreement'])],
    }),
  }),
  ...negatives(open('OCSP answer signed by a responder out of its time'), {
    'a responder that has expired': byResponder({ from: day(-400), to: day(-1) }),
    'a responder that is not yet valid': byResponder({ from: day(1), to: day(40) }),
  }),
  ...negatives(open('OCSP answer signed by a responder of unknown status'), {
    'a responder that may be revoked': byResponder({
      extensions: () => [extendedKeyUsage([OCSP_SIGNING]), keyUsage(['digitalSignature'])],
    }),
  }),
  ...negatives(open('OCSP answer signed by a responder with an unknown critical extension'), {
    'a responder with an unknown critical extension': byResponder({
      extensions: () => [extendedKeyUsage([OCSP_SIGNING]), ocspNoCheck(), UNKNOWN_CRITICAL],
    }),
  }),
  ...negatives(open('OCSP answer with an unknown critical extension'), {
    'an answer with an unknown critical extension': answered(() => ({ extensions: [UNKNOWN_CRITICAL] })),
  }),
  ...negatives(open('OCSP answer signed with an algorithm that does not count'), {
    'an answer signed by a national key of the standard of 2004': byResponder({
      key: makeKeyPair('gost2004'),
    }),
  }),
  ...negatives(open('OCSP answer too old'), {
    'an answer of sixteen minutes ago without a next one': answered(() => ({ thisUpdate: minutes(-16) })),
  }),
  ...negatives(open('OCSP answer out of date'), {
    'an answer after its next one was due': answered(() => ({
      thisUpdate: minutes(-30),
      nextUpdate: minutes(-1),
    })),
  }),
  ...negatives(open('OCSP answer from the future'), {
    'an answer of two minutes ahead': answered(() => ({ thisUpdate: minutes(2) })),
  }),
  ...negatives(open('the responder does not know it'), {
    'an answer that the certificate is unknown': answered(() => ({ status: 'unknown' })),
  }),
  ...negatives(open('OCSP answer without our nonce'), {
    'a fetched answer without the nonce': fetched({}),
    'a fetched answer with another nonce': fetched({ nonce: new Uint8Array(16) }),
  }),
  ...negatives(revoked(day(-2), 1), {
    'an answer that the certificate is revoked': answered(() => ({
      status: { revokedAt: day(-2), reason: 1 },
    })),
    'a revoked certificate, a fresh list, and in the message a forged answer that it is good': async () => {
      const bench = await benchOf();
      const answer = await makeAnswer({
        about: bench.person,
        issuer: bench.pki.issuing,
        signedBy: bench.person,
        basic: true,
      });
      const forged = otherRevocation('1.3.6.1.5.5.7.48.1.1', answer);
      const list = await makeList({
        issuer: bench.pki.issuing,
        revoked: [{ serial: bench.person.certificate.serial, at: day(-2), reason: 1 }],
      });
      const signature = await sign(bench, {}, { crls: [forged] });
      return explained(await verdictOn(bench, { signature, crls: [list] }));
    },
    'a list that says revoked beside a newer answer that says good': async () => {
      const bench = await benchOf();
      const list = await makeList({
        issuer: bench.pki.issuing,
        revoked: [{ serial: bench.person.certificate.serial, at: day(-2), reason: 1 }],
      });
      const answer = await makeAnswer({
        about: bench.person,
        issuer: bench.pki.issuing,
        signedBy: await usualResponder(),
      });
      return explained(
        await verdictOn(bench, { signature: await sign(bench), crls: [list], ocsp: [answer] }),
      );
    },
  }),
  ...negatives(open('no CRL'), {
    'nothing at hand': async () => {
      const bench = await benchOf();
      return explained(await verdictOn(bench, { signature: await sign(bench), crls: [] }));
    },
    'an answer cut short': bytes((good) => good.subarray(0, -1)),
    'an answer with a byte more': bytes((good) => Uint8Array.from([...good, 0])),
    'a responder that says: try later': bytes(() => sequence(enumerated(3))),
    'a responder that says: unauthorized': bytes(() => sequence(enumerated(6))),
    'an answer of an unknown kind': bytes(() =>
      sequence(enumerated(0), explicit(0, sequence(oid('1.2.3'), octetString(sequence())))),
    ),
    'a page instead of an answer': bytes(() => new TextEncoder().encode('<html>busy</html>')),
    'an answer of an empty list of answers': bytes(() => element(0x30)),
  }),
];
