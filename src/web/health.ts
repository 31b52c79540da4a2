// For operators: /healthz says that the process lives, /readyz that it can serve (the database answers; Redis is only told about).
import { Router } from 'express';
import type { Portal } from '../compose.ts';

export function healthRoutes(portal: Portal): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', (_request, response, next) => {
    portal
      .readiness()
      .then((state) => response.status(state.database === 'up' ? 200 : 503).json(state))
      .catch(next);
  });
  return router;
}
