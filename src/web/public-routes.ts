// Pages for everyone: what Komek is, how accessible it is, what happens with personal data, which diseases count.
import { path } from '../http/paths.ts';
import { page } from '../http/reply.ts';
import { get, type RouteRow } from '../http/route.ts';
import { everyone } from '../identity/index.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { diseaseList } from './disease-list.ts';

export const publicPaths = {
  start: path('/'),
  accessibility: path('/accessibility'),
  privacy: path('/privacy'),
  diseases: path('/diseases'),
} as const;

export function publicRoutes(): RouteRow[] {
  const open = { access: everyone, audit: 'nothing-personal' } as const;
  return [
    get(publicPaths.start, open, () => page('web/start')),
    get(publicPaths.accessibility, open, () => page('web/accessibility')),
    get(publicPaths.privacy, open, () => page('web/privacy')),
    get(publicPaths.diseases, open, ({ query, now, language }) =>
      page('web/diseases', diseaseList(query.edition, dateInKazakhstan(now), language)),
    ),
  ];
}
