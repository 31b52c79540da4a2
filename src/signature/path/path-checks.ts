// Turns the judgement of a path into the checks of a report.
import { PATH_CHECKS, type Check, type Outcome, type PathCheckId } from '../verdict/check.ts';
import type { FoundPath, PathMember } from './find-path.ts';

/** Where each rule is written. */
const SOURCES: Readonly<Record<PathCheckId, string>> = {
  limits: 'limits of this verifier',
  'certificate-form': 'RFC 5280 4',
  'path-built': 'RFC 5280 6.1',
  'path-signatures': 'RFC 5280 6.1.3 a 1',
  'path-names': 'RFC 5280 6.1.3 a 4',
  'basic-constraints': 'RFC 5280 6.1.4 k',
  'path-length': 'RFC 5280 6.1.4 l, m',
  'ca-key-usage': 'RFC 5280 6.1.4 n',
  'name-constraints': 'RFC 5280 6.1.3 b, c',
  'certificate-policies': 'RFC 5280 6.1.3 d-f, RFC 9618',
  'critical-extensions': 'RFC 5280 6.1.4 o, 6.1.5 f',
  'path-validity': 'RFC 5280 6.1.3 a 2',
  revocation: 'RFC 5280 6.3, RFC 6960',
};

const RULES = PATH_CHECKS.filter((id) => id !== 'revocation');

/** One check for every rule of a path; revocation is not asked of a path that is broken before it. */
export function judgementChecks({ path, members, broken }: FoundPath): Check[] {
  const length = `${path.certificates.length + 1} certificates`;
  const ofRules = RULES.map((id): Check => {
    const flaw = broken.get(id);
    return {
      id,
      outcome: flaw === undefined ? 'passed' : 'failed',
      evidence: flaw ?? length,
      source: SOURCES[id],
    };
  });
  return [...ofRules, ...members.map(statusCheck)];
}

function statusCheck({ certificate, status }: PathMember): Check {
  const evidence = (words: string): string => `certificate ${certificate.serialHex}: ${words}`;
  const check = (outcome: Outcome, words: string, source: string): Check => ({
    id: 'revocation',
    outcome,
    evidence: evidence(words),
    source,
  });
  switch (status?.status) {
    case undefined:
      return check('switched-off', 'status not asked', 'trust set');
    case 'good':
      return check('passed', `not revoked, known at ${iso(status.thisUpdate)}`, status.source);
    case 'revoked':
      return check('failed', `revoked at ${iso(status.revokedAt)}, reason ${status.reason}`, status.source);
    case 'unknown':
      return check('unknown', status.why, SOURCES.revocation);
  }
}

const iso = (time: number): string => new Date(time).toISOString();
