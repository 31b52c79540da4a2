// How each procedure works, read from the data by which the office runs; open to everybody.
import { page, problem } from '../http/reply.ts';
import { get, type RouteRow } from '../http/route.ts';
import { everyone } from '../identity/index.ts';
import { describeRegulation, formatBasis, registry } from '../regulations/index.ts';
import { howPaths as paths } from './application-paths.ts';

const SECTIONS = [
  'short',
  'doors',
  'documents',
  'terms',
  'road',
  'results',
  'refusals',
  'complaint',
  'people',
];

export function howRoutes(): RouteRow[] {
  const open = { access: everyone, audit: 'nothing-personal' } as const;
  return [
    get(paths.list, open, ({ language }) =>
      page('how/list', {
        procedures: registry.current.map(({ id, kind, shortName, provider }) => ({
          kind,
          href: paths.one.at({ service: id }),
          name: shortName[language],
          provider: provider[language],
        })),
      }),
    ),
    get(paths.one, open, ({ params, query, language }) => {
      // A case keeps the edition under which it was submitted: its page leads to that one.
      const version = query.version === undefined ? undefined : Number(query.version);
      const regulation = registry.find(params.service, version);
      if (regulation === undefined) return problem('not-found');
      return page('how/one', {
        how: describeRegulation(regulation, language),
        sections: [...SECTIONS, ...(regulation.notes.length > 0 ? ['notes'] : [])],
        marks: (['found', 'inferred', 'recalled'] as const).map((basis) => formatBasis(basis, language)),
      });
    }),
  ];
}
