// Certificate policies along a path (RFC 5280 6.1 with the graph of RFC 9618): one node for each policy and certificate, so that hostile
// policies and mappings cost their own length and not its power.
import { ANY_POLICY } from '../x509/object-identifiers.ts';
import type { PolicyMapping } from '../x509/x509-extensions.ts';

interface PolicyNode {
  readonly policy: string;
  expected: readonly string[];
  readonly parents: readonly PolicyNode[];
  children: number;
}

type Level = Map<string, PolicyNode>;

const node = (
  policy: string,
  parents: readonly PolicyNode[],
  expected: readonly string[] = [policy],
): PolicyNode => {
  for (const parent of parents) parent.children += 1;
  return { policy, expected, parents, children: 0 };
};

export class PolicyGraph {
  /** The last element is the level of the certificate at hand; an empty graph has none. */
  #levels: Level[] = [new Map([[ANY_POLICY, node(ANY_POLICY, [])]])];

  /** Whether no policy is valid any more (the NULL of RFC 5280). */
  get isEmpty(): boolean {
    return this.#levels.length === 0;
  }

  /** Adds the policies of the next certificate: RFC 9618 5.2, 6.1.3 (d) and (e). */
  addCertificate(policies: readonly string[] | undefined, anyPolicyCounts: boolean): void {
    const above = this.#levels.at(-1);
    if (!above) return;
    if (!policies) {
      this.#levels = [];
      return;
    }
    const parentsOf = expecting(above);
    const level: Level = new Map();
    const anyAbove = above.get(ANY_POLICY);
    for (const policy of policies) {
      if (policy === ANY_POLICY) continue;
      const parents = parentsOf.get(policy) ?? (anyAbove ? [anyAbove] : []);
      if (parents.length > 0) level.set(policy, node(policy, parents));
    }
    if (policies.includes(ANY_POLICY) && anyPolicyCounts)
      for (const [policy, parents] of parentsOf)
        if (!level.has(policy)) level.set(policy, node(policy, parents));
    this.#levels.push(level);
    this.#prune();
  }

  /** Applies the mappings of a certificate authority: RFC 9618 5.3, 6.1.4 (b). */
  applyMappings(mappings: readonly PolicyMapping[], allowed: boolean): void {
    const level = this.#levels.at(-1);
    if (!level) return;
    const mapped = new Map<string, Set<string>>();
    for (const { issuerPolicy, subjectPolicy } of mappings)
      mapped.set(issuerPolicy, (mapped.get(issuerPolicy) ?? new Set()).add(subjectPolicy));
    for (const [policy, subjectPolicies] of mapped) {
      const known = level.get(policy);
      if (!allowed) {
        if (known) removeFrom(level, known);
        continue;
      }
      const anyAbove = level.has(ANY_POLICY) ? this.#levels.at(-2)?.get(ANY_POLICY) : undefined;
      if (known) known.expected = [...subjectPolicies];
      else if (anyAbove) level.set(policy, node(policy, [anyAbove], [...subjectPolicies]));
    }
    if (!allowed) this.#prune();
  }

  /** The policies of the anchor's domain that the whole path is valid for: RFC 9618 5.4, 6.1.5 (g). */
  authorityPolicies(): Set<string> {
    const valid = new Set<string>();
    for (const level of this.#levels)
      for (const { policy, parents } of level.values())
        if (policy !== ANY_POLICY && parents.some((parent) => parent.policy === ANY_POLICY))
          valid.add(policy);
    if (this.#levels.at(-1)?.has(ANY_POLICY)) valid.add(ANY_POLICY);
    return valid;
  }

  /** Removes nodes without children above the last level, and the whole graph when nothing is left of it. */
  #prune(): void {
    for (let depth = this.#levels.length - 2; depth >= 0; depth -= 1) {
      const level = this.#levels[depth] as Level;
      for (const candidate of [...level.values()]) if (candidate.children === 0) removeFrom(level, candidate);
    }
    if (this.#levels.some((level) => level.size === 0)) this.#levels = [];
  }
}

/** Which nodes of a level expect a policy below them. */
function expecting(level: Level): Map<string, PolicyNode[]> {
  const parents = new Map<string, PolicyNode[]>();
  for (const candidate of level.values())
    for (const policy of candidate.expected) {
      const known = parents.get(policy);
      if (known) known.push(candidate);
      else parents.set(policy, [candidate]);
    }
  return parents;
}

function removeFrom(level: Level, gone: PolicyNode): void {
  level.delete(gone.policy);
  for (const parent of gone.parents) parent.children -= 1;
}

/** Policies of the user that the path is valid for (RFC 5280 6.1.5 g): the intersection, where anyPolicy stands for all. */
export function constrainedPolicies(graph: PolicyGraph, initial: ReadonlySet<string>): ReadonlySet<string> {
  const authority = graph.authorityPolicies();
  if (initial.has(ANY_POLICY)) return authority;
  if (authority.has(ANY_POLICY)) return initial;
  return new Set([...initial].filter((policy) => authority.has(policy)));
}
