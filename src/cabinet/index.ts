// The door of the slice: the citizen's own desk.
export { CHANGES } from '../http/live-status.ts';
