// Invites the people of the demo: accounts with passwords, and keys issued by the sandbox authority. Run again it changes nothing.
//   node --import tsx sandbox/demo/seed.ts --data DIR --authority URL   (with the settings of the portal in the environment)
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { createAccount } from '../../src/identity/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createLog } from '../../src/platform/log.ts';
import { readArguments } from '../arguments.ts';
import { PEOPLE } from '../gateway/people.ts';
import { KEY_PASSWORD, OFFICERS, passwordOf } from './cast.ts';
import { orderKeys } from './order-keys.ts';

/** Place of the person who has no account yet. */
const REGISTERS_ITSELF = 3;

const args = readArguments(['data', 'authority']);
const peopleFile = join(args.data, 'people.json');

if (!existsSync(peopleFile)) {
  const config = readConfig();
  if (!config.ok) throw new Error(config.problem);
  const portal = await compose(config.value, createLog('seed', 'warn'));
  const keysDir = join(args.data, 'keys');
  mkdirSync(keysDir, { recursive: true });

  const citizens = [];
  for (const [position, { person, phone, story }] of PEOPLE.entries()) {
    // One comes to register, as everybody does once.
    const password = position === REGISTERS_ITSELF ? undefined : passwordOf(person.iin);
    if (password !== undefined) {
      await createAccount(portal.identity, {
        kind: 'citizen',
        iin: person.iin,
        lastName: person.lastName,
        firstName: person.firstName,
        middleName: person.middleName,
        ...(phone === undefined ? {} : { phone }),
        password,
        now: portal.clock.now(),
      });
    }
    const keys = await orderKeys(args.authority, keysDir, { person, kinds: ['gost', 'rsa', 'auth'] });
    citizens.push({
      name: `${person.lastName} ${person.firstName}`,
      iin: person.iin,
      password,
      story: story.ru,
      keys,
    });
  }

  const officers = [];
  for (const officer of OFFICERS) {
    const password = passwordOf(officer.person.iin);
    await createAccount(portal.identity, {
      kind: 'officer',
      iin: officer.person.iin,
      lastName: officer.person.lastName,
      firstName: officer.person.firstName,
      middleName: officer.person.middleName,
      password,
      post: officer.post,
      now: portal.clock.now(),
    });
    const keys =
      officer.key === undefined && officer.ownKey === undefined
        ? []
        : await orderKeys(args.authority, keysDir, {
            person: officer.person,
            kinds: ['gost', 'rsa'],
            ...(officer.key && { organisation: officer.key }),
          });
    officers.push({
      name: `${officer.person.lastName} ${officer.person.firstName}`,
      iin: officer.person.iin,
      password,
      story: officer.story,
      keys,
    });
  }
  writeFileSync(
    peopleFile,
    JSON.stringify(
      { citizens, officers, keyPassword: KEY_PASSWORD, keyFiles: readdirSync(keysDir) },
      null,
      2,
    ),
  );
  await portal.close();
}
process.exit(0);
