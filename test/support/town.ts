// The running town as the journeys know it: where it is, who lives there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface DemoPerson {
  readonly name: string;
  readonly iin: string;
  readonly password: string;
  readonly keys: readonly string[];
}

export interface Town {
  readonly dir: string;
  readonly portalUrl: string;
  readonly gatewayUrl: string;
  readonly authorityUrl: string;
  readonly ports: { readonly ncalayer: number; readonly ncalayerControl: number };
  readonly registersToken: string;
  /** The settings of web and worker. */
  readonly portalEnv: Readonly<Record<string, string>>;
}

interface People {
  readonly citizens: readonly DemoPerson[];
  readonly officers: readonly DemoPerson[];
  readonly keyPassword: string;
}

export const town = (): Town => JSON.parse(process.env.KOMEK_TEST_TOWN ?? '{}') as Town;

export const people = (): People =>
  JSON.parse(readFileSync(join(town().dir, 'people.json'), 'utf8')) as People;

export function citizen(position: number): DemoPerson {
  const found = people().citizens[position];
  if (found === undefined) throw new Error(`no demo citizen ${position}`);
  return found;
}

export function officer(role: 'clerk' | 'head' | 'executor'): DemoPerson {
  const found = people().officers[{ clerk: 0, head: 1, executor: 2 }[role]];
  if (found === undefined) throw new Error(`no demo ${role}`);
  return found;
}

export type KeyKind = 'GOST512' | 'RSA256' | 'AUTH';

/** The file of one of the person's keys. */
export function keyFile(person: DemoPerson, kind: KeyKind): string {
  const found = person.keys.find((path) =>
    kind === 'AUTH' ? path.includes('AUTH_') : path.includes(kind) && !path.includes('AUTH_'),
  );
  if (found === undefined) throw new Error(`${person.name} has no key ${kind}`);
  return found;
}

/** The latest short message to a phone. */
export async function latestSms(phone: string): Promise<string | undefined> {
  const response = await fetch(`${town().gatewayUrl}/sms.json?phone=${encodeURIComponent(phone)}`);
  const messages = (await response.json()) as { text: string }[];
  return messages.at(-1)?.text;
}
