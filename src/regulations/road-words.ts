// The branches of a procedure in words: when an outcome is open, whether it can happen at all, who acts.
import type { Outcome, Regulation } from './regulation.ts';
import { actors, type Actor } from './vocabulary/actors.ts';
import { channels, decisions, grounds } from './vocabulary/channels.ts';
import type { LawLanguage } from './vocabulary/text.ts';

const whichTerm = {
  normal: { kk: 'қалыпты мерзім кезінде', ru: 'пока идет обычный срок', en: 'while the normal term runs' },
  extended: {
    kk: 'ұзартылған мерзім кезінде',
    ru: 'когда идет увеличенный срок',
    en: 'while the longer term runs',
  },
} as const;

/** The conditions of an outcome, each in words; those that say nothing for this regulation are left out. */
export function conditionsOf(
  regulation: Regulation,
  { when }: Pick<Outcome, 'when'>,
  language: LawLanguage,
): readonly string[] {
  if (when === undefined) return [];
  const open = regulation.channels.map(({ channel }) => channel);
  const here = when.channels?.filter((channel) => open.includes(channel));
  return [
    ...(here === undefined || here.length === open.length ? [] : here.map((id) => channels[id][language])),
    ...(when.grounds ?? []).map((id) => grounds[id][language]),
    ...(when.decisions ?? []).map((id) => decisions[id][language]),
    ...(when.extended === undefined ? [] : [whichTerm[when.extended ? 'extended' : 'normal'][language]]),
  ];
}

/** Whether the regulation has a door through which this outcome can be met. */
export function canHappen(regulation: Regulation, { when }: Pick<Outcome, 'when'>): boolean {
  return (
    when?.channels === undefined ||
    regulation.channels.some(({ channel }) => when.channels?.includes(channel))
  );
}

/** How the regulation itself calls an actor. */
export const titleOfActor = (regulation: Regulation, actor: Actor, language: LawLanguage): string =>
  (regulation.actors.find(({ id }) => id === actor)?.title ?? actors[actor])[language];
