// Rule 6: a list counts only from the issuer, for this certificate, in its time, and with a delta that belongs to it.
import {
  basicConstraints,
  extension,
  keyUsage,
  subjectKeyIdentifier,
} from '../../../../sandbox/authority/extensions.ts';
import { makeKeyPair } from '../../../../sandbox/authority/key-pair.ts';
import { element, explicit, nullValue, sequence } from '../../../../src/signature/portable/der-writer.ts';
import { signDetached } from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import {
  benchOf,
  DOCUMENT,
  explained,
  passes,
  sign,
  verdictOn,
  type Bench,
  type Explained,
  type Trial,
} from '../../../support/signature-bench.ts';
import {
  commonName,
  day,
  issue,
  makeList,
  NOW,
  Pki,
  type ListOrder,
} from '../../../support/signature-kit.ts';
import { open, revoked } from './rule-6-ocsp.ts';

const negatives = negativesOf(6, passes());

type Lists = (bench: Bench) => readonly Partial<ListOrder>[] | Promise<readonly Partial<ListOrder>[]>;

/** The bench's person signs, and only these lists are at hand. */
const listed =
  (orders: Lists, trial: (bench: Bench) => Partial<Trial> = () => ({})) =>
  async (): Promise<Explained> => {
    const bench = await benchOf();
    const lists = (await orders(bench)).map((order) => makeList({ issuer: bench.pki.issuing, ...order }));
    const signature = await sign(bench);
    return explained(await verdictOn(bench, { signature, crls: await Promise.all(lists), ...trial(bench) }));
  };

/** The one list at hand is right but for this. */
const list = (order: Partial<ListOrder>): (() => Promise<Explained>) => listed(() => [order]);

const entry = ({ person }: Bench, more: object = {}) => ({
  serial: person.certificate.serial,
  at: day(-2),
  ...more,
});
const scope = (...fields: readonly Uint8Array[]): Partial<ListOrder> => ({
  extensions: [extension('2.5.29.28', sequence(...fields), true)],
});
const yes = (tag: number): Uint8Array => element(tag, Uint8Array.of(0xff));
const pointName = (address: string): Uint8Array =>
  explicit(0, explicit(0, element(0x86, new TextEncoder().encode(address))));

/** A person of an issuing authority of its own, under the bench's root. */
async function under(extensions: (spki: Uint8Array) => Uint8Array[]): Promise<Explained> {
  const bench = await benchOf();
  const { root } = bench.pki;
  const issuing = await issue({ subject: commonName('ISSUING OTHERWISE'), issuer: root, extensions });
  const person = await bench.pki.person({ issuer: issuing });
  const place = { ocsp: undefined, crl: undefined, deltaCrl: undefined };
  const group = {
    anchors: [{ certificate: root.certificate, ...place }],
    issuers: [{ certificate: issuing.certificate, ...place }],
  };
  const verdict = await verdictOn(bench, {
    signature: await signDetached({ signer: person, content: DOCUMENT }),
    trust: bench.pki.trust({ signing: group }),
    crls: [await makeList({ issuer: issuing })],
  });
  return explained(verdict);
}

const ALSO_ISSUERS = { signer: 'asked', issuer: 'asked', timeStamping: 'switched-off' } as const;
const LAST_HOUR = new Date(NOW - 3_600_000);

