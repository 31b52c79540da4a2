// Every version of every procedure. A new procedure is one folder and one line here (README.md, "Adding a procedure").
import type { Regulation } from '../regulation.ts';
import { astana1581286 } from './astana-158-1286/regulation.ts';

export const allRegulations: readonly Regulation[] = [astana1581286];
