// Dates as they stand on a calendar in Kazakhstan, whatever the machine's own zone is.

/** Kazakhstan has one time since 1 March 2024; Intl knows the earlier offset of each date. */
export const TIME_ZONE = 'Asia/Almaty';

const isoDate = new Intl.DateTimeFormat('sv', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** "2026-11-22". */
export const dateInKazakhstan = (moment: Date): string => isoDate.format(moment);

export const yearInKazakhstan = (moment: Date): number => Number(dateInKazakhstan(moment).slice(0, 4));
