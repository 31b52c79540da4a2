// The signatures under the answers that were sent: kept so that they verify without any server, and found by the bytes of their paper.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { KeepingRequest, Verdict } from '../signature/index.ts';
import { ownerOfAnswers } from './answer-paper.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import type { Complaint } from './complaint.ts';

/** The sent answers of a complaint with the names under which their signatures are kept; one for each time it was considered. */
const sentAnswers = ({ id, laps }: Complaint) =>
  laps.flatMap(({ answer }, position) => {
    const { signed, issuedAt } = answer ?? {};
    return answer === undefined || signed === undefined || issuedAt === undefined
      ? []
      : [{ ...answer, signed, owner: `complaint/${id}/answer/${position + 1}` }];
  });

/** Keeps the signature of every sent answer; `try-again` while the evidence of one cannot be had. */
export async function keepAnswers(
  deps: ComplaintDeps,
  input: { readonly complaintId: string },
): Promise<Result<undefined, 'try-again'>> {
  const complaint = await deps.store.byId(input.complaintId);
  let open = false;
  for (const { owner } of complaint === undefined ? [] : sentAnswers(complaint)) {
    const request = await keepingRequestOf(deps, owner);
    open ||= request !== undefined && !(await deps.keeping.keep(owner, request)).ok;
  }
  return open ? refuse('try-again') : ok();
}

/** How the kept signature of this owner is verified; undefined when the owner is no answer to a complaint. */
export async function keepingRequestOf(
  deps: Pick<ComplaintDeps, 'store' | 'documents'>,
  owner: string,
): Promise<KeepingRequest | undefined> {
  const [kind, id] = owner.split('/');
  const complaint = kind === 'complaint' && id !== undefined ? await deps.store.byId(id) : undefined;
  const answer = complaint && sentAnswers(complaint).find((one) => one.owner === owner);
  if (complaint === undefined || answer === undefined) return undefined;
  const content = await deps.documents.get(answer.fileId, ownerOfAnswers(complaint.id));
  if (content === undefined) throw new Error(`an answer to complaint ${complaint.id} is gone`);
  return {
    signature: answer.signed.cms,
    content,
    policy: 'office-notification',
    expect: { bin: (answer.signed.verdict as Verdict).signatures[0]?.signer?.bin },
    at: answer.signed.at,
  };
}

/** The signature under the sent answer with these bytes: the one that is kept with its evidence, as soon as there is one. */
export async function signatureUnder(
  deps: Pick<ComplaintDeps, 'store' | 'keeping'>,
  sha256: string,
): Promise<{ readonly signature: Buffer; readonly signedAt: Date } | undefined> {
  const complaint = await deps.store.byAnswer(sha256);
  const answer = complaint && sentAnswers(complaint).find((one) => one.sha256 === sha256);
  if (answer === undefined) return undefined;
  const kept = await deps.keeping.messageOf(answer.owner);
  return { signature: kept ?? answer.signed.cms, signedAt: answer.signed.at };
}
