// The language of a page: the person's choice (cookie), else the browser's wish, else Kazakh.
import type { Request, RequestHandler, Response } from 'express';
import { FIRST_LANGUAGE, isLanguage, LANGUAGES, type Language } from '../http/texts.ts';

const COOKIE = 'language';
const YEAR = 31_536_000_000;

export function languageOf(request: Request): Language {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  const chosen = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  if (isLanguage(chosen)) return chosen;
  const wished = request.acceptsLanguages([...LANGUAGES]);
  return isLanguage(wished) ? wished : FIRST_LANGUAGE;
}

/** Remembers the choice; it is no secret and says nothing of the person. */
export function rememberLanguage(response: Response, language: Language): void {
  response.cookie(COOKIE, language, {
    maxAge: YEAR,
    sameSite: 'lax',
    httpOnly: true,
    secure: response.req.secure,
  });
}

/** A link "?language=ru" on any page: remembers it and shows the same page without the parameter. */
export const languageLinks: RequestHandler = (request, response, next) => {
  const chosen = request.query.language;
  if (request.method !== 'GET' || !isLanguage(chosen)) {
    next();
    return;
  }
  rememberLanguage(response, chosen);
  const here = new URL(request.originalUrl, 'http://here');
  here.searchParams.delete('language');
  response.redirect(303, `${here.pathname}${here.search}`);
};
