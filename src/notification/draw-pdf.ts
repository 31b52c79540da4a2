// Draws a paper as a tagged PDF (PDF/UA-1 structure: document, headings, paragraphs, a table with header cells, a figure with a description),
// both languages on one sheet, readable by a screen reader and printable as a letter.
import PDFDocument from 'pdfkit';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { formatDate } from '../http/format.ts';
import type { PaperContent, PaperText } from './paper-content.ts';

const MARGIN = 56;
const WIDTH = 595.28 - 2 * MARGIN;
const LABEL_WIDTH = 150;
const GAP = 14;
const INK = '#0b1f2a';
const MUTED = '#3d525e';
const PRIMARY = '#00485f';
const LINE = '#b9c9d1';
const QR_SIZE = 84;

type Pdf = InstanceType<typeof PDFDocument>;
/** The types of pdfkit lag behind its structure elements. */
interface StructureElement {
  add(child: StructureElement): void;
  end(): void;
}
type Struct = (kind: string, options: object, children?: unknown) => StructureElement;

interface Sheet {
  readonly pdf: Pdf;
  readonly struct: Struct;
  readonly root: StructureElement;
}

/**
 * @param options.fontsDir folder with golos-text-400.ttf and golos-text-600.ttf
 * @returns the bytes of the PDF
 */
export async function drawPdf(
  content: PaperContent,
  options: { readonly fontsDir: string },
): Promise<Buffer> {
  const [first] = content.texts;
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    subset: 'PDF/UA' as unknown as 'PDF/A-3',
    tagged: true,
    displayTitle: true,
    lang: first?.language ?? 'kk',
    info: {
      Title: `${first?.title ?? ''} № ${content.number}`,
      Author: first?.body ?? '',
      CreationDate: content.date,
      ModDate: content.date,
    },
  });
  const parts: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  pdf.registerFont('regular', join(options.fontsDir, 'golos-text-400.ttf'));
  pdf.registerFont('bold', join(options.fontsDir, 'golos-text-600.ttf'));

  const struct: Struct = (kind, structOptions, children) =>
    (pdf.struct as unknown as Struct).call(pdf, kind, structOptions, children);
  const root = struct('Document', {});
  (pdf.addStructure as (element: unknown) => void).call(pdf, root);
  const sheet: Sheet = { pdf, struct, root };

  content.texts.forEach((text, position) => {
    if (position > 0) separator(sheet);
    drawText(sheet, text, content);
  });
  if (content.verifyUrl !== undefined) await drawVerification(sheet, content.verifyUrl);
  root.end();
  pdf.end();
  return finished;
}

/** Adds a tagged paragraph or heading. */
function write(
  sheet: Sheet,
  kind: string,
  text: string,
  style: {
    font?: string;
    size: number;
    color?: string;
    after?: number;
    language: string;
    align?: 'left' | 'center';
  },
): void {
  const { pdf } = sheet;
  const element = sheet.struct(kind, { lang: style.language }, () => {
    pdf
      .font(style.font ?? 'regular')
      .fontSize(style.size)
      .fillColor(style.color ?? INK)
      .text(text, MARGIN, pdf.y, { width: WIDTH, lineGap: style.size * 0.22, align: style.align ?? 'left' });
  });
  sheet.root.add(element);
  pdf.y += style.after ?? 6;
}

function drawText(sheet: Sheet, text: PaperText, content: PaperContent): void {
  const { language } = text;
  keepTogether(sheet, 150);
  write(sheet, 'P', text.body, { size: 9.5, color: MUTED, language, after: 8 });
  write(sheet, 'H1', text.title, { font: 'bold', size: 16, color: PRIMARY, language, after: 2 });
  write(sheet, 'P', `№ ${content.number} · ${formatDate(content.date, language)}`, {
    size: 10.5,
    color: MUTED,
    language,
    after: 10,
  });
  write(sheet, 'P', text.opening, { size: 11, language, after: 10 });
  drawTable(sheet, text);
  for (const closing of text.closing)
    write(sheet, 'P', closing, { size: 9.5, color: MUTED, language, after: 4 });
}

/** Two columns by hand, tagged as a table with a header cell in each row. */
function drawTable(sheet: Sheet, text: PaperText): void {
  const { pdf, struct, root } = sheet;
  const table = struct('Table', { lang: text.language });
  root.add(table);
  for (const { label, lines } of text.lines) {
    const value = lines.join('\n');
    pdf.font('regular').fontSize(10.5);
    const height =
      Math.max(
        pdf.heightOfString(label, { width: LABEL_WIDTH }),
        pdf.heightOfString(value, { width: WIDTH - LABEL_WIDTH - GAP, lineGap: 2 }),
      ) + 9;
    keepTogether(sheet, height);
    const top = pdf.y;
    const row = struct('TR', {});
    table.add(row);
    const header = struct('TH', {}, () => {
      pdf.font('regular').fontSize(10).fillColor(MUTED).text(label, MARGIN, top, { width: LABEL_WIDTH });
    });
    row.add(header);
    const cell = struct('TD', {}, () => {
      pdf
        .font('regular')
        .fontSize(10.5)
        .fillColor(INK)
        .text(value, MARGIN + LABEL_WIDTH + GAP, top, { width: WIDTH - LABEL_WIDTH - GAP, lineGap: 2 });
    });
    row.add(cell);
    row.end();
    pdf.y = top + height;
    artifact(pdf, () =>
      pdf
        .moveTo(MARGIN, pdf.y - 4)
        .lineTo(MARGIN + WIDTH, pdf.y - 4)
        .lineWidth(0.5)
        .strokeColor(LINE)
        .stroke(),
    );
  }
  table.end();
  pdf.y += 8;
}

function separator({ pdf }: Sheet): void {
  pdf.y += 10;
  artifact(pdf, () =>
    pdf
      .moveTo(MARGIN, pdf.y)
      .lineTo(MARGIN + WIDTH, pdf.y)
      .lineWidth(1.2)
      .strokeColor(PRIMARY)
      .stroke(),
  );
  pdf.y += 16;
}

async function drawVerification(sheet: Sheet, verifyUrl: string): Promise<void> {
  const { pdf, struct, root } = sheet;
  const image = await QRCode.toBuffer(verifyUrl, {
    margin: 0,
    width: 400,
    errorCorrectionLevel: 'M',
  });
  keepTogether(sheet, QR_SIZE + 20);
  const top = pdf.y + 8;
  const figure = struct(
    'Figure',
    {
      alt: `QR: ${verifyUrl}`,
      bbox: [MARGIN, pdf.page.height - top - QR_SIZE, MARGIN + QR_SIZE, pdf.page.height - top],
    },
    () => {
      pdf.image(image, MARGIN, top, { width: QR_SIZE, height: QR_SIZE });
    },
  );
  root.add(figure);
  const note = struct('P', {}, () => {
    pdf
      .font('regular')
      .fontSize(9)
      .fillColor(MUTED)
      .text(verifyUrl, MARGIN + QR_SIZE + 16, top + QR_SIZE / 2 - 6, { width: WIDTH - QR_SIZE - 16 });
  });
  root.add(note);
}

/** Begins a new page when the next part would be cut. */
function keepTogether({ pdf }: Sheet, height: number): void {
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage();
}

/** Lines and rules carry no meaning: a screen reader passes over them. */
function artifact(pdf: Pdf, draw: () => unknown): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}
