// Runs the comparison; it is compiled on the way, since nothing in it is timed.
import { register } from 'tsx/esm/api';

register();
await import('./agreement.ts');
