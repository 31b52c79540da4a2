// Every sentence exists in every language, with the same values in it, and every sentence that is named exists and is said somewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LANGUAGES, loadTexts } from '../../src/http/texts.ts';
import { filesBelow, ROOT } from '../support/repository.ts';

const FOLDER = join(ROOT, 'views/texts');
const texts = loadTexts(FOLDER);
const keys = texts.keys('kk');

/** The sentence itself, with its values still named. */
function sentence(language: string, key: string): string {
  const [slice = '', path = ''] = key.split(':');
  const content = JSON.parse(readFileSync(join(FOLDER, language, `${slice}.json`), 'utf8')) as unknown;
  return String(
    path.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], content),
  );
}
const valuesIn = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

/** Plural forms are one key to those who name it. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe('texts', () => {
  test('every language has the same files and the same sentences', () => {
    for (const language of LANGUAGES) {
      expect(readdirSync(join(FOLDER, language))).toEqual(readdirSync(join(FOLDER, 'kk')));
      expect(new Set(texts.keys(language).map(withoutPlural))).toEqual(new Set(keys.map(withoutPlural)));
    }
  });

  test('a sentence takes the same values in every language', () => {
    for (const key of keys.filter((one) => one === withoutPlural(one))) {
      const [first, ...others] = LANGUAGES.map((language) => valuesIn(sentence(language, key)));
      for (const other of others) expect([key, other]).toEqual([key, first]);
    }
  });

  test('no sentence is empty, shouts, or has a space too many', () => {
    for (const language of LANGUAGES) {
      for (const key of texts.keys(language)) {
        const text = sentence(language, key);
        expect([language, key, text.trim() !== '' && text === text.trim() && !/ {2}|!/.test(text)]).toEqual([
          language,
          key,
          true,
        ]);
      }
    }
  });

  test('Kazakh is written as Kazakh: no sentence of some length stands in Russian in its place', () => {
    const same = keys.filter(
      (key) => sentence('kk', key).length > 25 && sentence('kk', key) === sentence('ru', key),
    );
    expect(same).toEqual([]);
  });
});

/** Keys that the code names: whole, or by a beginning that something is put behind. */
function namedInCode(): { readonly whole: Set<string>; readonly begun: Set<string> } {
  const whole = new Set<string>();
  const begun = new Set<string>();
  const slices = readdirSync(join(FOLDER, 'kk'))
    .map((name) => name.replace('.json', ''))
    .join('|');
  const named = new RegExp(`['"\`]((?:${slices}):[\\w.-]*)(['"\`]|\\$\\{)`, 'g');
  for (const file of [
    ...filesBelow('src', '.ts'),
    ...filesBelow('workers', '.ts'),
    ...filesBelow('views', '.ejs'),
  ]) {
    for (const [, key = '', end = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(named))
      (end === '${' || key.endsWith('.') || key.endsWith('-') ? begun : whole).add(key);
  }
  return { whole, begun };
}

describe('naming texts', () => {
  const { whole, begun } = namedInCode();
  const known = new Set(keys.map(withoutPlural));
  const isGroup = (key: string): boolean => keys.some((one) => one.startsWith(`${key}.`));

  test('every sentence that the code names exists', () => {
    expect([...whole].filter((key) => !known.has(key) && !isGroup(key))).toEqual([]);
    expect([...begun].filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([]);
  });

  test('every sentence that exists is named somewhere', () => {
    const named = (key: string): boolean =>
      whole.has(key) ||
      [...begun].some((start) => key.startsWith(start)) ||
      [...whole].some((group) => key.startsWith(`${group}.`));
    expect([...known].filter((key) => !named(key))).toEqual([]);
  });
});