export const RULE_6_LISTS: readonly NegativeCase[] = [
  ...negatives(open('no CRL'), {
    'a list of the root instead of the issuer': listed(({ pki }) => [{ issuer: pki.root }]),
    'a list for authorities alone': list(scope(yes(0x82))),
    'a list for attribute certificates alone': list(scope(yes(0x85))),
    'a list of another distribution point': list(scope(pointName('http://crl.test/other.crl'))),
    'a delta without its list': list({ base: 7 }),
    'a list that does not say when it was made': listed(
      () => [],
      () => ({ crls: [sequence(sequence())] }),
    ),
    'a list with a distribution point that cannot be read': list({
      extensions: [extension('2.5.29.28', nullValue(), true)],
    }),
  }),
  ...negatives(open('CRL not signed by an authority for it'), {
    'a list whose signature has one wrong bit': list({ fault: 'flipped-signature' }),
    'a list in the name of the issuer by another key': list({ signedBy: makeKeyPair('p256') }),
    'a list in the name of the issuer by the person': listed(({ person }) => [{ signedBy: person.key }]),
    'a list by an authority of the same name under another root': listed(async ({ pki }) => {
      const stranger = await Pki.make('p256', 'TEST');
      return [{ issuer: { ...stranger.issuing, name: pki.issuing.name } }];
    }),
    'a list by an issuer whose key may not sign lists': () =>
      under((spki) => [basicConstraints(true), keyUsage(['keyCertSign']), subjectKeyIdentifier(spki)]),
  }),
  ...negatives(open('CRL signed with an algorithm that does not count'), {
    'a list signed by a national key of the standard of 2004': list({ signedBy: makeKeyPair('gost2004') }),
  }),
  ...negatives(open('CRL out of date'), {
    'a list after its next one was due': list({ thisUpdate: day(-3), nextUpdate: day(-1) }),
    'an old list in the message, from before the revocation': async () => {
      const bench = await benchOf();
      const old = await makeList({ issuer: bench.pki.issuing, thisUpdate: day(-9), nextUpdate: day(-8) });
      return explained(
        await verdictOn(bench, { signature: await sign(bench, {}, { crls: [old] }), crls: [] }),
      );
    },
  }),
  ...negatives(open('CRL too old'), {
    'a list without a next one': list({ nextUpdate: undefined }),
    'a list older than the trust set allows': listed(
      () => [{ thisUpdate: day(-2), nextUpdate: day(100) }],
      ({ pki }) => ({ trust: pki.trust({ freshness: { ocsp: undefined, crl: 86_400_000 } }) }),
    ),
    'an old list with a delta that builds on a newer one': listed(
      () => [
        { thisUpdate: day(-2), nextUpdate: day(100) },
        { number: 9, base: 8 },
      ],
      ({ pki }) => ({ trust: pki.trust({ freshness: { ocsp: undefined, crl: 86_400_000 } }) }),
    ),
    'an old list with a delta of another scope': listed(
      () => [
        { thisUpdate: day(-2), nextUpdate: day(100) },
        { number: 9, base: 7, ...scope(yes(0x81)) },
      ],
      ({ pki }) => ({ trust: pki.trust({ freshness: { ocsp: undefined, crl: 86_400_000 } }) }),
    ),
    'an old list with a delta by another key': listed(
      () => [
        { thisUpdate: day(-2), nextUpdate: day(100) },
        { number: 9, base: 7, signedBy: makeKeyPair('p256') },
      ],
      ({ pki }) => ({ trust: pki.trust({ freshness: { ocsp: undefined, crl: 86_400_000 } }) }),
    ),
  }),
  ...negatives(open('CRL from the future'), {
    'a list of two minutes ahead': list({ thisUpdate: new Date(NOW + 120_000) }),
  }),
  ...negatives(open('CRL with an unknown critical extension'), {
    'a list with an unknown critical extension': list({
      extensions: [extension('1.2.3.4', nullValue(), true)],
    }),
    'an entry with an unknown critical extension, of somebody else': list({
      revoked: [{ serial: Uint8Array.of(3), extensions: [extension('1.2.3.4', nullValue(), true)] }],
    }),
  }),
  ...negatives(open('CRLs for some reasons only'), {
    'a list for two reasons alone': list(scope(element(0x83, Uint8Array.of(5, 0x60)))),
  }),
  ...negatives(revoked(day(-2)), {
    'a list that names the certificate': listed((bench) => [{ revoked: [entry(bench)] }]),
    'a delta that names the certificate': listed((bench) => [
      { thisUpdate: LAST_HOUR },
      { number: 8, base: 7, revoked: [entry(bench)] },
    ]),
    'a list for the users alone that names the certificate': listed((bench) => [
      { ...scope(yes(0x81)), revoked: [entry(bench)] },
    ]),
    'a list in the message that names the certificate, beside a list of ours that does not yet': async () => {
      const bench = await benchOf();
      const { issuing } = bench.pki;
      const fresh = await makeList({
        issuer: issuing,
        number: 8,
        thisUpdate: day(-0.01),
        revoked: [entry(bench)],
      });
      const signature = await sign(bench, {}, { crls: [fresh] });
      return explained(await verdictOn(bench, { signature }));
    },
  }),
  ...negatives(revoked(day(-2), 6), {
    'a certificate on hold': listed((bench) => [{ revoked: [entry(bench, { reason: 6 })] }]),
  }),
  ...negatives(revoked(day(3)), {
    'a list of today that names the certificate with a day to come': listed((bench) => [
      { revoked: [entry(bench, { at: day(3) })] },
    ]),
  }),
  ...negatives<Explained>(
    { ...revoked(day(-5)), subIndication: 'REVOKED_CA_NO_POE' },
    {
      'an authority that its root has revoked': listed(
        ({ pki }) => [{ issuer: pki.root, revoked: [{ serial: pki.issuing.certificate.serial }] }, {}],
        ({ pki }) => ({ trust: pki.trust({ revocation: ALSO_ISSUERS }) }),
      ),
    },
  ),
  ...negatives(open('no CRL'), {
    'an authority whose status is asked and not known': listed(
      () => [{}],
      ({ pki }) => ({ trust: pki.trust({ revocation: ALSO_ISSUERS }) }),
    ),
  }),
  ...negatives(
    {
      indication: 'INDETERMINATE',
      subIndication: 'TRY_LATER',
      tryAgainAt: new Date(NOW + 60_000).toISOString(),
    },
    {
      'responder and list that cannot be reached': async () => {
        const bench = await benchOf();
        const { root, issuing } = bench.pki;
        const place = { ocsp: 'http://ocsp.test/', crl: 'http://crl.test/', deltaCrl: undefined };
        const { indication, subIndication, tryAgainAt } = await verdictOn(bench, {
          signature: await sign(bench),
          crls: [],
          trust: bench.pki.trust({
            signing: {
              anchors: [
                { certificate: root.certificate, ocsp: undefined, crl: undefined, deltaCrl: undefined },
              ],
              issuers: [{ certificate: issuing.certificate, ...place }],
            },
          }),
          fetch: () => Promise.reject(new Error('no route')),
        });
        return { indication, subIndication: String(subIndication), tryAgainAt: String(tryAgainAt) };
      },
    },
  ),
];
