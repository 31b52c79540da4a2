// What this machine has, and how to get what is missing. Plain Node: it runs before node_modules exists.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

export const say = (text) => console.log(text);

/** Ends the program with one sentence about what to do; never a stack trace for something a person can mend. */
export function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** Refuses a Node that is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    giveUp(
      `Komek needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org/en/download and try again.`,
    );
  }
}

/** Runs a program to its end, showing its output. Resolves with the exit status; 127 when the program is not there. */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(signal ? 130 : (code ?? 1)));
  });
}

/** Full path of a program on PATH (or in the places where daemons live), or undefined. */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  for (const name of names)
    for (const folder of folders) if (folder && existsSync(join(folder, name))) return join(folder, name);
  return undefined;
}

const isRoot = () => process.getuid?.() === 0;
const hasSudo = () => spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;

let listsFresh = false;

/**
 * Finds one of the named programs, or installs the Debian package that brings it.
 * @param {{ programs: string[], package: string, purpose: string, optional?: boolean }} want
 * @returns {Promise<string | undefined>} path of the program; undefined only when optional and not to be had
 */
export async function findOrInstall(want) {
  const found = findProgram(...want.programs);
  if (found && !(await isSnapStub(found))) return found;
  const missing = `${want.programs[0]} is missing (${want.purpose}).`;
  const refuse = (why) => {
    if (want.optional) return undefined;
    return giveUp(`${missing} ${why}`);
  };
  if (found) {
    return refuse(
      `${found} is Ubuntu's snap stub, which cannot be driven from here. Install a Chromium from a .deb (for example from https://launchpad.net/~xtradeb) or set KOMEK_CHROMIUM to its path.`,
    );
  }
  const why = await installPackage(want.package, missing);
  const installed = findProgram(...want.programs);
  return why === undefined && installed ? installed : refuse(why ?? `Please run: ${byHand(want.package)}`);
}

/**
 * The same for data of a package; always optional.
 * @param {{ path: string, package: string, purpose: string }} want
 * @returns {Promise<boolean>} whether it is there
 */
export async function findOrInstallFile(want) {
  if (existsSync(want.path)) return true;
  const why = await installPackage(want.package, `${want.package} is missing (${want.purpose}).`);
  if (why !== undefined) say(`  ${why}`);
  return existsSync(want.path);
}

const byHand = (name) => `sudo apt-get update && sudo apt-get install -y ${name}`;

/** Installs a Debian package. Returns undefined when done, else a sentence about what to do. */
async function installPackage(name, missing) {
  if (!findProgram('apt-get'))
    return `This is not a Debian or Ubuntu machine: install ${name} with your package manager, or run everything in containers with: docker compose up`;
  const prefix = isRoot() ? [] : hasSudo() ? ['sudo', '-n'] : undefined;
  if (!prefix) return `Without root this program cannot install it. Please run: ${byHand(name)}`;
  say(`  ${missing} Installing ${name} from Debian's packages …`);
  const apt = (...args) => {
    const [program, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      '-o',
      'Dpkg::Use-Pty=0',
      ...args,
    ];
    return run(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  if (!listsFresh) await apt('update');
  listsFresh = true;
  const status = await apt('install', '-y', '--no-install-recommends', name);
  return status === 0 ? undefined : `apt-get could not install ${name}. Please run: ${byHand(name)}`;
}

/** Ubuntu's chromium package is a shell script that asks for a snap. */
async function isSnapStub(path) {
  try {
    return readFileSync(path).subarray(0, 4096).toString('latin1').includes('snap install');
  } catch {
    return false;
  }
}

/** Brings node_modules to what package-lock.json says; does nothing when that was done before. */
export async function installPackages() {
  const mark = join(ROOT, 'node_modules', '.komek-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  say('  Installing the packages of package-lock.json (npm ci) …');
  const status = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0)
    giveUp(
      'npm ci did not finish. Look at its message above; when the registry cannot be reached, try again later: nothing is lost.',
    );
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, lock);
}
