// To whom one may complain: the addressees of the procedure complained of, each with its office and the door by which a complaint enters.
import {
  officeBeside,
  officeOf,
  placeOf,
  registry,
  stepOf,
  type Actor,
  type Channel,
  type Office,
  type Regulation,
  type Text,
} from '../regulations/index.ts';

export interface Addressee {
  readonly to: Actor;
  readonly name: Text;
  readonly office: Office;
  /** The procedure by which this addressee considers the complaint. */
  readonly procedure: Regulation;
}

/** The addressees of a decision or an answer, made by an office under a regulation. */
export function addresseesOf(regulation: Regulation, officeId: string): readonly Addressee[] {
  const { procedure: id, addressees } = regulation.complaint;
  const procedure = id === undefined ? undefined : registry.find(id);
  if (procedure === undefined) return [];
  return addressees.flatMap(({ to, name }) => {
    const office = officeBeside(procedure.id, placeOf(to), officeId);
    const doors = office === undefined ? [] : doorsOf(procedure, office);
    return office === undefined || doors.length === 0 ? [] : [{ to, name, office, procedure }];
  });
}

/** The channels of a procedure whose first step is done in this office. */
export const doorsOf = (procedure: Regulation, office: Office): readonly Channel[] =>
  procedure.channels
    .filter(({ start }) => placeOf(stepOf(procedure, start).actor) === office.place)
    .map(({ channel }) => channel);

/** The door for what comes through the cabinet: the portal's own where the procedure has one, else the office's. */
export const cabinetDoor = (procedure: Regulation, office: Office): Channel | undefined => {
  const doors = doorsOf(procedure, office);
  return doors.find((channel) => channel === 'portal') ?? doors[0];
};

/** The doors for paper. */
export const paperDoors = (procedure: Regulation, office: Office): readonly Channel[] =>
  doorsOf(procedure, office).filter((channel) => channel !== 'portal');

/** Where the present step of a complaint is done. */
export function officeOfActor(procedure: Regulation, actor: Actor, homeOfficeId: string): string {
  const home = officeOf(homeOfficeId);
  return home === undefined || home.place === placeOf(actor)
    ? homeOfficeId
    : (officeBeside(procedure.id, placeOf(actor), homeOfficeId)?.id ?? homeOfficeId);
}
