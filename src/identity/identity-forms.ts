// The forms of registration and sign-in. IINs are accepted with the spaces people type between the digits.
import { z } from 'zod';
import { choiceField, textField } from '../http/forms.ts';

const iin = (check: (text: string) => boolean) =>
  z
    .string('identity:errors.iin')
    .transform((text) => text.replace(/[\s-]/g, ''))
    .refine((text) => /^\d{12}$/.test(text), 'identity:errors.iin')
    .refine((text) => !/^\d{12}$/.test(text) || check(text), 'identity:errors.iinCheck');

/** @param isIin check-digit control, which depends on whether test identities are admitted */
export const identityForms = (isIin: (text: string) => boolean) =>
  ({
    signIn: z.strictObject({
      iin: iin(isIin),
      password: textField('identity:errors.password', 256),
      to: z.string().max(300).optional(),
    }),
    code: z.strictObject({
      code: z
        .string('identity:errors.code')
        .transform((text) => text.replace(/\s/g, ''))
        .refine((text) => /^\d{6}$/.test(text), 'identity:errors.code'),
    }),
    register: z.strictObject({
      iin: iin(isIin),
      proof: choiceField(['phone', 'key'], 'identity:errors.proof'),
    }),
    password: z.strictObject({
      password: textField('identity:errors.passwordNew', 1_000),
      secondStep: z.literal('yes').optional(),
    }),
    signature: z.strictObject({ signature: textField('signing:errors.missing', 200_000) }),
  }) as const;
