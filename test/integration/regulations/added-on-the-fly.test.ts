// A procedure is one data file: put into a folder, it is offered at the desk, worked on, issued and explained by the portal that was started
// with it. A file that is wrong keeps the portal from starting, with the name of what is wrong.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Regulation } from '../../../src/regulations/index.ts';
import type { TestPortal } from '../../support/portal.ts';
import { textOfPdf } from '../../support/pdf-text.ts';
import { ROOT } from '../../support/repository.ts';

interface ProcedureFile {
  readonly offices: readonly string[];
  readonly regulation: Regulation;
}

const example = readFileSync(join(ROOT, 'src/regulations/examples/reading-certificate.json'), 'utf8');
const read = (): ProcedureFile => JSON.parse(example) as ProcedureFile;

const folders: string[] = [];
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulations-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('a portal that is started with one more file', () => {
  let town: TestPortal;
  beforeAll(async () => {
    // The law is read before anything is wired, so the portal is loaded only now.
    process.env.REGULATIONS_DIR = folderWith({ 'reading-certificate.json': example });
    const { startPortal } = await import('../../support/portal.ts');
    town = await startPortal();
    town.startWorkers();
  }, 60_000);
  afterAll(() => town.close());

  test('takes it in at the desk, registers it, counts its terms, issues it and shows it to its applicant', async () => {
    const { acceptIntake, clerkOf, notePapers, openIntake, scanApplication, typeBlocks } =
      await import('../../support/intake-work.ts');
    const { caseOf, paperBytes, press } = await import('../../support/office-work.ts');
    const { ERBOL, keyOf } = await import('../../support/portal.ts');
    const desk = await town.signedIn(clerkOf('shortandy').person.iin);
    const id = await openIntake(desk, ERBOL.iin, { door: 'reading-certificate|provider' });
    await typeBlocks(desk, id);
    await notePapers(desk, id);
    await scanApplication(desk, id);
    await acceptIntake(desk, id);
    expect(desk.path).toBe(`/office/intake/${id}/receipt`);
    expect(desk.text()).toContain('Талон');

    const { id: caseId, officeId, wholeDueAt, dueAt } = await caseOf(town, id);
    expect(officeId).toBe('shortandy');
    expect(dueAt !== null && wholeDueAt !== null && dueAt < wholeDueAt).toBe(true);
    await desk.get('/office?language=ru');
    expect(desk.text()).toContain('Выписка справки');
    await desk.get(`/office/cases/${caseId}`);
    expect(desk.text()).toContain('2 рабочих дня с приема заявления');
    await press(desk, caseId, 'written');
    // The certificate is drawn, and counts when it is signed by who wrote it.
    const { person, post } = clerkOf('shortandy');
    const organisation = { bin: post.bin, name: 'Office', role: 'first-head' } as const;
    const pdf = await paperBytes(desk, caseId);
    const bytes = await town.sign(pdf, keyOf(person, { algorithm: 'gost', organisation }));
    await desk.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes });
    expect(await textOfPdf(pdf)).toContain(ERBOL.lastName);
    expect(await town.portal.office.byId(caseId)).toMatchObject({
      state: 'closed',
      position: { kind: 'end', end: 'done' },
    });

    const owner = await town.signedIn(ERBOL.iin);
    await owner.get(`/cabinet/${id}?language=ru`);
    expect(owner.text()).toContain('Результат услуги выдан');
    expect(owner.text()).toContain('Выписка справки');
  }, 60_000);

  test('offers it to the offices that the file names and to no other, and tells everybody how it works', async () => {
    const { clerkOf } = await import('../../support/intake-work.ts');
    const other = await town.signedIn(clerkOf('astana').person.iin);
    await other.get('/office/intake/new');
    const doors = other.page.querySelectorAll('input[name=door]').map((one) => one.getAttribute('value'));
    expect(doors.length).toBeGreaterThan(0);
    expect(doors.some((door) => door?.startsWith('reading-certificate'))).toBe(false);
    const visitor = await town.browser().get('/services/reading-certificate/how?language=ru');
    expect(visitor.status).toBe(200);
    expect(visitor.text()).toContain('выписывает и выдаёт справку');
    expect(visitor.page.querySelectorAll('.km-flow__step')).toHaveLength(2);
  });
});

/** Starts the web process with a folder of procedures; its exit status and what it said. */
async function start(folder: string): Promise<{ readonly status: number | null; readonly said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, REGULATIONS_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, said };
}

describe('a portal does not start with', () => {
  const lonely = (): string => {
    const { offices, regulation } = read();
    const steps = [...regulation.steps, { ...regulation.steps[1], id: 'lonely' }];
    return JSON.stringify({ offices, regulation: { ...regulation, steps } });
  };
  test.each([
    ['a step that no road reaches', lonely(), /reading-certificate is refused: unreachable-step, lonely/],
    [
      'an office that does not exist',
      JSON.stringify({ ...read(), offices: ['moon'] }),
      /wrong\.json names an office/,
    ],
    [
      'a procedure that is there already',
      JSON.stringify({ ...read(), regulation: { ...read().regulation, id: 'order-84-2023' } }),
      /duplicate-id, order-84-2023@1/,
    ],
    ['a file that is no procedure', '{ "steps": ', /wrong\.json is refused/],
  ])(
    '%s: it says which',
    async (_name, text, said) => {
      const ended = await start(folderWith({ 'wrong.json': text }));
      expect(ended.said).toMatch(said);
      expect(ended.status).not.toBe(0);
    },
    60_000,
  );

  test('nothing of that, once the file is right: then it asks for its settings', async () => {
    const ended = await start(folderWith({ 'right.json': example }));
    expect(ended).toMatchObject({ status: 64 });
    expect(ended.said).toContain('The settings are not complete');
  }, 60_000);
});
