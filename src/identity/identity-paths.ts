// The addresses of registration, sign-in and profile.
import { path } from '../http/paths.ts';

export const identityPaths = {
  signIn: path('/sign-in'),
  signInCode: path('/sign-in/code'),
  signInKey: path('/sign-in/key'),
  signInKeyBytes: path('/sign-in/key/bytes'),
  officeSignIn: path('/office/sign-in'),
  register: path('/register'),
  registerCode: path('/register/code'),
  registerPassword: path('/register/password'),
  signOut: path('/sign-out'),
  signOutEverywhere: path('/sign-out/everywhere'),
  profile: path('/profile'),
  substitutions: path('/office/substitutions'),
  endSubstitution: path('/office/substitutions/:id/end'),
} as const;

/** Where a person goes after sign-in when no page was asked for before. */
export const deskOf = (kind: 'citizen' | 'officer'): string => (kind === 'officer' ? '/office' : '/cabinet');

/** A page of ours to go on to; anything that could lead elsewhere is ignored. */
export function safeReturn(target: string | undefined): string | undefined {
  return target !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(target) ? target : undefined;
}
