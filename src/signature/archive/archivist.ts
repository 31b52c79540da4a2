// Keeps a signature so that it can be verified when every server is gone: level LT (chain, OCSP answers and lists inside the message), and
// level LTA by an archive time-stamp, renewed before the time-stamping authority's certificate ends. See src/decisions/0009.
import { ok, refuse, type Result } from '../../platform/result.ts';
import { archiveInput, makeHashIndex } from '../cms/archive-time-stamp.ts';
import { extendMessage } from '../cms/extend-message.ts';
import { ATTRIBUTE_TYPE } from '../cms/object-identifiers.ts';
import type { SignedData } from '../cms/signed-data.ts';
import type { VerificationRequest, Verifier } from '../create-verifier.ts';
import { digest, type DigestName } from '../portable/digest.ts';
import { attribute } from '../portable/signed-data.ts';
import type { SignatureVerdict, Verdict } from '../verdict/verdict-schema.ts';
import { TimeStampClient, type TimeStampClientOptions } from './time-stamp-client.ts';
import { openMessage, timestamp, type TimestampProblem } from './timestamp.ts';

export type KeepingProblem =
  | TimestampProblem
  /** A service that must be asked does not answer: later. */
  | 'not-now'
  /** The signature itself does not pass: there is nothing to keep. */
  | 'not-valid'
  /** What could be gathered does not suffice without servers: later, and somebody should look. */
  | 'incomplete';

/** What to keep; the content must be said, since it is never taken from the message. */
export type KeepingRequest = Pick<VerificationRequest, 'signature' | 'policy' | 'expect' | 'at'> & {
  readonly content: Uint8Array;
};

export interface KeptSignature {
  /** DER: the signature as it was signed, with everything that its verification needs. */
  readonly message: Uint8Array;
  readonly level: SignatureVerdict['level'];
  readonly bestSignatureTime: SignatureVerdict['bestSignatureTime'];
  /** When the newest time-stamp loses its authority's certificate; absent without a time-stamp. */
  readonly renewBefore?: Date;
  /** Of the message alone, reached without asking anybody. */
  readonly verdict: Verdict;
}

export interface Archivist {
  /** Lifts a signature to level LT; to level B with its evidence where the trust set names no time-stamping authority. */
  preserve(request: KeepingRequest): Promise<Result<KeptSignature, KeepingProblem>>;
  /** Adds an archive time-stamp to a kept signature (level LTA), with fresh evidence below and beside it. */
  renew(request: KeepingRequest): Promise<Result<KeptSignature, KeepingProblem>>;
}

export type ArchivistOptions = TimeStampClientOptions & { readonly verifier: Pick<Verifier, 'verify'> };

/** No end is known for it, and every archive time-stamp of the national centre is over it. */
const INDEX_DIGEST: DigestName = 'streebog512';

export function createArchivist(options: ArchivistOptions): Archivist {
  const bench: Bench = { verifier: options.verifier, client: new TimeStampClient(options) };
  return {
    preserve: (request) => preserve(request, bench),
    renew: (request) => renew(request, bench),
  };
}

interface Bench {
  readonly verifier: Pick<Verifier, 'verify'>;
  readonly client: TimeStampClient;
}

async function preserve(
  request: KeepingRequest,
  bench: Bench,
): Promise<Result<KeptSignature, KeepingProblem>> {
  const asItCame = openMessage(request.signature);
  if (!asItCame) return refuse('not-a-signature');
  const before = await bench.verifier.verify(request);
  if (before.indication !== 'TOTAL-PASSED') return refuse(problemOf(before));
  const hasTime = before.signatures.every(({ timeStamps }) => timeStamps.some(({ accepted }) => accepted));
  const stamped = hasTime ? ok(asItCame.bytes) : await timestamp(asItCame.bytes, bench.client);
  if (!stamped.ok && stamped.problem !== 'no-authority') return stamped;
  const message = stamped.ok ? stamped.value : asItCame.bytes;
  const gathered = await withEvidence({ ...request, signature: message }, bench);
  return gathered.ok ? checked({ ...request, signature: gathered.value }, bench) : gathered;
}

