// `npm run regulations:draw [folder] [language]`: every procedure as a Mermaid file.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { drawRegulation } from './draw-regulation.ts';
import { registry } from './registry.ts';
import { LAW_LANGUAGES } from './vocabulary/text.ts';

const [folder = join('.data', 'regulations'), asked = 'ru'] = process.argv.slice(2);
const language = LAW_LANGUAGES.find((known) => known === asked);
if (language === undefined) {
  process.stderr.write(`The language is one of ${LAW_LANGUAGES.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  for (const regulation of registry.current) {
    const file = join(folder, `${regulation.id}.${language}.mmd`);
    writeFileSync(file, drawRegulation(regulation, language));
    process.stdout.write(`${file}\n`);
  }
}
