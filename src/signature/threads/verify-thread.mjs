// Entry of a verifying thread: the compiled file beside it, or, when the program runs from its sources, the TypeScript through tsx.
import { existsSync } from 'node:fs';

const compiled = new URL('./verify-thread.js', import.meta.url);
if (existsSync(compiled)) {
  await import(compiled.href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./verify-thread.ts');
}
