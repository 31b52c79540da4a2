// Signatures of a submitted application and of its supplements are kept so that they verify without any server.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { ApplicationDeps } from './application-deps.ts';

/** Keeps every signature that is confirmed; `try-again` while the evidence of one cannot be had. */
export async function keepSignatures(
  deps: ApplicationDeps,
  input: { readonly id: string },
): Promise<Result<undefined, 'try-again'>> {
  const application = await deps.store.byId(input.id);
  if (application === undefined || application.status === 'draft') return ok();
  const own = { owner: `application/${application.id}`, ...application };
  const added = application.supplements.map((one) => ({ owner: `supplement/${one.id}`, ...one }));
  let open = false;
  for (const { owner, signed, signature } of [own, ...added]) {
    // The application's own signature comes back with the fact that it was confirmed; supplements are settled here.
    if (signature.state === 'refused' || (owner === own.owner && signature.state !== 'confirmed')) continue;
    const kept = await deps.keeping.keep(owner, {
      signature: signature.cms,
      content: signed.bytes,
      policy: 'citizen-application',
      expect: { iin: application.iin },
      at: signature.receivedAt,
    });
    open ||= !kept.ok;
  }
  return open ? refuse('try-again') : ok();
}
