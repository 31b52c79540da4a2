// One fixed certification path under RFC 5280 6.1: every rule is looked at, also after one has failed, so that a report is whole.
import type { SignatureFlaw } from '../crypto/verify-bytes.ts';
import { withParametersOf } from '../crypto/public-key.ts';
import type { Budget } from '../limits.ts';
import { PATH_CHECKS, type PathCheckId } from '../verdict/check.ts';
import { ANY_POLICY, EXTENSION } from '../x509/object-identifiers.ts';
import type { Certificate, PublicKeyInfo } from '../x509/x509-certificate.ts';
import { KEY_USAGE, unknownCritical } from '../x509/x509-extensions.ts';
import { sameName, type Name } from '../x509/x509-name.ts';
import { linkFlaw } from './link.ts';
import { NameRules } from './name-constraints.ts';
import { constrainedPolicies, PolicyGraph } from './policy-graph.ts';

/** The inputs of RFC 5280 6.1.1 about policies. */
export interface PolicyInputs {
  readonly initialPolicies: ReadonlySet<string>;
  readonly requireExplicitPolicy: boolean;
  readonly inhibitPolicyMapping: boolean;
  readonly inhibitAnyPolicy: boolean;
}

export const ANY_INPUTS: PolicyInputs = {
  initialPolicies: new Set([ANY_POLICY]),
  requireExplicitPolicy: false,
  inhibitPolicyMapping: false,
  inhibitAnyPolicy: false,
};

/** A path from the certificate below the anchor (first) to the target (last), with the keys that each was checked with. */
export interface Path {
  readonly anchor: Certificate;
  readonly certificates: readonly Certificate[];
}

export interface PathJudgement {
  /** Rules that are broken, each with what was found; empty when the path is good. */
  readonly broken: ReadonlyMap<PathCheckId, string>;
  /** Keys of the certificates, completed with inherited parameters, in the order of the path. */
  readonly keys: readonly PublicKeyInfo[];
}

const PROCESSED: ReadonlySet<string> = new Set([
  EXTENSION.subjectKeyIdentifier,
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.keyUsage,
  EXTENSION.extKeyUsage,
  EXTENSION.subjectAltName,
  EXTENSION.basicConstraints,
  EXTENSION.nameConstraints,
  EXTENSION.crlDistributionPoints,
  EXTENSION.certificatePolicies,
  EXTENSION.policyMappings,
  EXTENSION.policyConstraints,
  EXTENSION.inhibitAnyPolicy,
]);

interface State {
  readonly broken: Map<PathCheckId, string>;
  readonly graph: PolicyGraph;
  readonly names: NameRules;
  explicitPolicy: number;
  policyMapping: number;
  inhibitAnyPolicy: number;
  maxPathLength: number;
  workingKey: PublicKeyInfo;
  workingName: Name;
}

/**
 * Judges one path at a moment.
 * @param at milliseconds
 * @throws LimitExceeded
 */
export function judgePath(path: Path, at: number, inputs: PolicyInputs, budget: Budget): PathJudgement {
  const n = path.certificates.length;
  const state: State = {
    broken: new Map(),
    graph: new PolicyGraph(),
    names: new NameRules(budget),
    explicitPolicy: inputs.requireExplicitPolicy ? 0 : n + 1,
    policyMapping: inputs.inhibitPolicyMapping ? 0 : n + 1,
    inhibitAnyPolicy: inputs.inhibitAnyPolicy ? 0 : n + 1,
    maxPathLength: n,
    workingKey: path.anchor.publicKey,
    workingName: path.anchor.subject,
  };
  const keys: PublicKeyInfo[] = [];
  path.certificates.forEach((certificate, i) => {
    const isTarget = i === n - 1;
    checkBasics(certificate, { state, at, budget, isTarget });
    if (isTarget) wrapUp(certificate, state, inputs);
    else prepareNext(certificate, state);
    state.workingKey = withParametersOf(certificate.publicKey, state.workingKey);
    state.workingName = certificate.subject;
    keys.push(state.workingKey);
  });
  return { broken: inOrder(state.broken), keys };
}

const inOrder = (broken: Map<PathCheckId, string>): Map<PathCheckId, string> =>
  broken.size === 0
    ? broken
    : new Map(PATH_CHECKS.flatMap((id) => (broken.has(id) ? [[id, broken.get(id) as string]] : [])));

