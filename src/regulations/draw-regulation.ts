// A regulation as a diagram: the same data that the office runs by, drawn so that a lawyer sees every road at once.
import { formatTerm } from './explain-deadline.ts';
import type { Regulation, Step } from './regulation.ts';
import { canHappen, conditionsOf, titleOfActor } from './road-words.ts';
import { channels } from './vocabulary/channels.ts';
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
    const actor = titleOfActor(regulation, step.actor, language);
    const words = [step.name[language], actor, termOf(step, language)];
    lines.push(`  ${node(step.id)}[${quoted(words.join('<br/>'))}]`);
    for (const outcome of step.outcomes) {
      if (!canHappen(regulation, outcome)) continue;
      const target = outcome.next === undefined ? `end_${node(outcome.end ?? '')}` : node(outcome.next);
      const conditions = conditionsOf(regulation, outcome, language);
      const label = `${outcome.name[language]}${conditions.length === 0 ? '' : ` [${conditions.join('; ')}]`}`;
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
