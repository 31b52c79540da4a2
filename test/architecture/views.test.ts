// What a view must never do: let something through unescaped, carry a script or a style of its own, send a form without its guard.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { filesBelow, ROOT } from '../support/repository.ts';

const views = filesBelow('views', '.ejs').map((file) => ({
  file,
  text: readFileSync(join(ROOT, file), 'utf8'),
}));
const where = (pattern: RegExp): string[] =>
  views.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([hit]) => `${file}: ${hit.slice(0, 80)}`),
  );

describe('views', () => {
  test('write unescaped nothing but other views', () => {
    expect(where(/<%-(?!\s*include\()[^%]*%>/g)).toEqual([]);
  });

  test('carry no script, style or handler of their own', () => {
    expect(where(/<script(?![^>]*\bsrc="<%= asset)[^>]*>/g)).toEqual([]);
    expect(where(/<style|\sstyle="|\son[a-z]+="|javascript:/gi)).toEqual([]);
  });

  test('open every form that is sent with the fields that guard it', () => {
    const forms = where(/<form[^>]*method="post"/gi).map((hit) => hit.split(':')[0]);
    expect(forms).toEqual(['views/components/form-start.ejs']);
  });

  test('say of every button what it is', () => {
    const silent = views.flatMap(({ file, text }) =>
      [...text.replace(/<%[\s\S]*?%>/g, '').matchAll(/<button(?![^>]*\btype="(submit|button)")[^>]*>/g)].map(
        () => file,
      ),
    );
    expect(silent).toEqual([]);
  });

  test('know neither the request nor the environment', () => {
    expect(where(/\b(req|request|process|require)\s*[.([]/g)).toEqual([]);
  });

  test('load nothing from another place', () => {
    expect(where(/(?:src|href)="(?:https?:)?\/\//g)).toEqual([]);
  });

  test('write no sentence themselves: every word of Kazakh or Russian stands in the texts', () => {
    const bare = views.flatMap(({ file, text }) => {
      const shown = text.replace(/<%[\s\S]*?%>/g, '');
      return /[а-яёәғқңөұүһі]/i.test(shown) ? [file] : [];
    });
    expect(bare).toEqual([]);
  });
});
