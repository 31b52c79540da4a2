// The list of socially significant diseases as it stands on a date, with what left it and what came to it.
import type { Language } from '../http/texts.ts';
import { daysAfter, diseases, diseasesOn, excludedSentence, type Disease } from '../regulations/index.ts';

/** The first days of the editions of the list, the latest first. */
function editionsOf(): string[] {
  const starts = new Set(
    diseases.flatMap(({ from, until }) => [from, ...(until ? [daysAfter(until, 1)] : [])]),
  );
  return [...starts].sort().reverse();
}

/**
 * What the page of the list shows.
 * @param asked first day of an edition, from the address; anything else means the one that is in force today
 */
export function diseaseList(asked: string | undefined, today: string, language: Language) {
  const editions = editionsOf();
  const present = editions.find((start) => start <= today) ?? editions.at(-1) ?? today;
  const start = editions.find((one) => one === asked) ?? present;
  const lineOf = ({ id, name, codes, codesBasis }: Disease) => ({
    id,
    name: name[language],
    codes: codes.join(', '),
    provisional: codesBasis !== 'found' && codes.length > 0,
  });
  const before = diseases.filter(({ until }) => until !== undefined && daysAfter(until, 1) === start);
  return {
    start,
    isPresent: start === present,
    lines: diseasesOn(start).map((one) => ({
      ...lineOf(one),
      isNew: one.from === start && start !== editions.at(-1),
    })),
    excluded: before.map((one) => ({ ...lineOf(one), sentence: excludedSentence(start)[language] })),
    editions: editions.map((from, position) => ({
      from,
      until: position === 0 ? undefined : daysAfter(editions[position - 1] ?? from, -1),
    })),
  };
}
