// Command lines and endings of the stand-ins, which are all processes of their own.
import { parseArgs } from 'node:util';

/** Named arguments of a stand-in; a missing one ends it with a sentence. */
export function readArguments<const Name extends string>(names: readonly Name[]): Record<Name, string> {
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  const missing = names.filter((name) => typeof values[name] !== 'string');
  if (missing.length > 0) {
    process.stderr.write(`missing: ${missing.map((name) => `--${name}`).join(', ')}\n`);
    process.exit(64);
  }
  return values as Record<Name, string>;
}
