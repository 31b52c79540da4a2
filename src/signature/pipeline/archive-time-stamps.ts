// Time-stamps over a signature with all its evidence (level LTA). Each one that holds proves that what it covers, older time-stamps too,
// existed at its moment; so the newest is judged first, and an older one at the moment that a newer one proves.
import {
  archiveInput,
  coversValue,
  isComplete,
  readHashIndex,
  type HashIndex,
} from '../cms/archive-time-stamp.ts';
import { ATTRIBUTE_TYPE } from '../cms/object-identifiers.ts';
import { readSignedData, valuesOf, type SignedData, type SignerInfo } from '../cms/signed-data.ts';
import { readTstInfo } from '../cms/tst-info.ts';
import { orMalformed } from '../portable/or-malformed.ts';
import { algorithmFlaw } from '../policy/algorithm-policy.ts';
import { raw, type Der } from '../portable/der-reader.ts';
import type { Content } from './content.ts';
import type { Environment, Evidence } from './environment.ts';
import { verifyTimeStamp, type TimeStampResult } from './time-stamp.ts';

export interface ArchiveQuestion {
  readonly message: SignedData;
  readonly signer: SignerInfo;
  readonly content: Content;
  readonly environment: Environment;
  readonly evidence: Evidence;
}

export interface ArchiveTimeStamps {
  /** Newest first. */
  readonly results: readonly TimeStampResult[];
  /** The earliest moment at which a value of an unsigned attribute is proven to have existed, in milliseconds. */
  provenBy(type: string, value: Der): number | undefined;
}

interface Accepted {
  readonly index: HashIndex;
  readonly at: number;
}

/** Verifies the archive time-stamps of a signer. @throws LimitExceeded */
export function verifyArchiveTimeStamps(question: ArchiveQuestion): ArchiveTimeStamps {
  const accepted: Accepted[] = [];
  const type = ATTRIBUTE_TYPE.archiveTimeStampV3;
  const provenBy = (kind: string, value: Der): number | undefined => {
    const moments = accepted.filter(({ index }) => coversValue(index, kind, value)).map(({ at }) => at);
    return moments.length > 0 ? Math.min(...moments) : undefined;
  };
  const results = newestFirst(valuesOf(question.signer.unsignedAttributes, type), question).map(
    ({ value, index }) => {
      const result = verifyOne({ value, index }, provenBy(type, value), question);
      if (index && result.provenAt !== undefined) accepted.push({ index, at: result.provenAt });
      return result;
    },
  );
  return { results, provenBy };
}

interface Candidate {
  readonly value: Der;
  readonly index: HashIndex | undefined;
}

/** In the order of what the tokens claim; a false claim only takes away proof from its own token. */
function newestFirst(values: readonly Der[], { environment }: ArchiveQuestion): Candidate[] {
  const read = values.map((value) => {
    const token = orMalformed(() => readSignedData(raw(value), environment.budget));
    if (token === 'malformed') return { value, index: undefined, claimed: -Infinity };
    const { content, signers } = token;
    const info = orMalformed(() => (content ? readTstInfo(content) : undefined));
    const claimed = typeof info === 'object' ? info.genTime : -Infinity;
    const indexes = valuesOf(signers[0]?.unsignedAttributes ?? [], ATTRIBUTE_TYPE.archiveHashIndexV3);
    const index = orMalformed(() => (indexes.length === 1 ? readHashIndex(indexes[0] as Der) : undefined));
    return { value, index: index === 'malformed' ? undefined : index, claimed };
  });
  return read.sort((a, b) => b.claimed - a.claimed);
}

function verifyOne(
  { value, index }: Candidate,
  provenBy: number | undefined,
  { message, signer, content, environment, evidence }: ArchiveQuestion,
): TimeStampResult {
  const result = verifyTimeStamp(
    raw(value),
    {
      bytes: (imprint) =>
        archiveInput(message, signer, content.digest(imprint), index?.bytes ?? new Uint8Array()),
      ...(provenBy !== undefined && { provenBy }),
    },
    environment,
    evidence,
  );
  const { policy, now } = environment;
  const weak = index?.digest && algorithmFlaw(policy.algorithms, { digest: index.digest }, provenBy ?? now);
  const flaw = !index
    ? 'it does not list what it covers'
    : weak
      ? `digest ${index.digest} does not count`
      : isComplete(index, message, signer)
        ? undefined
        : 'evidence that it covers is missing or altered';
  result.findings.judge('archive-time-stamp-index', flaw, {
    evidence: `${index?.certificates.length ?? 0} certificates, ${index?.revocation.length ?? 0} lists and answers, ${index?.attributes.length ?? 0} attributes`,
    source: 'EN 319 122-1 5.5.2',
    otherwise: weak ? 'CRYPTO_CONSTRAINTS_FAILURE' : 'HASH_FAILURE',
  });
  return flaw === undefined ? result : { ...result, provenAt: undefined };
}
