// Bundles src/browser into public/build: scripts by esbuild, styles by sass, each under a name that carries its hash.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'sass';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'src/browser');
const TARGET = join(ROOT, 'public/build');

/** Files named *-page.ts are entries; each becomes one script. */
const entries = readdirSync(SOURCES).filter((name) => name.endsWith('-page.ts'));

const manifest = {};
const put = (name, content) => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const hashed = name.replace(/(\.[a-z]+)$/, `-${hash}$1`);
  manifest[name] = hashed;
  writeFileSync(join(TARGET, hashed), content);
};

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });

const sheet = compile(join(SOURCES, 'styles/main.scss'), {
  style: 'compressed',
  loadPaths: [join(ROOT, 'node_modules')],
  quietDeps: true,
});
put('main.css', sheet.css);

if (entries.length > 0) {
  const result = await build({
    entryPoints: entries.map((name) => join(SOURCES, name)),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    write: false,
    outdir: TARGET,
    legalComments: 'none',
  });
  for (const file of result.outputFiles) put(basename(file.path).replace('-page.js', '.js'), file.text);
}

writeFileSync(join(TARGET, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
