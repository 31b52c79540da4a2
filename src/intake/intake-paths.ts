// The addresses of the desk where papers are brought; the pages of the blocks stand below that of the tasks.
import { path } from '../http/paths.ts';

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
