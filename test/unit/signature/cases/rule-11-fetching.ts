// Rule 11: answers and lists come from the addresses of the trust set alone, whatever a certificate says, and only whole ones count.
import {
  authorityInformationAccess,
  crlDistributionPoint,
  freshestCrl,
} from '../../../../sandbox/authority/extensions.ts';
import type { Fetch } from '../../../../src/signature/revocation/fetch-bounded.ts';
import { signDetached } from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import { benchOf, DOCUMENT, outcomeOf, verdictOn, type Outcome } from '../../../support/signature-bench.ts';
import {
  authorityExtensions,
  commonName,
  issue,
  makeAnswer,
  makeList,
  personExtensions,
  type Party,
} from '../../../support/signature-kit.ts';

const bench = await benchOf();
const { pki } = bench;
const responder = await pki.responder();
const OCSP = 'http://ocsp.test/';
const CRL = 'http://crl.test/';
const INSIDE = 'http://10.0.0.1/inside';

interface Fetched extends Outcome {
  /** Every address that was asked, in order. */
  readonly asked: readonly string[];
}

type Init = Parameters<Fetch>[1];
type Reply = (init: Init, about: Party) => Response | Promise<Response>;

const bytes = (body: Uint8Array | string, status = 200): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), { status });
/** A right answer to the question: with its nonce, which stands last in it. */
const right: Reply = async ({ body }, about) =>
  bytes(await makeAnswer({ about, issuer: pki.issuing, signedBy: responder, nonce: body?.slice(-16) }));
const unreachable: Reply = () => Promise.reject(new Error('no route'));

interface Scene {
  /** Extensions of the person's certificate beside the usual ones. */
  readonly extensions?: readonly Uint8Array[];
  readonly replies?: Readonly<Record<string, Reply>>;
  readonly offline?: boolean;
}

/** The person signs, and who is asked replies by this table; at every address that is not in it a right answer would be had. */
async function judged({ extensions = [], replies = {}, offline = false }: Scene): Promise<Fetched> {
  const person = await pki.person({ extensions: (spki) => [...personExtensions(spki), ...extensions] });
  const place = { ocsp: undefined, crl: undefined, deltaCrl: undefined };
  const asked: string[] = [];
  const verdict = await verdictOn(bench, {
    signature: await signDetached({ signer: person, content: DOCUMENT }),
    crls: [],
    offline,
    trust: pki.trust({
      signing: {
        anchors: [{ certificate: pki.root.certificate, ...place }],
        issuers: [{ certificate: pki.issuing.certificate, ...place, ocsp: OCSP, crl: CRL }],
      },
    }),
    fetch: async (url, init) => {
      asked.push(url);
      return (replies[url] ?? right)(init, person);
    },
  });
  return { ...outcomeOf(verdict), asked };
}

const DOWN = { [OCSP]: unreachable, [CRL]: unreachable };
const scene = (order: Scene) => (): Promise<Fetched> =>
  judged({ ...order, replies: { ...DOWN, ...order.replies } });
const answering = (reply: Reply): (() => Promise<Fetched>) => scene({ replies: { [OCSP]: reply } });
const listing = (reply: Reply): (() => Promise<Fetched>) => scene({ replies: { [CRL]: reply } });
const claiming = (...extensions: readonly Uint8Array[]): (() => Promise<Fetched>) => scene({ extensions });

const open = (...asked: readonly string[]): Fetched => ({
  indication: 'INDETERMINATE',
  subIndication: 'TRY_LATER',
  stoppedBy: 'revocation',
  asked,
});
const negatives = negativesOf(11, async () => (await judged({})).indication);
const byList = async (): Promise<string> =>
  (await listing(async () => bytes(await makeList({ issuer: pki.issuing })))()).indication;

/** As fetch does when it may not follow: it rejects. */
const redirect = ({ redirect: mode }: { readonly redirect: string }): Response | Promise<Response> =>
  mode === 'error' ? Promise.reject(new TypeError('redirect')) : bytes('', 200);
const broken: Reply = () =>
  new Response(
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(new Uint8Array(10));
        controller.error(new Error('cut'));
      },
    }),
  );

export const RULE_11: readonly NegativeCase[] = [
  ...negatives(open(OCSP, CRL), {
    'a certificate that names a responder of its own': claiming(authorityInformationAccess({ ocsp: INSIDE })),
    'a certificate that names a place for its list': claiming(crlDistributionPoint(INSIDE)),
    'a certificate that names a place for its delta': claiming(freshestCrl(INSIDE)),
    'a certificate that names a place for its issuer': claiming(
      authorityInformationAccess({ issuer: INSIDE }),
    ),
    'a certificate that names a file of the server': claiming(
      authorityInformationAccess({ ocsp: 'file:///etc/passwd' }),
    ),
    'a responder that sends elsewhere': answering(redirect),
    'a responder that has an error': answering(() => bytes('', 500)),
    'a responder that says that it found nothing': answering(() => bytes('', 404)),
    'a responder with a right answer under a wrong status': answering(async (init, about) => {
      const good = await right(init, about);
      return bytes(new Uint8Array(await good.arrayBuffer()), 203);
    }),
    'a responder with nothing to say': answering(() => new Response(null, { status: 204 })),
    'a responder with an empty answer': answering(() => bytes('')),
    'a responder with a page': answering(() => bytes('<html>busy</html>')),
    'a responder with more than an answer can be': answering(() => bytes(new Uint8Array(64 * 1024 + 1))),
    'a responder that breaks off': answering(broken),
    'a responder with the answer to an older question': answering(async (_init, about) =>
      bytes(await makeAnswer({ about, issuer: pki.issuing, signedBy: responder, nonce: new Uint8Array(16) })),
    ),
  }),
  ...negatives(
    open(OCSP, CRL),
    {
      'a place of lists that sends elsewhere': listing(redirect),
      'a place of lists that has an error': listing(() => bytes('', 503)),
      'a place of lists with a page': listing(() => bytes('<html>moved</html>')),
      'a place of lists that breaks off': listing(broken),
      'a place of lists with the list of another authority': listing(async () =>
        bytes(await makeList({ issuer: pki.root })),
      ),
      'a place of lists with a list that its issuer did not sign': listing(async () =>
        bytes(await makeList({ issuer: pki.issuing, fault: 'flipped-signature' })),
      ),
    },
    byList,
  ),
  ...negatives(open(), {
    'a verification that may ask nobody': () => judged({ offline: true }),
  }),
  ...negatives(
    { indication: 'INDETERMINATE', subIndication: 'NO_CERTIFICATE_CHAIN_FOUND', asked: [] },
    {
      'an issuer that is nowhere but at the address that the certificate names': async () => {
        const issuing = await issue({
          subject: commonName('ELSEWHERE'),
          issuer: pki.root,
          extensions: authorityExtensions,
        });
        const person = await pki.person({
          issuer: issuing,
          extensions: (spki) => [...personExtensions(spki), authorityInformationAccess({ issuer: INSIDE })],
        });
        const asked: string[] = [];
        const { indication, subIndication } = await verdictOn(bench, {
          signature: await signDetached({ signer: person, content: DOCUMENT }),
          fetch: (url) => {
            asked.push(url);
            return Promise.resolve(bytes(issuing.der));
          },
        });
        return { indication, subIndication: String(subIndication), asked };
      },
    },
  ),
];
