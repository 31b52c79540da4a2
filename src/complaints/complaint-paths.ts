// The addresses of complaints: the citizen's, and those of the offices.
import { path } from '../http/paths.ts';

export const complaintPaths = {
  file: path('/applications/:id/complain'),
  one: path('/complaints/:id'),
  events: path('/complaints/:id/events'),
  reopen: path('/complaints/:id/reopen'),
  further: path('/complaints/:id/further'),
  withdraw: path('/complaints/:id/withdraw'),
  answer: path('/complaints/:id/answers/:paper'),
  answerSignature: path('/complaints/:id/answers/:paper/signature'),
  answerReport: path('/complaints/:id/answers/:paper/report'),
} as const;

export const complaintDeskPaths = {
  list: path('/office/complaints'),
  enter: path('/office/complaints/new'),
  one: path('/office/complaints/:id'),
  act: path('/office/complaints/:id/act/:outcome'),
  answer: path('/office/complaints/:id/answer'),
  paper: path('/office/complaints/:id/papers/:paper'),
  sign: path('/office/complaints/:id/sign'),
  signBytes: path('/office/complaints/:id/sign/bytes'),
} as const;
