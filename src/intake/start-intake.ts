// The clerk takes a package into his hands: which service, whose, who brought it, when. The registers are asked with the applicant's consent.
import type { Bringer } from '../application/index.ts';
import type { Officer } from '../identity/index.ts';
import { isId } from '../platform/ids.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { checkIin, type NumberProblem } from '../regulations/index.ts';
import { doorName, doorsOf } from './doors.ts';
import type { IntakeDeps } from './intake-deps.ts';
import type { OpenIntake, PaperIntake } from './intake.ts';

/** A package that was handed over longer ago is entered by nobody's mistake: a week covers a power cut and a holiday (rule of the portal). */
const OLDEST_DAYS = 7;

export type StartProblem =
  | { readonly field: 'id' | 'door' | 'broughtByName' }
  | { readonly field: 'iin'; readonly problem: NumberProblem }
  | { readonly field: 'receivedAt'; readonly problem: 'in-future' | 'too-old' };

/**
 * Opens an intake.
 * @param input.id made with the page: the form sent twice opens one intake
 * @param input.receivedAt undefined: now
 */
export async function startIntake(
  deps: IntakeDeps,
  input: {
    readonly officer: Officer;
    readonly id: string;
    readonly door: string;
    readonly iin: string;
    readonly broughtBy: { readonly who: Bringer; readonly name: string };
    readonly receivedAt?: Date;
  },
): Promise<Result<PaperIntake, StartProblem>> {
  const { officer, id } = input;
  if (!isId(id)) return refuse({ field: 'id' });
  const door = doorsOf(officer.officeId).find((one) => doorName(one) === input.door);
  if (door === undefined) return refuse({ field: 'door' });
  const iin = checkIin(input.iin, { admitTestIdentities: deps.admitTestIdentities });
  if (!iin.ok) return refuse({ field: 'iin', problem: iin.problem });
  if (input.broughtBy.who !== 'applicant' && input.broughtBy.name === '')
    return refuse({ field: 'broughtByName' });
  const now = deps.clock.now();
  const receivedAt = input.receivedAt ?? now;
  if (receivedAt > now) return refuse({ field: 'receivedAt', problem: 'in-future' });
  if (now.getTime() - receivedAt.getTime() > OLDEST_DAYS * 86_400_000)
    return refuse({ field: 'receivedAt', problem: 'too-old' });

  const known = await deps.store.byId(id);
  if (known !== undefined) return ofOffice(known, officer);
  const registers = await deps.applications.askRegisters(iin.value);
  const intake: OpenIntake = {
    id,
    state: 'open',
    officeId: officer.officeId,
    clerk: { accountId: officer.accountId, name: officer.name },
    regulation: { id: door.regulation.id, version: door.regulation.version },
    channel: door.channel,
    iin: iin.value,
    broughtBy: {
      who: input.broughtBy.who,
      name: input.broughtBy.who === 'applicant' ? '' : input.broughtBy.name,
    },
    receivedAt,
    content: { answers: {}, registers, attachments: [] },
    papers: {},
    missing: '',
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  if (await deps.store.add(intake)) return ok(intake);
  const other = await deps.store.byId(id);
  return other === undefined ? refuse({ field: 'id' }) : ofOffice(other, officer);
}

const ofOffice = (intake: PaperIntake, officer: Officer): Result<PaperIntake, StartProblem> =>
  intake.officeId === officer.officeId ? ok(intake) : refuse({ field: 'id' });

/** The intake of the officer's own office; for others it does not exist. */
export async function findIntake(
  deps: Pick<IntakeDeps, 'store'>,
  input: { readonly officer: Officer; readonly id: string },
): Promise<Result<PaperIntake, 'not-found'>> {
  const found = isId(input.id) ? await deps.store.byId(input.id) : undefined;
  return found?.officeId === input.officer.officeId ? ok(found) : refuse('not-found');
}
