// npm run build: what production starts: dist/ with plain JavaScript, public/build with scripts and styles.
//   node scripts/build.mjs --out DIR   only the JavaScript, elsewhere
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, giveUp, run } from './machine.mjs';

const { out = join(ROOT, 'dist') } = parseArgs({ options: { out: { type: 'string' } } }).values;

rmSync(out, { recursive: true, force: true });
const compiled = await run(process.execPath, [
  'node_modules/typescript/bin/tsc',
  '-p',
  'tsconfig.build.json',
  '--outDir',
  out,
]);
if (compiled !== 0) giveUp('The sources do not compile; see the messages above.');

// What the compiler leaves behind: entries of threads.
for (const folder of ['src', 'workers', 'sandbox']) {
  for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.mjs')) continue;
    const file = relative(ROOT, join(entry.parentPath, entry.name));
    cpSync(join(ROOT, file), join(out, file));
  }
}
if (out === join(ROOT, 'dist') && (await run(process.execPath, ['scripts/build-assets.mjs'])) !== 0)
  giveUp('The scripts and styles could not be built; see the messages above.');