function fail(state: State, id: PathCheckId, evidence: string): void {
  if (!state.broken.has(id)) state.broken.set(id, evidence);
}

/** 6.1.3: signature, time, name, name constraints, policies. */
function checkBasics(
  certificate: Certificate,
  { state, at, budget, isTarget }: { state: State; at: number; budget: Budget; isTarget: boolean },
): void {
  const flaw: SignatureFlaw | undefined = linkFlaw(certificate, state.workingKey, budget);
  if (flaw) fail(state, 'path-signatures', flaw);
  if (at < certificate.notBefore)
    fail(state, 'path-validity', `not valid before ${iso(certificate.notBefore)}`);
  if (at > certificate.notAfter) fail(state, 'path-validity', `not valid after ${iso(certificate.notAfter)}`);
  if (!sameName(certificate.issuer, state.workingName))
    fail(state, 'path-names', 'issuer is not the subject above');

  const selfIssuedCa = !isTarget && certificate.isSelfIssued;
  const violation = selfIssuedCa ? undefined : state.names.violation(certificate);
  if (violation) fail(state, 'name-constraints', violation);

  state.graph.addCertificate(certificate.policies, state.inhibitAnyPolicy > 0 || selfIssuedCa);
  if (state.explicitPolicy === 0 && state.graph.isEmpty)
    fail(state, 'certificate-policies', 'no policy is valid for the path');
}

/** 6.1.4, for every certificate but the last. */
function prepareNext(certificate: Certificate, state: State): void {
  const mappings = certificate.policyMappings;
  if (mappings) {
    if (mappings.some((pair) => pair.issuerPolicy === ANY_POLICY || pair.subjectPolicy === ANY_POLICY))
      fail(state, 'certificate-policies', 'anyPolicy is mapped');
    state.graph.applyMappings(mappings, state.policyMapping > 0);
  }
  const constraints = certificate.nameConstraints;
  if (constraints) state.names.add(constraints);
  if (!certificate.isSelfIssued) {
    state.explicitPolicy = decremented(state.explicitPolicy);
    state.policyMapping = decremented(state.policyMapping);
    state.inhibitAnyPolicy = decremented(state.inhibitAnyPolicy);
  }
  const limits = certificate.policyConstraints;
  state.explicitPolicy = Math.min(state.explicitPolicy, limits?.requireExplicitPolicy ?? Infinity);
  state.policyMapping = Math.min(state.policyMapping, limits?.inhibitPolicyMapping ?? Infinity);
  state.inhibitAnyPolicy = Math.min(state.inhibitAnyPolicy, certificate.inhibitAnyPolicy ?? Infinity);

  if (certificate.version !== 3 || !certificate.isCa)
    fail(state, 'basic-constraints', 'issuer is no authority');
  if (!certificate.isSelfIssued) {
    if (state.maxPathLength <= 0) fail(state, 'path-length', 'more authorities than allowed above');
    state.maxPathLength -= 1;
  }
  state.maxPathLength = Math.min(state.maxPathLength, certificate.basicConstraints?.pathLength ?? Infinity);
  if (certificate.keyUsage !== undefined && (certificate.keyUsage & KEY_USAGE.keyCertSign) === 0)
    fail(state, 'ca-key-usage', 'issuer may not sign certificates');
  checkCritical(certificate, state);
}

/** 6.1.5, for the last certificate. */
function wrapUp(certificate: Certificate, state: State, inputs: PolicyInputs): void {
  state.explicitPolicy = decremented(state.explicitPolicy);
  if (certificate.policyConstraints?.requireExplicitPolicy === 0) state.explicitPolicy = 0;
  checkCritical(certificate, state);
  const policies = constrainedPolicies(state.graph, inputs.initialPolicies);
  if (state.explicitPolicy === 0 && policies.size === 0)
    fail(state, 'certificate-policies', 'none of the policies asked for is valid for the path');
}

function checkCritical(certificate: Certificate, state: State): void {
  const unknown = unknownCritical(certificate.extensions, PROCESSED);
  if (unknown.length > 0) fail(state, 'critical-extensions', `unknown: ${unknown.join(', ')}`);
}

const decremented = (counter: number): number => Math.max(0, counter - 1);
const iso = (time: number): string => new Date(time).toISOString();
