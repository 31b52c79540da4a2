// Joins the bench into one plain script first, as production runs plain JavaScript: a loader that compiles on the way slows the code.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const outfile = join(import.meta.dirname, '../../../.data', `bench-signature-${process.pid}.mjs`);
await build({
  entryPoints: [join(import.meta.dirname, 'bench.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
try {
  await import(outfile);
} finally {
  await rm(outfile);
}
