// A regulation as a diagram: the same data that the office runs by, drawn so that a lawyer sees every road at once.
import { formatTerm } from './explain-deadline.ts';
import type { Outcome, Regulation, Step } from './regulation.ts';
import { actors } from './vocabulary/actors.ts';
import { channels, decisions, grounds } from './vocabulary/channels.ts';
import { isByReference } from './vocabulary/citation.ts';
import type { LawLanguage } from './vocabulary/text.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;
const node = (id: string): string => id.replaceAll('-', '_');

const noTerm = { kk: 'өз мерзімі жоқ', ru: 'без своего срока', en: 'no term of its own' } as const;
const unknown = { kk: 'мерзімі сілтеме бойынша', ru: 'срок по ссылке', en: 'term by reference' } as const;

function termOf(step: Step, language: LawLanguage): string {
  if (step.term === undefined) return noTerm[language];
  return isByReference(step.term) ? unknown[language] : formatTerm(step.term, language);
}

/** The condition of an outcome, left out where it says nothing for this regulation. */
function conditionOf(regulation: Regulation, { when }: Outcome, language: LawLanguage): string {
  if (when === undefined) return '';
  const open = regulation.channels.map(({ channel }) => channel);
  const here = when.channels?.filter((channel) => open.includes(channel));
  const words = [
    ...(here === undefined || here.length === open.length ? [] : here.map((id) => channels[id][language])),
    ...(when.grounds ?? []).map((id) => grounds[id][language]),
    ...(when.decisions ?? []).map((id) => decisions[id][language]),
  ];
  return words.length === 0 ? '' : ` [${words.join('; ')}]`;
}

/** Whether the regulation has a door through which this outcome can be met. */
function canHappen(regulation: Regulation, { when }: Outcome): boolean {
  return (
    when?.channels === undefined ||
    regulation.channels.some(({ channel }) => when.channels?.includes(channel))
  );
}

/**
 * Draws a regulation as a Mermaid flowchart. The same regulation gives the same text, byte for byte.
 * @param language the language of names and terms
 * @returns the text of a `.mmd` file
 */
export function drawRegulation(regulation: Regulation, language: LawLanguage = 'en'): string {
  const lines = ['---', `title: ${quoted(`${regulation.id} v${regulation.version}`)}`, '---', 'flowchart TD'];
  for (const { channel, start } of regulation.channels) {
    lines.push(`  door_${node(channel)}([${quoted(channels[channel][language])}]) --> ${node(start)}`);
  }
  for (const step of regulation.steps) {
    const actor = regulation.actors.find(({ id }) => id === step.actor)?.title ?? actors[step.actor];
    const words = [step.name[language], actor[language], termOf(step, language)];
    lines.push(`  ${node(step.id)}[${quoted(words.join('<br/>'))}]`);
    for (const outcome of step.outcomes) {
      if (!canHappen(regulation, outcome)) continue;
      const target = outcome.next === undefined ? `end_${node(outcome.end ?? '')}` : node(outcome.next);
      const label = `${outcome.name[language]}${conditionOf(regulation, outcome, language)}`;
      lines.push(`  ${node(step.id)} -->|${quoted(label)}| ${target}`);
    }
  }
  for (const end of regulation.ends) {
    lines.push(`  end_${node(end.id)}(((${quoted(end.name[language])})))`);
  }
  const { withdrawal } = regulation;
  for (const from of withdrawal?.from ?? [])
    lines.push(`  ${node(from)} -.-> end_${node(withdrawal?.end ?? '')}`);
  return `${lines.join('\n')}\n`;
}
