// `npm run deadline`: anybody recomputes a deadline of the portal from the law alone, without its database.
import { parseArgs } from 'node:util';
import { ok, refuse, type Result } from '../platform/result.ts';
import { explainDeadline, explainRegistration, explainWholeTerm } from './explain-deadline.ts';
import { formatOfficeIso, officeTimeOf } from './office-time.ts';
import { dateOf } from './calendar/days.ts';
import { planDeadlines, type CaseEvents, type DeadlinePlan, type PlanProblem } from './plan-deadlines.ts';
import { registry } from './registry.ts';
import type { Regulation } from './regulation.ts';
import { stepOf } from './case-position.ts';
import { channels, grounds, type Channel, type Ground } from './vocabulary/channels.ts';
import { LAW_LANGUAGES, type LawLanguage } from './vocabulary/text.ts';

const USAGE = `npm run --silent deadline -- --regulation ID --event submitted=ISO [--event NAME=ISO]… [--json]
  NAME: submitted; a step (registered is the first one), or step:outcome; received (by the applicant);
        extended (the longer term runs); prolonged-until (the last day set by the head)
  ISO:  2026-03-20T18:40:00+05:00, +06:00 before March 2024, or Z
  also: --channel, --ground, --language kk|ru|en`;

interface Asked {
  readonly regulation: Regulation;
  readonly events: CaseEvents;
  readonly language: LawLanguage;
  readonly json: boolean;
}

const isKey = <Key extends string>(names: Readonly<Record<Key, unknown>>, text: string): text is Key =>
  Object.hasOwn(names, text);

/** An instant with the offset of Kazakhstan or Z; undefined for anything else, also for 30 February. */
function readInstant(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|\+05:00|\+06:00)$/.test(text)) return undefined;
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text.slice(0, 10))) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

interface NamedEvent {
  readonly name: string;
  readonly at: Date;
}

function readEvents(texts: readonly string[]): Result<readonly NamedEvent[], string> {
  const events: NamedEvent[] = [];
  for (const text of texts) {
    const [name = '', ...rest] = text.split('=');
    const at = readInstant(rest.join('='));
    if (name === '' || at === undefined) {
      return refuse(`--event ${text}: NAME=ISO with +05:00, +06:00 or Z is needed`);
    }
    events.push({ name, at });
  }
  return ok(events.sort((one, other) => one.at.getTime() - other.at.getTime()));
}

function collectEvents(
  regulation: Regulation,
  events: readonly NamedEvent[],
  door: { readonly channel?: Channel; readonly ground?: Ground },
): Result<CaseEvents, string> {
  const submitted = events.find(({ name }) => name === 'submitted');
  if (submitted === undefined) return refuse('--event submitted=ISO is needed');
  const rule = regulation.channels.find(({ channel }) => channel === door.channel) ?? regulation.channels[0];
  const done: { step: string; outcome?: string; at: Date }[] = [];
  let more: Partial<CaseEvents> = {};
  for (const { name, at } of events) {
    if (name === 'submitted') continue;
    if (name === 'received') more = { ...more, received: at };
    else if (name === 'extended') more = { ...more, extended: true };
    else if (name === 'prolonged-until') more = { ...more, prolongedUntil: dateOf(officeTimeOf(at).day) };
    else {
      const [step = '', outcome] = name === 'registered' ? [rule?.start ?? ''] : name.split(':');
      if (!regulation.steps.some(({ id }) => id === step))
        return refuse(`${regulation.id} has no step "${step}"`);
      done.push({ step, at, ...(outcome !== undefined && { outcome }) });
    }
  }
  return ok({ submitted: submitted.at, done, ...door, ...more });
}

function readArguments(args: readonly string[]): Result<Asked, string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        regulation: { type: 'string' },
        event: { type: 'string', multiple: true },
        channel: { type: 'string' },
        ground: { type: 'string' },
        language: { type: 'string' },
        json: { type: 'boolean' },
      },
    }));
  } catch (problem) {
    return refuse(problem instanceof Error ? problem.message : 'the arguments cannot be read');
  }
  const regulation = registry.find(values.regulation ?? '');
  if (regulation === undefined) {
    return refuse(`--regulation is one of ${registry.current.map(({ id }) => id).join(', ')}`);
  }
  const { channel, ground } = values;
  const language = LAW_LANGUAGES.find((known) => known === (values.language ?? 'en'));
  if (language === undefined) return refuse(`--language is one of ${LAW_LANGUAGES.join(', ')}`);
  if (channel !== undefined && !isKey(channels, channel)) return refuse(`there is no channel ${channel}`);
  if (ground !== undefined && !isKey(grounds, ground)) return refuse(`there is no ground ${ground}`);
  const read = readEvents(values.event ?? []);
  if (!read.ok) return read;
  const events = collectEvents(regulation, read.value, {
    ...(channel !== undefined && { channel }),
    ...(ground !== undefined && { ground }),
  });
  return events.ok ? ok({ regulation, events: events.value, language, json: values.json === true }) : events;
}

