// BER (X.690 clause 8) into the form that the DER reader reads: lengths made definite and short, strings in pieces joined. Streaming
// signers write such messages. Nothing else is changed, and every step is counted.
import type { Budget } from '../limits.ts';
import { DerError } from '../portable/der-reader.ts';
import { lengthOctets } from '../portable/der-writer.ts';

/** Universal types whose constructed form is a string in pieces. */
const STRINGS: ReadonlySet<number> = new Set([3, 4, 12, 18, 19, 20, 21, 22, 25, 26, 27, 28, 30]);
const BIT_STRING = 3;

/** An element rewritten: its octets in parts, and where its original ends. */
interface Piece {
  readonly parts: readonly Uint8Array[];
  readonly length: number;
  readonly end: number;
}

interface Header {
  readonly start: number;
  readonly tag: number;
  readonly contentStart: number;
  /** `undefined`: until the end-of-contents octets. */
  readonly end: number | undefined;
}

/**
 * Rewrites one BER element that fills the input.
 * @throws DerError when it is no BER; LimitExceeded (nesting, elements)
 */
export function normaliseBer(source: Uint8Array, budget: Budget): Uint8Array {
  const whole = new BerReader(source, budget).element(0, source.length, 0);
  if (whole.end !== source.length) throw new DerError('trailing-bytes', whole.end);
  const output = new Uint8Array(whole.length);
  let offset = 0;
  for (const part of whole.parts) {
    output.set(part, offset);
    offset += part.length;
  }
  return output;
}

class BerReader {
  readonly #source: Uint8Array;
  readonly #budget: Budget;

  constructor(source: Uint8Array, budget: Budget) {
    this.#source = source;
    this.#budget = budget;
  }

  element(start: number, limit: number, depth: number): Piece {
    const header = this.#header(start, limit, depth);
    const { tag, contentStart } = header;
    if ((tag & 0x20) === 0) {
      const end = header.end as number;
      return assemble(tag, [this.#source.subarray(contentStart, end)], end);
    }
    if ((tag & 0xc0) === 0 && STRINGS.has(tag & 0x1f)) {
      const segments: Uint8Array[] = [];
      const end = this.#segments(header, { limit, depth, segments });
      return assemble(tag & 0x1f, (tag & 0x1f) === BIT_STRING ? joinBits(segments, start) : segments, end);
    }
    const parts: Uint8Array[] = [];
    const end = this.#children(header, limit, (offset, bound) => {
      const piece = this.element(offset, bound, depth + 1);
      for (const part of piece.parts) parts.push(part);
      return piece.end;
    });
    return assemble(tag, parts, end);
  }

  /** Visits the children of a constructed element; returns where the element ends. */
  #children(header: Header, limit: number, visit: (offset: number, bound: number) => number): number {
    const bound = header.end ?? limit;
    let offset = header.contentStart;
    while (offset < bound || header.end === undefined) {
      const isEnd = header.end === undefined && this.#source[offset] === 0 && this.#source[offset + 1] === 0;
      if (isEnd && offset + 2 <= limit) return offset + 2;
      offset = visit(offset, bound);
    }
    return offset;
  }

  /** Collects the pieces of a string in pieces, which may themselves be in pieces of the same type. */
  #segments(
    header: Header,
    { limit, depth, segments }: { limit: number; depth: number; segments: Uint8Array[] },
  ): number {
    return this.#children(header, limit, (offset, bound) => {
      const inner = this.#header(offset, bound, depth + 1);
      if ((inner.tag & ~0x20) !== (header.tag & ~0x20)) throw new DerError('unexpected-tag', offset);
      if ((inner.tag & 0x20) !== 0)
        return this.#segments(inner, { limit: bound, depth: depth + 1, segments });
      segments.push(this.#source.subarray(inner.contentStart, inner.end));
      return inner.end as number;
    });
  }

  #header(start: number, limit: number, depth: number): Header {
    this.#budget.spend('elements');
    this.#budget.atMost('nesting', depth);
    if (start + 2 > limit) throw new DerError('truncated', start);
    const tag = this.#source[start] as number;
    const first = this.#source[start + 1] as number;
    if ((tag & 0x1f) === 0x1f) throw new DerError('high-tag-number', start);
    if (first === 0x80) {
      if ((tag & 0x20) === 0) throw new DerError('indefinite-length', start);
      return { start, tag, contentStart: start + 2, end: undefined };
    }
    const octets = first < 0x80 ? 0 : first & 0x7f;
    const contentStart = start + 2 + octets;
    if (contentStart > limit) throw new DerError('truncated', start);
    let length = octets === 0 ? first : 0;
    for (let i = start + 2; i < contentStart; i += 1) {
      length = length * 256 + (this.#source[i] as number);
      if (length > 0xffffffff) throw new DerError('length-too-large', start);
    }
    if (contentStart + length > limit) throw new DerError('truncated', start);
    return { start, tag, contentStart, end: contentStart + length };
  }
}

function assemble(tag: number, content: readonly Uint8Array[], end: number): Piece {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const header = Uint8Array.of(tag, ...lengthOctets(length));
  return { parts: [header, ...content], length: header.length + length, end };
}

/** Joins pieces of a BIT STRING: only the last may have unused bits. */
function joinBits(segments: readonly Uint8Array[], offset: number): Uint8Array[] {
  const last = segments.at(-1);
  const whole = segments.slice(0, -1).every((segment) => segment[0] === 0);
  if (last?.[0] === undefined || !whole) throw new DerError('bad-bit-string', offset);
  return [last.subarray(0, 1), ...segments.map((segment) => segment.subarray(1))];
}
