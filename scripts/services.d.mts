// What tests take from services.mjs.

/** A TCP port of loopback that is free now. */
export function freePort(): Promise<number>;
