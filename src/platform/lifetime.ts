// When a process ends: on SIGTERM and SIGINT, and in demo and tests also when the process that started it is gone.
import type { Socket } from 'node:net';

/**
 * Calls `stop` once, on the first reason to end.
 * @param options.withParent also end when standard input, a pipe from the starting process, closes
 */
export function onEnd(stop: () => void, options: { withParent: boolean }): void {
  let asked = false;
  const once = (): void => {
    if (asked) return;
    asked = true;
    stop();
  };
  process.once('SIGTERM', once);
  process.once('SIGINT', once);
  if (options.withParent && isPipe(process.stdin)) {
    process.stdin.once('end', once).once('close', once).resume();
    process.stdin.unref();
  }
}

const isPipe = (stream: NodeJS.ReadStream | Socket): stream is Socket & NodeJS.ReadStream =>
  !(stream as NodeJS.ReadStream).isTTY && 'unref' in stream;
