// Signatures of a submitted application and of its supplements are kept so that they verify without any server.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { KeepingRequest } from '../signature/index.ts';
import type { Submitted, Withdrawn } from './application.ts';
import type { ApplicationDeps } from './application-deps.ts';

/** Keeps every signature that is confirmed; `try-again` while the evidence of one cannot be had. */
export async function keepSignatures(
  deps: ApplicationDeps,
  input: { readonly id: string },
): Promise<Result<undefined, 'try-again'>> {
  const application = await deps.store.byId(input.id);
  if (application === undefined || application.status === 'draft') return ok();
  let open = false;
  for (const { owner, state, request } of signaturesOf(application)) {
    // The application's own signature comes back with the fact that it was confirmed; supplements are settled here.
    if (state === 'refused' || (owner === keptSignature(application) && state !== 'confirmed')) continue;
    const kept = await deps.keeping.keep(owner, request);
    open ||= !kept.ok;
  }
  return open ? refuse('try-again') : ok();
}

/** Under which name the signature of an application is kept. */
export const keptSignature = ({ id }: { readonly id: string }): string => `application/${id}`;

/** How the kept signature of this owner is verified; undefined when the owner is none of this slice. */
export async function keepingRequestOf(
  deps: Pick<ApplicationDeps, 'store'>,
  owner: string,
): Promise<KeepingRequest | undefined> {
  const [kind, id] = owner.split('/');
  const application = kind === 'application' && id !== undefined ? await deps.store.byId(id) : undefined;
  if (application === undefined || application.status === 'draft') return undefined;
  return signaturesOf(application).find((one) => one.owner === owner)?.request;
}

/** All signatures of an application, its own first. */
function signaturesOf(application: Submitted | Withdrawn) {
  const own = keptSignature(application);
  const added = application.supplements.map((one) => ({ ...one, owner: `${own}/supplement/${one.id}` }));
  return [{ ...application, owner: own }, ...added].map(({ owner, signed, signature }) => ({
    owner,
    state: signature.state,
    request: {
      signature: signature.cms,
      content: signed.bytes,
      policy: 'citizen-application',
      expect: { iin: application.iin },
      at: signature.receivedAt,
    } as const,
  }));
}
