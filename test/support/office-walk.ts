// A case of any procedure walked by hand over HTTP: brought on paper to a desk, then each act by the demo officer whose turn it is.
import { OFFICERS } from '../../sandbox/demo/cast.ts';
import { doorName, doorsOf, type Door } from '../../src/intake/doors.ts';
import type { OfficeCase } from '../../src/office/index.ts';
import {
  offices,
  possibleOutcomes,
  stepOf,
  type Actor,
  type Outcome,
  type Step,
} from '../../src/regulations/index.ts';
import { acceptIntake, fillIntake } from './intake-work.ts';
import { caseOf, fill, paperBytes, press } from './office-work.ts';
import { ERBOL, keyOf, type TestPortal } from './portal.ts';
import type { TestBrowser } from './test-browser.ts';

type CastOfficer = (typeof OFFICERS)[number];

/** A desk of the demo with the procedure that is brought to it. */
export interface DeskDoor extends Door {
  readonly officeId: string;
}

/** Every procedure at every kind of desk that the data opens on paper, at the first office of the demo that has a clerk there. */
export function deskDoors(): readonly DeskDoor[] {
  const all = offices.flatMap(({ id }) => doorsOf(id).map((door) => ({ ...door, officeId: id })));
  const staffed = ({ officeId }: DeskDoor): boolean => find(officeId, 'clerk') !== undefined;
  const names = new Set(all.map(doorName));
  return [...names].map((name) => {
    const doors = all.filter((door) => doorName(door) === name);
    const door = doors.find(staffed);
    if (door === undefined) throw new Error(`the demo has nobody to take in ${name}`);
    return door;
  });
}

const find = (officeId: string, role: string): CastOfficer | undefined =>
  OFFICERS.find(({ post }) => post.officeId === officeId && post.roles.some((one) => one === role));

/** One act as the walker did it. */
export interface WalkedAct {
  readonly step: Step;
  readonly outcome: Outcome;
  readonly by: CastOfficer;
  /** The case as the officer found it. */
  readonly before: OfficeCase;
}

export interface Walk {
  readonly applicationId: string;
  readonly officeCase: OfficeCase;
  readonly acts: readonly WalkedAct[];
}

/** Which of the possible outcomes is taken; undefined: the first. */
export type Choice = (outcomes: readonly Outcome[]) => Outcome | undefined;

const MOST_ACTS = 40;

/** The people of the demo at their browsers; everybody signs in once. */
export class WalkingTown {
  private readonly browsers = new Map<string, Promise<TestBrowser>>();
  readonly town: TestPortal;
  constructor(town: TestPortal) {
    this.town = town;
  }

  at({ person }: CastOfficer): Promise<TestBrowser> {
    const known = this.browsers.get(person.iin) ?? this.town.signedIn(person.iin);
    this.browsers.set(person.iin, known);
    return known;
  }

  /** The officer who holds a role at an office; the executor whom the head named, where one was named. */
  officer(officeId: string, role: Actor): CastOfficer {
    const found = find(officeId, role);
    if (found === undefined) throw new Error(`the demo has no ${role} in ${officeId}`);
    return found;
  }

  /** Brings an application to a desk; `onPaper` is what its form says besides the usual. */
  async bring(door: DeskDoor, onPaper: Readonly<Record<string, string>> = {}): Promise<string> {
    const desk = await this.at(this.officer(door.officeId, 'clerk'));
    const id = await fillIntake(desk, ERBOL.iin, {}, { start: { door: doorName(door) }, typed: onPaper });
    await acceptIntake(desk, id);
    if (desk.status !== 200 || !desk.path.endsWith('/receipt'))
      throw new Error(`not accepted: ${desk.text().slice(0, 400)}`);
    return id;
  }

