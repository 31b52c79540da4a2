// Every word of the law stands here in three languages, side by side, so that a lawyer compares them on one screen.

/** The languages in which the law is kept. Kazakh first: it is the language of most of the sources. */
export const LAW_LANGUAGES = ['kk', 'ru', 'en'] as const;
export type LawLanguage = (typeof LAW_LANGUAGES)[number];

/** One sentence or name in all languages. */
export interface Text {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

/** A closed list of ids with their names. */
export type Names = Readonly<Record<string, Text>>;
