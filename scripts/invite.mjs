// Invites the demo people of a compiled Komek, and prints who they are.
//   node scripts/invite.mjs --data DIR --authority URL   (with the settings of the portal in the environment)
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describePeople } from './demo-people.mjs';
import { ROOT, giveUp, run, say } from './machine.mjs';

const { data, authority } = parseArgs({
  options: { data: { type: 'string' }, authority: { type: 'string' } },
}).values;
if (!data || !authority) giveUp('Inviting needs --data and --authority');
const seed = join(ROOT, 'dist/sandbox/demo/seed.js');
if ((await run(process.execPath, [seed, '--data', data, '--authority', authority])) !== 0)
  giveUp('The demo people could not be invited; see the message above.');
say(describePeople(join(data, 'people.json')));