  /** From the desk to an end of the procedure. */
  async walk(door: DeskDoor, applicationId: string, choose: Choice = () => undefined): Promise<Walk> {
    const { id } = await caseOf(this.town, applicationId);
    const acts: WalkedAct[] = [];
    for (;;) {
      const officeCase = await this.caseNow(id);
      const { position } = officeCase;
      if (position.kind === 'end') return { applicationId, officeCase, acts };
      if (acts.length > MOST_ACTS) throw new Error(`no end in sight at ${position.step}`);
      const step = stepOf(door.regulation, position.step);
      // What only the applicant can do is not done at a desk.
      const possible = possibleOutcomes(door.regulation, position).filter(
        ({ by }) => (by ?? step.actor) !== 'applicant',
      );
      const outcome = choose(possible) ?? possible[0];
      if (outcome === undefined) throw new Error(`nobody at a desk can act at ${step.id}`);
      const by = this.officer(officeCase.officeId, outcome.by ?? step.actor);
      if (outcome.by === undefined) await this.findInQueue(officeCase.id, step.actor, by);
      await this.act(officeCase, outcome, by);
      const after = await this.caseNow(id);
      if (after.done.length !== officeCase.done.length + 1) {
        const shown = (await this.at(by)).text().slice(0, 600);
        throw new Error(`${step.id}/${outcome.id} by ${by.story} was not done: ${shown}`);
      }
      acts.push({ step, outcome, by, before: officeCase });
    }
  }

  /** The case waits in the queue of the role. */
  private async findInQueue(caseId: string, role: Actor, by: CastOfficer): Promise<void> {
    const desk = await this.at(by);
    await desk.get(`/office?view=${role}`);
    if (desk.page.querySelector(`a[href="/office/cases/${caseId}"]`) === null)
      throw new Error(`${by.story}: the case is not in the queue of ${role}`);
  }

  /** One act of one officer, through its page. */
  async act(officeCase: OfficeCase, outcome: Outcome, by: CastOfficer): Promise<void> {
    const desk = await this.at(by);
    if (outcome.needs?.includes('signature') === true) return this.sign(desk, officeCase.id, by);
    if ((outcome.needs ?? []).length === 0) return press(desk, officeCase.id, outcome.id);
    return fill(desk, officeCase.id, outcome.id, everythingAsked);
  }

  /** Signs the paper that waits, with the key of the office. */
  async sign(desk: TestBrowser, caseId: string, { person, post }: CastOfficer): Promise<void> {
    const pdf = await paperBytes(desk, caseId);
    const organisation = { bin: post.bin, name: 'Office', role: 'first-head' } as const;
    const bytes = await this.town.sign(pdf, keyOf(person, { algorithm: 'gost', organisation }));
    await desk.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes });
  }

  private async caseNow(id: string): Promise<OfficeCase> {
    const found = await this.town.portal.office.byId(id);
    if (found === undefined) throw new Error(`case ${id} is gone`);
    return found;
  }
}

/** Something sensible for every field of the page that is open. */
function everythingAsked({ page }: TestBrowser): Record<string, string> {
  const byTable = page.querySelector('#act input[name=amount]') !== null;
  const radios = page.querySelectorAll('#act input[type=radio]').toReversed();
  return {
    ...Object.fromEntries(
      radios.map((radio) => [radio.getAttribute('name') ?? '', radio.getAttribute('value') ?? '']),
    ),
    ...Object.fromEntries(
      page.querySelectorAll('#act textarea, #act input[type=text]').flatMap((field) => {
        const name = field.getAttribute('name') ?? '';
        // Where the table has a row, its sum is taken as it stands.
        const said = name === 'amountTenge' && byTable ? undefined : TYPED[name];
        return said === undefined ? [] : [[name, said]];
      }),
    ),
  };
}

const TYPED: Readonly<Record<string, string>> = {
  amountTenge: '120 000',
  amountBasis: 'Решение маслихата № 12 от 20.12.2025: 30 МРП на семью',
  refusalExplanation: 'В справке нет печати и даты выдачи.',
  missingDocuments: 'Акт о пожаре\nСправка о составе семьи',
  comment: 'Заявителю объяснили по телефону.',
};
