// Order № 84 as amended: how the notification of Appendix 6 or 7 is signed and goes out.
import type { Outcome } from '../../regulation.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';

/** The applicant is told. */
export const notified = [
  { id: 'granted', name: name.notify, when: { decisions: ['grant'] }, end: 'granted' },
  { id: 'refused', name: name.notify, when: { decisions: ['refuse'] }, end: 'refused' },
] as const satisfies readonly Outcome[];

const doors = {
  portal: ['portal'],
  desk: ['provider', 'rural-akim'],
  corporation: ['state-corporation'],
} as const satisfies Readonly<Record<string, readonly Channel[]>>;

/** The head signs the notification of Appendix 6 or 7; it goes out by the door through which the case came. */
export const signed = (door: keyof typeof doors, next: string): readonly Outcome[] => [
  {
    id: `grant-signed-${door}`,
    name: name.sign,
    when: { channels: doors[door], decisions: ['grant'] },
    needs: ['signature'],
    papers: ['grant-notification'],
    next,
  },
  {
    id: `refusal-signed-${door}`,
    name: name.sign,
    when: { channels: doors[door], decisions: ['refuse'] },
    needs: ['signature'],
    papers: ['refusal-notification'],
    next,
  },
];
