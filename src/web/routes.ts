// The whole portal: every address, in the order of the road. Nothing is reachable that does not stand here (test/architecture).
import type { Portal } from '../compose.ts';
import type { RouteRow } from '../http/route.ts';
import { identityRoutes } from '../identity/identity-routes.ts';
import { publicRoutes } from './public-routes.ts';

export function portalRows(portal: Portal): RouteRow[] {
  return [...publicRoutes(), ...identityRoutes(portal.identity)];
}
