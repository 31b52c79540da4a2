// The sources as plain JavaScript, for demo and tests: a process starts in half the time. Types are not looked at; npm run check does that.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './machine.mjs';

const PLACE = join(ROOT, '.compiled');
/** Folders of earlier sources that stay, for processes that still run from them. */
const KEPT = 3;

const IMPORTED = /((?:from|import)\s*\(?\s*)(["'])(\.[^"']*)\.ts\2/g;

/** @returns what Node is to run for an entry of the sources, e.g. "src/main.ts"; compiles when the sources changed since */
export async function entry(file, ...args) {
  return [join(await compiled(), file.replace(/\.ts$/, '.js')), ...args];
}

let once;
const compiled = () => (once ??= compile());

async function compile() {
  const files = ['src', 'workers', 'sandbox'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile() && !found.name.endsWith('.md'))
      .map((found) => join(found.parentPath, found.name).slice(ROOT.length + 1))
      .filter((path) => !path.startsWith('src/browser')),
  );
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(ROOT, file)));
  const folder = join(PLACE, hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;

  const { transform } = await import('esbuild');
  const unfinished = `${folder}-${process.pid}`;
  await Promise.all(
    files.map(async (file) => {
      const target = join(unfinished, file);
      mkdirSync(dirname(target), { recursive: true });
      if (!file.endsWith('.ts')) return cpSync(join(ROOT, file), target);
      const { code } = await transform(readFileSync(join(ROOT, file), 'utf8'), {
        loader: 'ts',
        format: 'esm',
        target: 'node20',
        sourcefile: file,
      });
      writeFileSync(target.replace(/\.ts$/, '.js'), code.replace(IMPORTED, '$1$2$3.js$2'));
    }),
  );
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was quicker with the same sources.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  forgetOlder();
  return folder;
}

function forgetOlder() {
  const finished = readdirSync(PLACE, { withFileTypes: true })
    .filter(({ name }) => /^[0-9a-f]{16}$/.test(name))
    .map(({ name }) => ({ name, at: statSync(join(PLACE, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of finished.slice(KEPT)) rmSync(join(PLACE, name), { recursive: true, force: true });
}
