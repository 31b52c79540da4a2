// The command line of deadline-command.ts.
import process from 'node:process';
import { runDeadlineCommand } from './deadline-command.ts';

const { output, code, stream } = runDeadlineCommand(process.argv.slice(2));
process[stream].write(`${output}\n`);
process.exitCode = code;
