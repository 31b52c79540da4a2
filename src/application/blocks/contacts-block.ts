// Block 5: how to reach the person. The phone of the mobile citizens base comes first: messages go there.
import { z } from 'zod';
import { optionalText, textField, type FieldError } from '../../http/forms.ts';
import { normalisePhone } from '../../regulations/index.ts';
import type { Content } from '../application.ts';
import { accepted, type FormBlock, type Row } from './form-block.ts';
import { sourceNote } from './source-note.ts';

const form = z.strictObject({
  mobilePhone: textField('application:errors.mobilePhone', 30),
  homePhone: optionalText(30, 'application:errors.homePhone'),
  email: z
    .union(
      [z.literal(''), z.email('application:errors.email').max(254, 'application:errors.email')],
      'application:errors.email',
    )
    .default(''),
});

const phoneInBase = (content: Content): string | undefined =>
  content.registers.mobile?.outcome === 'found' ? content.registers.mobile.data.phone : undefined;

export const contactsBlock: FormBlock<'contacts', z.infer<typeof form>> = {
  id: 'contacts',
  form,
  fill: ({ content }) => {
    const known = content.answers.contacts;
    return {
      mobilePhone: formatPhone(known?.mobilePhone ?? phoneInBase(content) ?? ''),
      homePhone: formatPhone(known?.homePhone ?? ''),
      email: known?.email ?? '',
    };
  },
  read: (typed, { content }) => {
    const errors: FieldError[] = [];
    const mobile = normalisePhone(typed.mobilePhone, { mobile: true });
    const home = typed.homePhone === '' ? undefined : normalisePhone(typed.homePhone);
    if (!mobile.ok) errors.push({ field: 'mobilePhone', text: 'application:errors.mobilePhone' });
    if (home !== undefined && !home.ok)
      errors.push({ field: 'homePhone', text: 'application:errors.homePhone' });
    if (!mobile.ok || home?.ok === false) return { ok: false, errors };
    return accepted({
      mobilePhone: mobile.value,
      inMobileBase: mobile.value === phoneInBase(content),
      homePhone: home?.value ?? '',
      email: typed.email,
    });
  },
  rows: (answer, { content }, words): Row[] => {
    const { t } = words;
    const note = answer.inMobileBase
      ? sourceNote(content.registers.mobile, words)
      : { note: t('application:contacts.notInBase') };
    return [
      { key: t('application:contacts.mobilePhone'), lines: [formatPhone(answer.mobilePhone)], ...note },
      ...(answer.homePhone === ''
        ? []
        : [{ key: t('application:contacts.homePhone'), lines: [formatPhone(answer.homePhone)] }]),
      ...(answer.email === '' ? [] : [{ key: t('application:contacts.email'), lines: [answer.email] }]),
    ];
  },
};

/** "+7 701 000 00 01": as people read a number aloud. */
export const formatPhone = (phone: string): string =>
  phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2 $3 $4');
