// The route table is the whole portal: nothing is reachable beside it, and every row says who may, what is recorded and what form it takes.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RouteRow } from '../../src/http/route.ts';
import { portalRows } from '../../src/web/routes.ts';
import { startPortal, type TestPortal } from '../support/portal.ts';

let town: TestPortal;
let rows: RouteRow[];
beforeAll(async () => {
  town = await startPortal();
  rows = portalRows(town.portal);
}, 60_000);
afterAll(() => town.close());

interface Layer {
  readonly name: string;
  readonly route?: {
    readonly path: string;
    readonly methods?: Readonly<Record<string, boolean>>;
    readonly stack: readonly { method: string }[];
  };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Every address that the running application listens to. */
function reachable(layers: readonly Layer[]): string[] {
  return layers.flatMap((layer) =>
    layer.route !== undefined
      ? layer.route.stack.map(({ method }) => `${method} ${layer.route?.path ?? ''}`)
      : reachable(layer.handle.stack ?? []),
  );
}

const nameOf = ({ method, path }: RouteRow): string => `${method} ${path.template}`;

describe('the route table', () => {
  test('is all that the running router answers to, besides the two addresses for operators', () => {
    const stack = (town.app as unknown as { router: { stack: readonly Layer[] } }).router.stack;
    expect(new Set(reachable(stack))).toEqual(new Set([...rows.map(nameOf), 'get /healthz', 'get /readyz']));
  });

  test('has every address once', () => {
    expect(new Set(rows.map(nameOf)).size).toBe(rows.length);
  });

  test('takes a form, if only an empty one, wherever something is sent', () => {
    expect(rows.filter(({ method, form }) => method === 'post' && form === undefined).map(nameOf)).toEqual(
      [],
    );
  });

  test('names for every form a page that exists', () => {
    const pages = new Set(rows.filter(({ method }) => method === 'get').map(({ path }) => path.template));
    expect(rows.filter(({ page }) => !pages.has(page.template)).map(nameOf)).toEqual([]);
  });

  test('records every look at somebody’s application, case or paper, and every act', () => {
    const unrecorded = rows.filter(
      ({ access, audit, path }) =>
        !['everyone', 'visitors'].includes(access.name) &&
        audit === 'nothing-personal' &&
        path.template.includes(':id'),
    );
    // A stream tells a number that grows, nothing else.
    expect(unrecorded.map(nameOf).sort()).toEqual(['get /cabinet/:id/events', 'get /complaints/:id/events']);
  });

  test('says of every record what was done or seen, in the past, and about which parameter', () => {
    for (const row of rows) {
      if (row.audit === 'nothing-personal') continue;
      expect([nameOf(row), /^[a-z-]+\.[a-z-]+$/.test(row.audit.action)]).toEqual([nameOf(row), true]);
      if (row.audit.about !== undefined) expect(row.path.template).toContain(`:${row.audit.about}`);
      else expect([nameOf(row), row.path.template.includes(':id')]).toEqual([nameOf(row), false]);
    }
  });

  test('lets visitors nowhere near the office, nor officers near a citizen’s pages', () => {
    for (const row of rows) {
      const office = row.path.template.startsWith('/office') && row.path.template !== '/office/sign-in';
      expect([nameOf(row), row.access.name.startsWith('officers')]).toEqual([nameOf(row), office]);
    }
  });
});
