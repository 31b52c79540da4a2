// Everything the portal says stands in views/texts/<language>/<slice>.json; code and views name sentences by key.
import i18next, { type i18n } from 'i18next';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const LANGUAGES = ['kk', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];
export const FIRST_LANGUAGE: Language = 'kk';

export const isLanguage = (text: unknown): text is Language =>
  LANGUAGES.some((language) => language === text);

/** The sentence with this key ("slice:group.name"), with its values put in. Values are escaped by the view, not here. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export interface Texts {
  /** The voice of one language. A key without a sentence is a bug and throws. */
  in(language: Language): Translate;
  /** All keys of one language, for the test that every text exists in every language. */
  keys(language: Language): string[];
}

/** Reads all texts once, at the start of a process. */
export function loadTexts(folder: string): Texts {
  const resources: Record<string, Record<string, object>> = {};
  for (const language of LANGUAGES) {
    resources[language] = {};
    for (const name of readdirSync(join(folder, language))) {
      resources[language][basename(name, '.json')] = JSON.parse(
        readFileSync(join(folder, language, name), 'utf8'),
      ) as object;
    }
  }
  const engine: i18n = i18next.createInstance();
  void engine.init({
    resources,
    lng: FIRST_LANGUAGE,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return {
    in(language) {
      const translate = engine.getFixedT(language);
      return (key, values) => {
        if (!engine.exists(key, { lng: language, ...values }))
          throw new Error(`no text ${key} in ${language}`);
        return translate(key, values ?? {});
      };
    },
    keys: (language) =>
      Object.entries(resources[language] ?? {}).flatMap(([slice, content]) =>
        leafKeys(content).map((key) => `${slice}:${key}`),
      ),
  };
}

function leafKeys(node: object): string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leafKeys(value).map((rest) => `${key}.${rest}`) : [key],
  );
}
