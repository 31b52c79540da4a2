// `npm run regulations:publish`: writes the fingerprints of new versions beside the old ones. A published version never changes: an
// amendment is a new version, so that a case pinned to the old one still reads what it was decided by.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { allRegulations } from './data/all.ts';
import { fingerprintOf } from './fingerprint.ts';

const file = new URL('./published.json', import.meta.url);
const published = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const changed: string[] = [];

for (const regulation of allRegulations) {
  const key = `${regulation.id}@${regulation.version}`;
  const fingerprint = fingerprintOf(regulation);
  const known = published[key];
  if (known === undefined) {
    published[key] = fingerprint;
    process.stdout.write(`published ${key}\n`);
  } else if (known !== fingerprint) changed.push(key);
}

if (changed.length > 0) {
  process.stderr.write(
    `Already published and changed since: ${changed.join(', ')}. Give the change a new version.\n`,
  );
  process.exitCode = 1;
} else {
  writeFileSync(file, `${JSON.stringify(published, null, 2)}\n`);
}
