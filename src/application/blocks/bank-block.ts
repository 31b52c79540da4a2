// Block 10: the account to which help is paid. It must be the applicant's own.
import { z } from 'zod';
import { mustTick, textField } from '../../http/forms.ts';
import type { Language, Translate } from '../../http/texts.ts';
import { banks, checkIban, groupIban, type IbanProblem } from '../../regulations/index.ts';
import type { BankAnswers } from '../answers.ts';
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
    answers.bank === undefined ? {} : { iban: groupIban(answers.bank.iban), ownAccount: 'yes' },
  read: (typed) => {
    const checked = checkIban(typed.iban);
    if (!checked.ok) return mend('iban', sentence(checked.problem));
    const { iban, bankCode, bank } = checked.value;
    return accepted({ iban, bankCode, bic: bank?.bic ?? '', ownAccount: true });
  },
  rows: (answer, _context, { t, language }) => [
    { key: t('application:bank.iban'), lines: [groupIban(answer.iban)] },
    {
      key: t('application:bank.bank'),
      lines: bankLines(answer, language, t),
    },
    { key: t('application:bank.owner'), lines: [t('application:bank.own')] },
  ],
};

/** A bank that the table does not know is named by its code: the account is valid all the same. */
function bankLines(answer: BankAnswers, language: Language, t: Translate): string[] {
  const bank = banks.find(({ code }) => code === answer.bankCode);
  return bank === undefined
    ? [t('application:bank.code', { code: answer.bankCode })]
    : [bank.name[language], t('application:bank.bic', { bic: bank.bic })];
}
