// All procedures by id and version. A case keeps the version that was in the register when it was submitted.
import { ok, refuse, type Result } from '../platform/result.ts';
import { checkRegulation, type RegulationProblem } from './check-regulation.ts';
import { allRegulations } from './data/all.ts';
import { furtherProcedures } from './further-procedures.ts';
import { officeOf } from './reference/offices.ts';
import type { Regulation } from './regulation.ts';

export interface Registry {
  /** The newest version of each procedure, in the order of the register. */
  readonly current: readonly Regulation[];
  /** A procedure: the given version, or the newest. Undefined when there is none. */
  find(id: string, version?: number): Regulation | undefined;
}

function freezeDeep<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) freezeDeep(part as object);
  }
  return Object.freeze(value);
}

/**
 * Checks and freezes procedures.
 * @param regulations all versions of all procedures
 * @returns the register, or the first problem: what {@link checkRegulation} found, or two procedures under one id and version
 */
export function createRegistry(regulations: readonly Regulation[]): Result<Registry, RegulationProblem> {
  const versions = new Map<string, Regulation>();
  const newest = new Map<string, Regulation>();
  for (const candidate of regulations) {
    const checked = checkRegulation(candidate);
    if (!checked.ok) return checked;
    const key = `${candidate.id}@${candidate.version}`;
    if (versions.has(key)) return refuse({ kind: 'duplicate-id', regulation: candidate.id, name: key });
    const frozen = freezeDeep(candidate);
    versions.set(key, frozen);
    if ((newest.get(candidate.id)?.version ?? 0) < candidate.version) newest.set(candidate.id, frozen);
  }
  return ok({
    current: [...newest.values()],
    find: (id, version) => (version === undefined ? newest.get(id) : versions.get(`${id}@${version}`)),
  });
}

function open(): Registry {
  const homeless = furtherProcedures.find(({ offices }) => offices.some((id) => officeOf(id) === undefined));
  if (homeless !== undefined)
    throw new Error(`The file ${homeless.file} names an office that does not exist`);
  // What stands in a file is unknown until it is checked; createRegistry does that first.
  const further = furtherProcedures.map(({ regulation }) => regulation as unknown as Regulation);
  const opened = createRegistry([...allRegulations, ...further]);
  if (opened.ok) return opened.value;
  const { regulation, kind, name } = opened.problem;
  throw new Error(`The procedure ${regulation} is refused: ${kind}, ${name}`);
}

/** The procedures of this portal. */
export const registry: Registry = open();

/** The procedures that an office runs, in the order of its own list; none for an office that does not exist. */
export function regulationsOfOffice(office: string): readonly Regulation[] {
  return (officeOf(office)?.regulations ?? []).flatMap((id) => registry.find(id) ?? []);
}
