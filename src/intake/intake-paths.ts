// The addresses of the desk where papers are brought.
import { ASKED_BLOCKS, type AskedBlock } from '../application/index.ts';
import { path, type Path } from '../http/paths.ts';

export const intakePaths = {
  list: path('/office/intake'),
  start: path('/office/intake/new'),
  tasks: path('/office/intake/:id'),
  papers: path('/office/intake/:id/papers'),
  attachments: path('/office/intake/:id/attachments'),
  attachment: path('/office/intake/:id/attachments/:file'),
  detach: path('/office/intake/:id/attachments/:file/remove'),
  accept: path('/office/intake/:id/accept'),
  refuse: path('/office/intake/:id/refuse'),
  drop: path('/office/intake/:id/drop'),
  receipt: path('/office/intake/:id/receipt'),
  receiptPdf: path('/office/intake/:id/receipt/pdf'),
} as const;

const blockPath = (block: AskedBlock) => path(`/office/intake/:id/${block}`);
type BlockPath = Path<`/office/intake/:id/${AskedBlock}`>;

/** The page of each block. */
export const deskBlockPaths = Object.fromEntries(
  ASKED_BLOCKS.map((block) => [block, blockPath(block)]),
) as unknown as Readonly<Record<AskedBlock, BlockPath>>;
