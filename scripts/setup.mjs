// Prepares this machine and says what was found.
import { say } from './machine.mjs';
import { prepare } from './prepare.mjs';

say('Komek: preparing this machine');
await prepare();
say('Ready. Next: npm run demo, or npm test');
