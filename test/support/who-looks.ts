// Who looks at a page in a real browser, and how they sign in.
import type { Page } from 'playwright-core';
import { passwordOf } from '../../sandbox/demo/cast.ts';
import { clerkOf } from './intake-work.ts';
import {
  ADMINISTRATOR,
  AIGUL,
  AKIM,
  CLERK,
  ERBOL,
  EXECUTOR,
  GULNAR,
  HEAD,
  QUALITY_OFFICER,
  SHORTANDY_HEAD,
  VERA,
} from './portal.ts';

/** IINs of those who look. */
export const IINS = {
  aigul: AIGUL.iin,
  erbol: ERBOL.iin,
  gulnar: GULNAR.iin,
  vera: VERA.iin,
  clerk: CLERK.person.iin,
  head: HEAD.person.iin,
  executor: EXECUTOR.person.iin,
  akim: AKIM.person.iin,
  quality: QUALITY_OFFICER.person.iin,
  administrator: ADMINISTRATOR.person.iin,
  shortandy: clerkOf('shortandy').person.iin,
  shortandyHead: SHORTANDY_HEAD.person.iin,
} as const;
const OFFICERS: readonly Who[] = [
  'clerk',
  'head',
  'executor',
  'akim',
  'quality',
  'shortandy',
  'administrator',
  'shortandyHead',
];

/** Signs somebody in, in a real browser. */
export async function enter(page: Page, base: string, who: Who): Promise<void> {
  if (who === 'visitor') return;
  await page.goto(`${base}${OFFICERS.includes(who) ? '/office/sign-in' : '/sign-in'}`);
  await page.fill('#iin', IINS[who]);
  await page.fill('#password', passwordOf(IINS[who]));
  await page.press('#password', 'Enter');
  await page.waitForURL(/\/(cabinet|office|office\/complaints|office\/reference\/calendar)$/);
}

export type Who = 'visitor' | keyof typeof IINS;
