// Block 10: the account to which help is paid. It must be the applicant's own.
import { z } from 'zod';
import { mustTick, textField } from '../../http/forms.ts';
import { readIban, type IbanProblem } from '../../regulations/index.ts';
import { accepted, mend, type FormBlock } from './form-block.ts';

const form = z.strictObject({
  iban: textField('application:errors.iban', 40),
  ownAccount: mustTick('application:errors.ownAccount'),
});

/** A sentence for each way in which an account number can be wrong. */
const sentence = (problem: IbanProblem): string => `application:errors.ibans.${problem}`;

export const bankBlock: FormBlock<'bank', z.infer<typeof form>> = {
  id: 'bank',
  form,
  fill: ({ content: { answers } }) =>
    answers.bank === undefined ? {} : { iban: formatIban(answers.bank.iban), ownAccount: 'yes' },
  read: (typed) => {
    const read = readIban(typed.iban);
    if (!read.ok) return mend('iban', sentence(read.problem));
    const { iban, bank } = read.value;
    return accepted({ iban, bankName: bank.name, bic: bank.bic, ownAccount: true });
  },
  rows: (answer, _context, { t }) => [
    { key: t('application:bank.iban'), lines: [formatIban(answer.iban)] },
    {
      key: t('application:bank.bank'),
      lines: [answer.bankName, t('application:bank.bic', { bic: answer.bic })],
    },
    { key: t('application:bank.owner'), lines: [t('application:bank.own')] },
  ],
};

/** In groups of four, as it is printed. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
