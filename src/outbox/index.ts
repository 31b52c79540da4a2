// The door of the slice: facts that are written with the state they follow from, and told until somebody has done what they ask for.
export { FACTS_INDEX, factsField, factsOf, type Fact } from './fact.ts';
export { createOutbox, type FactAddress, type OpenFact, type Outbox } from './outbox-store.ts';
export { QUEUES, SUBSCRIBERS, type EventKind, type QueueName } from './portal-event.ts';
