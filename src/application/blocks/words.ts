// The voice of a visit, for the parts that read answers back.
import type { Words } from './form-block.ts';

export const wordsOf = ({ language, t }: Pick<Words, 'language' | 't'>): Words => ({ language, t });
