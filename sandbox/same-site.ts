// A page of another site must not press the buttons of a stand-in; looking is free.
import type { RequestHandler } from 'express';

export const sameSiteOnly: RequestHandler = (request, response, next) => {
  const site = request.get('sec-fetch-site');
  if (request.method === 'GET' || site === undefined || site === 'same-origin' || site === 'none') next();
  else response.status(403).json({ error: 'this must be asked from the page of the sandbox itself' });
};
