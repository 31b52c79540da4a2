// Which arithmetic verifies on this machine: WebAssembly for the curve of every key issued today, BigInt for the two others. The browser
// keeps BigInt throughout: it only signs, and its content security policy allows no code that is made at run time.
import { portableGroupOf } from '../portable/gost-signature.ts';
import type { GostCurve } from '../portable/gost-curves.ts';
import type { GostGroup } from '../portable/gost-group.ts';
import { createFastGroup, isFastCurve } from './wasm/fast-group.ts';

const groups = new Map<GostCurve, GostGroup>();

/** The group of a curve, made at its first use. */
export function gostGroupOf(curve: GostCurve): GostGroup {
  if (!isFastCurve(curve)) return portableGroupOf(curve);
  const group = groups.get(curve) ?? createFastGroup(curve);
  groups.set(curve, group);
  return group;
}
