// What another program reads in a PDF: poppler's pdftotext and pdfinfo.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function through(program: string, args: readonly string[], pdf: Buffer): Promise<string> {
  const running = run(program, [...args], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  running.child.stdin?.end(pdf);
  return (await running).stdout;
}

/** The text of a PDF, white space folded, words broken over lines joined by a space. */
export const textOfPdf = async (pdf: Buffer): Promise<string> =>
  (await through('pdftotext', ['-enc', 'UTF-8', '-', '-'], pdf)).replace(/\s+/g, ' ');

/** What pdfinfo says, name by name: "Tagged" → "yes". */
export async function factsOfPdf(pdf: Buffer): Promise<Map<string, string>> {
  const lines = (await through('pdfinfo', ['-'], pdf)).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as const];
    }),
  );
}
