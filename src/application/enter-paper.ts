// An application that somebody brought on paper: typed at the desk, its scan attached, it is the same kind of application as one that was
// signed here, and the office receives it by the same fact. Entered twice it is one.
import { yearInKazakhstan } from '../platform/kazakh-time.ts';
import type { Channel, Regulation } from '../regulations/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import type { Content, Intake, Submitted } from './application.ts';
import { askedContent } from './form-change.ts';
import { applicationPayload, bytesOf } from './payload.ts';
import { contextAt } from './task-list.ts';

/**
 * @param input.id the id of the intake; the application takes it over, with the files that lie under it
 * @param input.now when the clerk accepted it; the terms run from `intake.receivedAt`
 * @returns the application, the same one however often it is entered
 */
export async function enterPaper(
  deps: Pick<ApplicationDeps, 'store'>,
  input: {
    readonly id: string;
    readonly iin: string;
    readonly regulation: Regulation;
    readonly channel: Channel;
    readonly content: Content;
    readonly intake: Intake;
    readonly now: Date;
  },
): Promise<Submitted> {
  const { id, iin, regulation, channel, intake, now } = input;
  const known = await deps.store.byId(id);
  if (known !== undefined) return submitted(known.status === 'submitted' ? known : undefined, id);
  const receivedAt = new Date(intake.receivedAt);
  const context = contextAt({ iin, content: input.content, regulation, channel, receivedAt }, now);
  const content = askedContent(context);
  const application: Submitted = {
    id,
    // Nobody's account: it belongs to whoever has the IIN.
    applicantId: id,
    iin,
    status: 'submitted',
    number: await deps.store.nextNumber(yearInKazakhstan(receivedAt)),
    channel,
    intake,
    regulation: { id: regulation.id, version: regulation.version },
    content,
    submittedAt: receivedAt,
    signed: bytesOf(
      applicationPayload({ id, iin, content, form: context.form.edition, intake }, regulation, now),
      now,
    ),
    signature: {
      cms: Buffer.alloc(0),
      state: 'on-paper',
      receivedAt,
      checkedAt: now,
      verdict: null,
    },
    supplements: [],
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  if (await deps.store.addPaper(application, ['application.submitted'])) return application;
  // Another click entered it a moment ago.
  const other = await deps.store.byId(id);
  return submitted(other?.status === 'submitted' ? other : undefined, id);
}

function submitted(application: Submitted | undefined, id: string): Submitted {
  if (application === undefined) throw new Error(`application ${id} is there and cannot be what was entered`);
  return application;
}
