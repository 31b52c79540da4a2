// The addresses of services and applications. The pages of the blocks stand below that of the tasks (block-pages.ts).
import { path } from '../http/paths.ts';

export const applicationPaths = {
  services: path('/services'),
  service: path('/services/:service'),
  start: path('/services/:service/start'),
  tasks: path('/applications/:id'),
  refresh: path('/applications/:id/refresh'),
  discard: path('/applications/:id/discard'),
  attachments: path('/applications/:id/attachments'),
  attachment: path('/applications/:id/attachments/:file'),
  detach: path('/applications/:id/attachments/:file/remove'),
  check: path('/applications/:id/check'),
  sign: path('/applications/:id/sign'),
  signBytes: path('/applications/:id/sign/bytes'),
  signText: path('/applications/:id/sign/text'),
  receipt: path('/applications/:id/receipt'),
  withdraw: path('/applications/:id/withdraw'),
  supplement: path('/applications/:id/documents'),
  supplementRemark: path('/applications/:id/documents/remark'),
  supplementRemove: path('/applications/:id/documents/:file/remove'),
  supplementSign: path('/applications/:id/documents/sign'),
  supplementBytes: path('/applications/:id/documents/sign/bytes'),
  supplementText: path('/applications/:id/documents/sign/text'),
} as const;

/** How procedures work: all of them, and one. */
export const howPaths = {
  list: path('/how'),
  one: path('/services/:service/how'),
} as const;

/** How the procedure works in the edition that is pinned into a case. */
export const howOf = ({ id, version }: { readonly id: string; readonly version: number }): string =>
  `${howPaths.one.at({ service: id })}?version=${version}`;
