// The door of the slice: what the state knows about a person, asked on the person's behalf.
export { createHttpRegisters, type Registers } from './http-registers.ts';
export { SYSTEMS } from './register-answer.ts';
export type {
  Disability,
  Disease,
  Person,
  RegisterAnswer,
  RegisteredPhone,
  SystemId,
} from './register-answer.ts';
