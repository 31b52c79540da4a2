// What most tests of the verifier need: an authority, a person with a signing key, a document, a fresh revocation list, and a verdict.
import {
  verifySignature,
  type Verdict,
  type VerificationRequest,
  type VerifierOptions,
} from '../../src/signature/index.ts';
import type { CheckId, SubIndication } from '../../src/signature/index.ts';
import { signDetached, type MessageOrder, type SignerOrder } from './cms-kit.ts';
import {
  authorityExtensions,
  commonName,
  issue,
  makeList,
  NOW,
  PERSON,
  Pki,
  type CertificateOrder,
  type Party,
} from './signature-kit.ts';

export const DOCUMENT = new TextEncoder().encode('{"answer":"yes"}');

export interface Bench {
  readonly pki: Pki;
  readonly person: Party;
  readonly list: Uint8Array;
}

export async function makeBench(kind: Pki['kind'] = 'p256'): Promise<Bench> {
  const pki = await Pki.make(kind);
  return { pki, person: await pki.person(), list: await makeList({ issuer: pki.issuing }) };
}

const benches = new Map<Pki['kind'], Promise<Bench>>();

/** The bench of a kind of key, made once in a test file. */
export function benchOf(kind: Pki['kind'] = 'p256'): Promise<Bench> {
  const made = benches.get(kind) ?? makeBench(kind);
  benches.set(kind, made);
  return made;
}

export interface Trial extends Partial<VerificationRequest>, Partial<Omit<VerifierOptions, 'now'>> {
  readonly now?: number;
}

/** Verifies as the portal does an application, offline, with the bench's list at hand; everything can be told otherwise. */
export async function verdictOn({ pki, list }: Bench, trial: Trial): Promise<Verdict> {
  const { now = NOW, trust, crls, ocsp, fetch, limits, ...request } = trial;
  return verifySignature(
    {
      signature: new Uint8Array(),
      content: DOCUMENT,
      policy: 'citizen-application',
      expect: { iin: PERSON.iin },
      ...request,
    },
    {
      trust: trust ?? pki.trust(),
      now: () => new Date(now),
      crls: crls ?? [list],
      ...(ocsp && { ocsp }),
      ...(limits && { limits }),
      ...(fetch ? { fetch } : { offline: true }),
    },
  );
}

/** The bench's person signs the document, in the way the order says. */
export const sign = (
  { person }: Bench,
  order: Partial<SignerOrder> = {},
  message: Partial<MessageOrder> = {},
): Promise<Uint8Array> => signDetached({ signer: person, content: DOCUMENT, ...order }, message);

/** The indication of a right signature by a key of the kind. */
export const passes =
  (kind: Pki['kind'] = 'p256') =>
  async (): Promise<string> => {
    const bench = await benchOf(kind);
    return (await verdictOn(bench, { signature: await sign(bench) })).indication;
  };

export interface Outcome {
  readonly indication: string;
  readonly subIndication: SubIndication | undefined;
  /** Checks that did not pass, first the one that decided. */
  readonly stoppedBy: CheckId | undefined;
}

/** What a verdict comes down to. */
export function outcomeOf(verdict: Verdict): Outcome {
  const checks = [verdict, ...verdict.signatures].flatMap((part) => part.checks);
  return {
    indication: verdict.indication,
    subIndication: verdict.subIndication,
    stoppedBy: checks.find((check) => check.outcome === 'failed' || check.outcome === 'unknown')?.id,
  };
}

/** An outcome with what was found, without the number of the certificate that it was found on. */
export interface Explained extends Outcome {
  readonly why: string | undefined;
}

/** What a verdict comes down to, and why. */
export function explained(verdict: Verdict): Explained {
  const outcome = outcomeOf(verdict);
  const checks = [verdict, ...verdict.signatures].flatMap((part) => part.checks);
  const check = checks.find((one) => one.outcome === 'failed' || one.outcome === 'unknown');
  return { ...outcome, why: check?.evidence.replace(/^certificate [0-9a-f]+: /i, '') };
}

/** The outcome that a broken rule must have. */
export const stopped = (
  indication: 'TOTAL-FAILED' | 'INDETERMINATE',
  subIndication: SubIndication,
  stoppedBy: CheckId,
): Outcome => ({ indication, subIndication, stoppedBy });

/** Verifies a signature by a person whom another authority than the bench's issued, with that authority in the trust set. */
export async function underAuthority(
  bench: Bench,
  authority: Partial<CertificateOrder>,
  leaf: Partial<CertificateOrder> = {},
): Promise<Outcome> {
  const { root } = bench.pki;
  const issuing = await issue({
    subject: commonName('ISSUING OTHERWISE'),
    issuer: root,
    extensions: authorityExtensions,
    ...authority,
  });
  const person = await bench.pki.person({ issuer: issuing, ...leaf });
  return trusting(bench, [root], [issuing], person);
}

/** Verifies a signature by a person under these anchors and issuing authorities, with a fresh list of the last of them. */
export async function trusting(
  bench: Bench,
  anchors: readonly Party[],
  issuers: readonly Party[],
  person: Party,
): Promise<Outcome> {
  const place = (party: Party) => ({
    certificate: party.certificate,
    ocsp: undefined,
    crl: undefined,
    deltaCrl: undefined,
  });
  const group = { anchors: anchors.map(place), issuers: issuers.map(place) };
  const signature = await signDetached({ signer: person, content: DOCUMENT });
  const above = (issuers.at(-1) ?? anchors[0]) as Party;
  const verdict = await verdictOn(bench, {
    signature,
    trust: bench.pki.trust({ signing: group }),
    crls: [await makeList({ issuer: above })],
  });
  return outcomeOf(verdict);
}
