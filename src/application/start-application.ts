// Process 3 begins: the form opens, filled from the registers. One open draft for a person and a service, wherever it is opened.
import { newId } from '../platform/ids.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Registers } from '../registers/index.ts';
import { registry } from '../regulations/index.ts';
import type { Applicant, ApplicationDeps } from './application-deps.ts';
import type { Draft, RegisterSnapshot } from './application.ts';
import { findDraft } from './find-own.ts';
import { hasWholeForm } from './portal-form.ts';

/** Asks all registers at once; a silent one leaves a mark instead of an answer. */
export async function askRegisters(registers: Registers, iin: string): Promise<RegisterSnapshot> {
  const [persons, disability, disease, mobile] = await Promise.all([
    registers.person(iin),
    registers.disability(iin),
    registers.disease(iin),
    registers.phone(iin),
  ]);
  return { persons, disability, disease, mobile };
}

/**
 * Opens the draft of a service, or makes one.
 * @returns `unknown-service` when there is no such procedure or it is not open to the portal
 */
export async function startApplication(
  deps: ApplicationDeps,
  input: { readonly applicant: Applicant; readonly regulationId: string },
): Promise<Result<Draft, 'unknown-service'>> {
  const { applicant } = input;
  const regulation = registry.find(input.regulationId);
  if (regulation === undefined || !hasWholeForm(regulation)) return refuse('unknown-service');
  const existing = await deps.store.draftOf(applicant.accountId, regulation.id);
  if (existing !== undefined) return ok(existing);
  const registers = await askRegisters(deps.registers, applicant.iin);
  const now = deps.clock.now();
  const draft: Draft = {
    id: newId(),
    applicantId: applicant.accountId,
    iin: applicant.iin,
    status: 'draft',
    regulation: { id: regulation.id, version: regulation.version },
    content: { answers: {}, registers, attachments: [] },
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  if (await deps.store.add(draft)) return ok(draft);
  // Another tab made it a moment ago.
  const other = await deps.store.draftOf(applicant.accountId, regulation.id);
  if (other === undefined) throw new Error('a draft exists and cannot be found');
  return ok(other);
}

/** Asks the registers again, for a draft that met a silent one or lies for days. Answers that stand on old data are kept. */
export async function refreshRegisters(
  deps: ApplicationDeps,
  input: { readonly applicant: Applicant; readonly id: string },
): Promise<Result<Draft, 'not-found' | 'already-sent' | 'conflict'>> {
  const found = await findDraft(deps, input);
  if (!found.ok) return found;
  const asked = await askRegisters(deps.registers, input.applicant.iin);
  const draft = found.value;
  const registers = keepAnswers(draft.content.registers, asked);
  const { toSign: _outdated, ...rest } = draft;
  const after: Draft = { ...rest, content: { ...draft.content, registers }, updatedAt: deps.clock.now() };
  return (await deps.store.replace(draft, after, []))
    ? ok({ ...after, version: draft.version + 1 })
    : refuse('conflict');
}

/** A register that is silent now does not take away what it answered before. */
function keepAnswers(before: RegisterSnapshot, asked: RegisterSnapshot): RegisterSnapshot {
  const merged = { ...asked } as Record<string, RegisterSnapshot[keyof RegisterSnapshot]>;
  for (const [system, answer] of Object.entries(before) as [
    string,
    RegisterSnapshot[keyof RegisterSnapshot],
  ][]) {
    if (merged[system]?.outcome === 'unavailable' && answer?.outcome !== 'unavailable')
      merged[system] = answer;
  }
  return merged;
}
