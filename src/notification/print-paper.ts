// A paper becomes a file: drawn, stored sealed, and described as the record that waits for its signature keeps it.
import type { DocumentStore } from '../documents/index.ts';
import type { Language, Translate } from '../http/texts.ts';
import type { CasePaper } from '../office/index.ts';
import { sha256Hex } from '../platform/sha256.ts';
import { drawPdf } from './draw-pdf.ts';
import type { PaperContent } from './paper-content.ts';

/** What papers are made of besides their content. */
export interface PaperTools {
  readonly documents: DocumentStore;
  readonly voices: Readonly<Record<Language, Translate>>;
  readonly publicUrl: string;
  readonly fontsDir: string;
}

/**
 * Draws and stores a paper. Whoever cannot attach it to its record removes the file again.
 * @param input.owner under which the file lies, e.g. "case/7f3k…"
 * @param input.outcome which the signature under this paper performs
 */
export async function printPaper(
  { documents, publicUrl, fontsDir }: Omit<PaperTools, 'voices'>,
  input: {
    readonly content: Omit<PaperContent, 'verifyUrl'>;
    readonly outcome: string;
    readonly owner: string;
  },
): Promise<CasePaper> {
  const { content, outcome, owner } = input;
  const bytes = await drawPdf({ ...content, verifyUrl: `${publicUrl}/verify` }, { fontsDir });
  const { fileId } = await documents.put(bytes, owner);
  return {
    paper: content.paper,
    outcome,
    number: content.number,
    fileId,
    sha256: sha256Hex(bytes),
    size: bytes.length,
    drawnAt: content.date,
  };
}
