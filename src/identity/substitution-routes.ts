// Who stands in for whom: the head of an office says it on one page.
import { z } from 'zod';
import { nothingForm, withError, type FormState } from '../http/forms.ts';
import { page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import type { Identity } from './index.ts';
import { identityPaths as paths } from './identity-paths.ts';
import { officers, type Officer } from './speaker.ts';
import { APPOINTERS, type AppointProblem } from './substitution.ts';

const field = (name: string) => z.string(`identity:errors.${name}`).min(1, `identity:errors.${name}`).max(40);
const appointForm = z.strictObject({
  absent: field('absent'),
  substitute: field('substitute'),
  from: field('days'),
  until: field('days'),
});

/** At which field a problem is mended. */
const FIELDS: Readonly<Record<AppointProblem, string>> = {
  absent: 'absent',
  substitute: 'substitute',
  days: 'from',
  twice: 'substitute',
};

export function substitutionRoutes(identity: Identity): RouteRow[] {
  const access = officers(...APPOINTERS);
  const show = async (visit: Visit<Officer>, form?: FormState): Promise<Reply> =>
    page(
      'identity/substitutions',
      await identity.substitutionsOf(visit.speaker),
      form ?? { values: visit.typed ?? {}, errors: [] },
    );
  return [
    get(paths.substitutions, { access, audit: { action: 'substitutions.viewed' } }, (visit) => show(visit)),
    post(
      paths.substitutions,
      { access, audit: { action: 'substitution.appointed' }, form: appointForm },
      async (visit, form) => {
        if (!form.ok) return show(visit, form.state);
        const { absent, substitute, from, until } = form.value;
        const appointed = await identity.appoint({
          by: visit.speaker,
          absentId: absent,
          substituteId: substitute,
          from,
          until,
        });
        return appointed.ok
          ? redirect(paths.substitutions.at())
          : show(
              visit,
              withError(form.state, FIELDS[appointed.problem], `identity:errors.${appointed.problem}`),
            );
      },
    ),
    post(
      paths.endSubstitution,
      {
        access,
        audit: { action: 'substitution.ended', about: 'id' },
        form: nothingForm,
        from: paths.substitutions,
      },
      async (visit) => {
        const ended = await identity.endSubstitution({ by: visit.speaker, id: visit.params.id });
        return ended.ok ? redirect(paths.substitutions.at()) : problem('not-found');
      },
    ),
  ];
}
