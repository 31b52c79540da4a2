// Where a shown value comes from and when it came: beside every value that the person did not write.
import { formatMoment } from '../../http/format.ts';
import type { RegisterAnswer } from '../../registers/index.ts';
import type { Words } from './form-block.ts';

export function sourceNote(
  answer: RegisterAnswer<unknown> | undefined,
  { t, language }: Words,
): { readonly note: string } | undefined {
  if (answer?.outcome !== 'found') return undefined;
  return {
    note: t('application:source', {
      system: t(`application:systems.${answer.system}`),
      moment: formatMoment(new Date(answer.at), language),
    }),
  };
}