/** A refusal to plan, in one sentence. */
function describe(problem: PlanProblem): string {
  switch (problem.kind) {
    case 'calendar-missing':
      return `the calendar has no row for ${problem.year}: no deadline that touches it is computed`;
    case 'before-force':
      return `the act is in force from ${problem.from}`;
    case 'step-out-of-turn':
      return `step ${problem.step} is out of turn${problem.expected === null ? '' : `, the case stands at ${problem.expected}`}`;
    case 'outcome-not-possible':
      return `step ${problem.step} has no outcome ${problem.outcome} here`;
    case 'event-before-previous':
      return `step ${problem.step} was done before the event that precedes it`;
    case 'wrong-date':
      return `${problem.date} is no date`;
    case 'channel-not-open':
      return `the procedure is not open through ${problem.channel}`;
    case 'ground-missing':
      return 'a ground is needed';
    case 'ground-not-of-this-service':
      return `${problem.ground} is no ground of this procedure`;
  }
}

const iso = (moment: Date | null): string | null => (moment === null ? null : formatOfficeIso(moment));

/** The plan as the portal's own records keep it. */
function toJson(plan: DeadlinePlan, language: LawLanguage): string {
  const shown = {
    registration: formatOfficeIso(plan.registration.at),
    steps: plan.steps.map(({ id, due }) => ({ id, due: iso(due) })),
    due: iso(plan.due),
    dueExtended: iso(plan.dueExtended),
    skipped: plan.skipped.map(({ date, reason, words }) => ({
      date,
      reason: `${reason}: ${words[language]}`,
    })),
  };
  return JSON.stringify(shown, null, 2);
}

function toTable(plan: DeadlinePlan, regulation: Regulation, language: LawLanguage): string {
  const width = Math.max(...plan.steps.map(({ id }) => id.length));
  const lines = [
    regulation.name[language],
    explainRegistration(plan.registration, plan.submitted, language),
    '',
  ];
  for (const { id, due, done, explanation } of plan.steps) {
    const mark = done === undefined ? '' : done.late ? ' (done, late)' : ' (done)';
    lines.push(
      `${id.padEnd(width)}  ${iso(due) ?? '–'.padEnd(25)}  ${stepOf(regulation, id).name[language]}${mark}`,
    );
    lines.push(`${' '.repeat(width)}  ${explainDeadline(explanation, language).join(' ')}`);
  }
  lines.push('', `${plan.runs}: ${iso(plan.due) ?? '–'}`, explainWholeTerm(plan, language).join(' '));
  if (plan.dueExtended !== null && plan.runs !== 'extended')
    lines.push(`extended: ${iso(plan.dueExtended) ?? '–'}`);
  for (const { step, by, sent } of plan.notices) {
    lines.push(
      `${step}: ${iso(by) ?? '–'}${sent?.misses === true ? ` → ${iso(sent.earliestDecision) ?? ''}` : ''}`,
    );
  }
  for (const { date, words } of plan.skipped) lines.push(`${date}  ${words[language]}`);
  return lines.join('\n');
}

/**
 * Runs the command.
 * @param args what stands after `--` on the command line
 * @returns what to print, and 0, or 1 for a refusal of the law, or 2 for arguments that cannot be read
 */
export function runDeadlineCommand(args: readonly string[]): {
  readonly output: string;
  readonly code: 0 | 1 | 2;
  readonly stream: 'stdout' | 'stderr';
} {
  const asked = readArguments(args);
  if (!asked.ok) return { output: `${asked.problem}\n\n${USAGE}`, code: 2, stream: 'stderr' };
  const { regulation, events, language, json } = asked.value;
  const plan = planDeadlines(regulation, events);
  if (!plan.ok) {
    return json
      ? { output: JSON.stringify({ problem: plan.problem }, null, 2), code: 1, stream: 'stdout' }
      : { output: describe(plan.problem), code: 1, stream: 'stderr' };
  }
  const output = json ? toJson(plan.value, language) : toTable(plan.value, regulation, language);
  return { output, code: 0, stream: 'stdout' };
}
