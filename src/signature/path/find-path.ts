// Builds certification paths from a target to an anchor (RFC 4158), judges each (RFC 5280 6.1), asks for revocation (6.3), and returns
// the first that is good or the one that came furthest. Every step is counted: cross-signed authorities cannot make it run on.
import type { Budget } from '../limits.ts';
import { PATH_CHECKS, type PathCheckId } from '../verdict/check.ts';
import type { SubIndication } from '../verdict/indication.ts';
import type { AlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import type { Certificate, PublicKeyInfo } from '../x509/x509-certificate.ts';
import { sameBytes } from '../portable/der-reader.ts';
import { sameName } from '../x509/x509-name.ts';
import { ANY_INPUTS, judgePath, type Path, type PolicyInputs } from './certification-path.ts';
import { mayHaveSigned } from './link.ts';
import { revocationStatus } from './revocation.ts';
import type {
  KnownCrl,
  KnownOcsp,
  RevocationContext,
  RevocationStatus,
  Timing,
} from './revocation-status.ts';

export interface PathRequest {
  readonly target: Certificate;
  readonly candidates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly crls: readonly KnownCrl[];
  readonly ocsp: readonly KnownOcsp[];
  readonly timing: Timing;
  readonly policies: PolicyInputs;
  readonly budget: Budget;
  /** Whether the algorithm of a list or an answer counts. Absent: all that are known. */
  readonly accepts?: ((algorithm: AlgorithmIdentifier) => boolean) | undefined;
  /** Whether the status of a certificate is asked; the target always has `isTarget`. Absent: of all. */
  readonly asksStatus?: ((certificate: Certificate, isTarget: boolean) => boolean) | undefined;
}

/** One certificate of a path with what is known about its revocation; `undefined` status: not asked. */
export interface PathMember {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly status: RevocationStatus | undefined;
}

export interface FoundPath {
  readonly path: Path;
  /** The key of the target, completed with parameters that it inherits. */
  readonly targetKey: PublicKeyInfo;
  /** From the certificate below the anchor to the target. */
  readonly members: readonly PathMember[];
  readonly broken: ReadonlyMap<PathCheckId, string>;
  readonly subIndication: SubIndication | undefined;
}

/**
 * The best path for a target: a good one if there is one, else the one that came furthest.
 * `malformed`: the target cannot be read; `none`: no issuer leads to an anchor. Candidates that cannot be read are passed over.
 * @throws LimitExceeded
 */
export function findPath(request: PathRequest): FoundPath | 'malformed' | 'none' {
  if (!request.target.isWellFormed) return 'malformed';
  const candidates = request.candidates.filter((candidate) => candidate.isWellFormed);
  return search({ ...request, candidates }, []) ?? 'none';
}

/** @param above targets whose paths are being looked for already; a separate CRL signer cannot lean on itself */
function search(request: PathRequest, above: readonly Certificate[]): FoundPath | undefined {
  let best: FoundPath | undefined;
  for (const path of paths(request, [request.target])) {
    request.budget.spend('pathsJudged');
    const found = judge(path, request, above);
    if (found.subIndication === undefined) return found;
    if (!best || progress(found) > progress(best)) best = found;
  }
  return best;
}

/** How far a path came: the later the first broken rule, the further; a revoked path went further than one of unknown status. */
function progress({ broken, members }: FoundPath): number {
  const [first] = broken.keys();
  const revoked = members.some((member) => member.status?.status === 'revoked') ? 0.5 : 0;
  return first === undefined ? Infinity : PATH_CHECKS.indexOf(first) + revoked;
}

/** All paths above a chain that starts with the target, depth first, anchors before others. */
function* paths(request: PathRequest, chain: readonly Certificate[]): Generator<Path> {
  const { anchors, candidates, budget } = request;
  const child = chain.at(-1) as Certificate;
  for (const anchor of anchors) {
    if (!issued(anchor, child, budget)) continue;
    yield { anchor, certificates: chain.toReversed() };
  }
  if (chain.length >= budget.limits.pathLength) return;
  for (const issuer of preferred(candidates, child)) {
    if (chain.some((member) => repeats(member, issuer)) || anchors.some((anchor) => anchor.equals(issuer)))
      continue;
    if (issued(issuer, child, budget)) yield* paths(request, [...chain, issuer]);
  }
}

function issued(issuer: Certificate, child: Certificate, budget: Budget): boolean {
  budget.spend('pathSteps');
  return sameName(issuer.subject, child.issuer) && mayHaveSigned(child, issuer.publicKey, budget);
}

/** The same certificate, or the same authority with the same key (RFC 4158 5.2). */
const repeats = (member: Certificate, issuer: Certificate): boolean =>
  member.equals(issuer) ||
  (sameBytes(member.publicKey.bytes, issuer.publicKey.bytes) && sameName(member.subject, issuer.subject));

/** Candidates whose key identifier is the one that the child names come first. */
function preferred(candidates: readonly Certificate[], child: Certificate): readonly Certificate[] {
  const wanted = child.authorityKeyIdentifier?.keyIdentifier;
  if (!wanted) return candidates;
  const fits = (candidate: Certificate): boolean =>
    candidate.subjectKeyIdentifier !== undefined && sameBytes(candidate.subjectKeyIdentifier, wanted);
  return [...candidates.filter(fits), ...candidates.filter((candidate) => !fits(candidate))];
}

function judge(path: Path, request: PathRequest, above: readonly Certificate[]): FoundPath {
  const { broken, keys } = judgePath(path, request.timing.at, request.policies, request.budget);
  const targetKey = keys.at(-1) as PublicKeyInfo;
  if (broken.size > 0)
    return { path, targetKey, members: [], broken, subIndication: subIndicationOf(broken, []) };
  const members = membersOf(path, keys, request, above);
  const worst = members.find((member) => member.status?.status === 'revoked') ?? unknownAmong(members);
  const found = worst ? new Map<PathCheckId, string>([['revocation', evidenceOf(worst)]]) : broken;
  return { path, targetKey, members, broken: found, subIndication: subIndicationOf(found, members) };
}

function membersOf(
  path: Path,
  keys: readonly PublicKeyInfo[],
  request: PathRequest,
  above: readonly Certificate[],
): PathMember[] {
  const context: RevocationContext = {
    crls: request.crls,
    ocsp: request.ocsp,
    pool: request.candidates,
    timing: request.timing,
    budget: request.budget,
    accepts: request.accepts ?? (() => true),
    hasPath: (certificate, anchor, at) => hasPath(certificate, { request, anchor, at, above }),
  };
  return path.certificates.map((certificate, i) => {
    const isTarget = i === path.certificates.length - 1;
    const issuer = i === 0 ? path.anchor : (path.certificates[i - 1] as Certificate);
    const key = i === 0 ? path.anchor.publicKey : (keys[i - 1] as PublicKeyInfo);
    const asked = request.asksStatus?.(certificate, isTarget) ?? true;
    const onPath = { certificate: issuer, key, anchor: path.anchor };
    return {
      certificate,
      issuer,
      status: asked ? revocationStatus(certificate, onPath, context) : undefined,
    };
  });
}

/** Whether a separate signer of CRLs has a good path of its own to the same anchor (RFC 5280 6.3.3 f). */
function hasPath(
  certificate: Certificate,
  {
    request,
    anchor,
    at,
    above,
  }: { request: PathRequest; anchor: Certificate; at: number; above: readonly Certificate[] },
): boolean {
  if (above.some((other) => other.equals(certificate)) || certificate.equals(request.target)) return false;
  const inner: PathRequest = {
    ...request,
    target: certificate,
    anchors: [anchor],
    timing: { ...request.timing, at },
    policies: ANY_INPUTS,
  };
  const found = search(inner, [...above, request.target]);
  return found !== undefined && found.subIndication === undefined;
}

const unknownAmong = (members: readonly PathMember[]): PathMember | undefined =>
  members.find((member) => member.status?.status === 'unknown');

function evidenceOf({ status }: PathMember): string {
  if (status?.status === 'revoked') return `revoked at ${new Date(status.revokedAt).toISOString()}`;
  return status?.status === 'unknown' ? status.why : '';
}

function subIndicationOf(
  broken: ReadonlyMap<PathCheckId, string>,
  members: readonly PathMember[],
): SubIndication | undefined {
  const [first] = broken.keys();
  switch (first) {
    case undefined:
      return undefined;
    case 'path-validity':
      return 'OUT_OF_BOUNDS_NO_POE';
    case 'revocation': {
      const revoked = members.find((member) => member.status?.status === 'revoked');
      if (!revoked) return 'TRY_LATER';
      return revoked === members.at(-1) ? 'REVOKED_NO_POE' : 'REVOKED_CA_NO_POE';
    }
    case 'path-signatures':
    case 'path-names':
      return 'CERTIFICATE_CHAIN_GENERAL_FAILURE';
    default:
      return 'CHAIN_CONSTRAINTS_FAILURE';
  }
}
