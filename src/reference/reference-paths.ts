// The addresses of the desk of reference data.
import { path } from '../http/paths.ts';

export const referencePaths = {
  calendar: path('/office/reference/calendar'),
  year: path('/office/reference/calendar/:year'),
} as const;
