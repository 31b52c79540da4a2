// What a comparison needs beside this repository, and the sentence that says which of it a machine lacks.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const runFile = promisify(execFile);
const JARS = ['bcprov.jar', 'bcutil.jar', 'bcpkix.jar'].map((jar) => `/usr/share/java/${jar}`);

/** The class path with BouncyCastle. */
export const BOUNCY_CASTLE = JARS.join(':');

/** Whether a command can be started and is content. */
export const works = (command: string, ...parameters: readonly string[]): Promise<boolean> =>
  runFile(command, parameters).then(
    () => true,
    () => false,
  );

/** What is missing for the openssl command; `undefined`: nothing. */
export const opensslLacks = async (): Promise<string | undefined> =>
  (await works('openssl', 'version')) ? undefined : 'there is no openssl command here';

/** What is missing for BouncyCastle under Java; `undefined`: nothing. */
export async function bouncyCastleLacks(): Promise<string | undefined> {
  if (!(await works('java', '-version'))) return 'there is no Java here';
  return JARS.every((jar) => existsSync(jar))
    ? undefined
    : 'BouncyCastle is not here (package libbcpkix-java)';
}
