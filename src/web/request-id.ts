// A number for each request: in the log, and on a problem page for the person who calls the contact centre.
import type { Request, RequestHandler } from 'express';
import { newId } from '../platform/ids.ts';

const ids = new WeakMap<Request, string>();

export const requestIds: RequestHandler = (request, response, next) => {
  const id = newId().slice(0, 10);
  ids.set(request, id);
  response.setHeader('X-Request-Id', id);
  next();
};

export const requestIdOf = (request: Request): string => ids.get(request) ?? 'unknown';
