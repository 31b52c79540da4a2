// A date typed into three fields.

/** The date of the fields `name-day`, `name-month`, `name-year` as "2026-04-07"; undefined when there is no such day. */
export function readDate(typed: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const part = (suffix: string): number => {
    const text = typed[`${name}-${suffix}`];
    return typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  };
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const moment = new Date(Date.UTC(year, month - 1, day));
  const real =
    year >= 1000 &&
    moment.getUTCFullYear() === year &&
    moment.getUTCMonth() === month - 1 &&
    moment.getUTCDate() === day;
  return real ? moment.toISOString().slice(0, 10) : undefined;
}

/** Whether somebody began to fill in the date. */
export const dateBegun = (typed: Readonly<Record<string, unknown>>, name: string): boolean =>
  ['day', 'month', 'year'].some((suffix) => (typed[`${name}-${suffix}`] ?? '') !== '');
