// The three digits with which mobile numbers of Kazakhstan begin after +7 (as libphonenumber knew them in November 2026).

export const mobilePrefixes = [
  '700',
  '701',
  '702',
  '705',
  '706',
  '707',
  '708',
  '747',
  '760',
  '761',
  '762',
  '763',
  '764',
  '771',
  '775',
  '776',
  '777',
  '778',
  '785',
] as const;

/** The contact centre on public services. */
export const CONTACT_CENTRE = '1414';
