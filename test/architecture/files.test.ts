// Habits of the house that no linter holds.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { filesBelow, ROOT } from '../support/repository.ts';

const sources = ['src', 'workers', 'sandbox', 'test'].flatMap((folder) => filesBelow(folder, '.ts'));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('files', () => {
  test('begin with what they are', () => {
    const silent = sources.filter((file) => !/\.(test|d)\.ts$/.test(file) && !read(file).startsWith('//'));
    expect(silent).toEqual([]);
  });

  test('are called by what is in them, in kebab case', () => {
    const vague = /^(utils?|helpers?|common|misc|types|constants|shared)\.ts$/;
    expect(sources.filter((file) => vague.test(basename(file)))).toEqual([]);
    expect(
      sources.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.ts$/.test(basename(file))),
    ).toEqual([]);
  });

  test('leave nothing for later', () => {
    const marks = /\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/;
    expect(sources.filter((file) => marks.test(read(file)))).toEqual([]);
  });

  test('know nothing of the machine they were written on', () => {
    expect(
      sources.filter(
        (file) => /\/(?:home|root|Users)\/|\/work\//.test(read(file)) && !file.includes('architecture/files'),
      ),
    ).toEqual([]);
  });

  test('one slice has the same names as the next: a model and a store side by side, routes apart', () => {
    const models = filesBelow('src', '-model.ts');
    const stores = new Set(filesBelow('src', '-store.ts').map((file) => file.replace('-store.ts', '')));
    const lonely = models.filter(
      (file) => !stores.has(file.replace('-model.ts', '')) && !file.includes('audit/'),
    );
    expect(lonely).toEqual([]);
  });

  test('of a test are not left out of the run', () => {
    const left = /\b(describe|test|it)\.(only|skip|todo)\(|\bxit\(|\bfit\(/;
    const allowed = /national-samples|embedded-mongo|pkits/;
    expect(
      sources.filter(
        (file) => left.test(read(file)) && !allowed.test(file) && !file.includes('architecture/files'),
      ),
    ).toEqual([]);
  });
});
