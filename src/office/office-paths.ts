// The addresses of the office.
import { path } from '../http/paths.ts';

export const officePaths = {
  queue: path('/office'),
  case: path('/office/cases/:id'),
  act: path('/office/cases/:id/act/:outcome'),
  seen: path('/office/cases/:id/seen'),
  prolong: path('/office/cases/:id/prolong'),
  handOver: path('/office/cases/:id/executor'),
  signMany: path('/office/signing'),
  sign: path('/office/cases/:id/sign'),
  signBytes: path('/office/cases/:id/sign/bytes'),
  paper: path('/office/cases/:id/papers/:paper'),
  file: path('/office/cases/:id/files/:file'),
  signatureReport: path('/office/cases/:id/signature.json'),
  journals: path('/office/journals'),
  journal: path('/office/journals/:journal'),
  journalCsv: path('/office/journals/:journal/csv'),
  journalXlsx: path('/office/journals/:journal/xlsx'),
  withdraw: path('/applications/:id/withdraw'),
} as const;
