// Has keys issued by the sandbox authority and lays the files into a folder, under the names of the national centre with the owner before them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_PASSWORD } from './cast.ts';

export interface KeyOrder {
  readonly person: {
    readonly iin: string;
    readonly lastName: string;
    readonly firstName: string;
    readonly middleName: string;
  };
  readonly kinds: readonly ('gost' | 'rsa' | 'auth')[];
  readonly organisation?: {
    readonly bin: string;
    readonly name: string;
    readonly role: 'first-head' | 'right-to-sign' | 'employee';
  };
}

/** @returns the paths of the files, one for each kind */
export async function orderKeys(authority: string, folder: string, order: KeyOrder): Promise<string[]> {
  const paths: string[] = [];
  for (const kind of order.kinds) {
    const response = await fetch(`${authority}/issue`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        algorithm: kind === 'gost' ? 'gost' : 'rsa',
        purpose: kind === 'auth' ? 'authentication' : 'signing',
        person: {
          iin: order.person.iin,
          surname: order.person.lastName,
          givenName: order.person.firstName,
          ...(order.person.middleName === '' ? {} : { patronymic: order.person.middleName }),
        },
        ...(order.organisation === undefined ? {} : { organisation: order.organisation }),
        password: KEY_PASSWORD,
      }),
    });
    if (!response.ok) throw new Error(`the authority issued no key: ${await response.text()}`);
    const fileName =
      /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `${kind}.p12`;
    const path = join(folder, `${order.person.iin}-${fileName}`);
    writeFileSync(path, Buffer.from(await response.arrayBuffer()), { mode: 0o600 });
    paths.push(path);
  }
  return paths;
}