async function renew(request: KeepingRequest, bench: Bench): Promise<Result<KeptSignature, KeepingProblem>> {
  const below = await withEvidence(request, bench);
  if (!below.ok) return below;
  const message = openMessage(below.value);
  if (!message) return refuse('not-a-signature');
  const unsigned: Uint8Array[][] = [];
  for (const position of message.signers.keys()) {
    const token = await archiveTimeStamp(message, position, request.content, bench);
    if (!token.ok) return token;
    unsigned.push([attribute(ATTRIBUTE_TYPE.archiveTimeStampV3, token.value)]);
  }
  const stamped = extendMessage(message.bytes, { unsigned });
  const beside = await withEvidence({ ...request, signature: stamped }, bench);
  if (!beside.ok) return beside;
  const kept = await checked({ ...request, signature: beside.value }, bench);
  return kept.ok && kept.value.level !== 'LTA' ? refuse('incomplete') : kept;
}

/** A token over everything that the message holds for a signer, with the index of it inside. */
async function archiveTimeStamp(
  message: SignedData,
  position: number,
  content: Uint8Array,
  { client }: Bench,
): Promise<Result<Uint8Array, KeepingProblem>> {
  const signer = message.signers[position] as SignedData['signers'][number];
  const index = makeHashIndex(message, signer, INDEX_DIGEST);
  const input = (imprint: DigestName): Uint8Array =>
    archiveInput(message, signer, digest(imprint, content), index);
  const token = await client.stamp(input);
  if (!token.ok) return token;
  return ok(
    extendMessage(token.value, { unsigned: [[attribute(ATTRIBUTE_TYPE.archiveHashIndexV3, index)]] }),
  );
}

/** The message with everything that a verdict over it, reached by asking, rests on. */
async function withEvidence(
  request: KeepingRequest,
  { verifier }: Bench,
): Promise<Result<Uint8Array, KeepingProblem>> {
  const verdict = await verifier.verify(request);
  const message = openMessage(request.signature);
  if (verdict.indication !== 'TOTAL-PASSED' || !verdict.evidence || !message)
    return refuse(problemOf(verdict));
  // A time-stamp whose own revocation could not be asked counts later, not never.
  if (
    verdict.signatures.some(({ timeStamps }) => timeStamps.some((one) => one.subIndication === 'TRY_LATER'))
  )
    return refuse('not-now');
  const { certificates, crls, ocsp } = verdict.evidence;
  const bytesOf = (all: readonly string[]): Uint8Array[] =>
    all.map((one) => new Uint8Array(Buffer.from(one, 'base64')));
  return ok(
    extendMessage(message.bytes, {
      certificates: bytesOf(certificates),
      crls: bytesOf(crls),
      ocsp: bytesOf(ocsp),
    }),
  );
}

/** Verifies without asking anybody: first as a stranger would who knows no time of receipt, then as the journal of the portal knows it. */
async function checked(
  request: KeepingRequest,
  { verifier }: Bench,
): Promise<Result<KeptSignature, KeepingProblem>> {
  const { at: _receipt, ...asStranger } = request;
  for (const one of [asStranger, request]) {
    const verdict = await verifier.verify({ ...one, offline: true });
    const [signature] = verdict.signatures;
    if (verdict.indication !== 'TOTAL-PASSED' || !signature) continue;
    const { level, bestSignatureTime, timeStamps } = signature;
    const ends = timeStamps.flatMap(({ accepted, authorityUntil }) =>
      accepted && authorityUntil !== undefined ? [Date.parse(authorityUntil)] : [],
    );
    return ok({
      message: request.signature,
      level,
      bestSignatureTime,
      ...(ends.length > 0 && { renewBefore: new Date(Math.max(...ends)) }),
      verdict,
    });
  }
  return refuse('incomplete');
}

const problemOf = ({ subIndication }: Verdict): KeepingProblem =>
  subIndication === 'TRY_LATER' ? 'not-now' : 'not-valid';
