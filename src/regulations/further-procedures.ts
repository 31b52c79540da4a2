// Procedures that an operator adds beside those of the code: one JSON file each, with the offices that run it. Read once, when a process
// starts; what is in them is checked like everything else before anybody meets it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { regulationsDir } from '../platform/config.ts';

const furtherFile = z.strictObject({
  /** Ids of the offices that run it. */
  offices: z.array(z.string()).min(1),
  /** Checked by check-regulation.ts. */
  regulation: z.looseObject({ id: z.string() }),
});

/** A file of the folder; the procedure in it is not checked yet. */
export type FurtherProcedure = Readonly<z.infer<typeof furtherFile>> & { readonly file: string };

/** Reads the folder; throws with the file's name when one of them is no such file. */
export function readFurther(folder: string | undefined): readonly FurtherProcedure[] {
  if (folder === undefined) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((file) => {
    const read = z.safeParse(furtherFile, parse(readFileSync(join(folder, file), 'utf8')));
    if (!read.success) throw new Error(`The file ${file} is refused: ${z.prettifyError(read.error)}`);
    return { ...read.data, file };
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The further procedures of this portal. */
export const furtherProcedures: readonly FurtherProcedure[] = readFurther(regulationsDir);
