// The list of demo people as it is printed.
import { existsSync, readFileSync } from 'node:fs';

/** @param {string} file what sandbox/demo/seed.ts wrote */
export function describePeople(file) {
  if (!existsSync(file)) return '';
  const { citizens, officers, keyPassword } = JSON.parse(readFileSync(file, 'utf8'));
  const line = ({ name, iin, password, story, keys }) =>
    [
      `  ${name}  IIN ${iin}  ${password === undefined ? '(not registered yet: /register)' : `password ${password}`}`,
      `    ${story}`,
      ...keys.map((key) => `    key ${key}`),
    ].join('\n');
  return `Citizens (sign in at /sign-in):
${citizens.map(line).join('\n')}

Officers of the Astana office, of the akimat and of the quality body (sign in at /office/sign-in):
${officers.map(line).join('\n')}

Password of every key file: ${keyPassword}
`;
}
