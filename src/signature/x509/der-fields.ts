// Small steps that all structures of X.509 and CMS are read with.
import { DerError, elementAt, expect, readBitString, TAG, type Der } from '../portable/der-reader.ts';

/** Reads the fields of a SEQUENCE one after the other. */
export class Fields {
  readonly #parent: Der;
  #offset: number;

  constructor(parent: Der, tag: number = TAG.sequence) {
    this.#parent = expect(parent, tag);
    this.#offset = parent.contentStart;
  }

  /** The next field, which must be there and have the tag, if one is given. */
  next(tag?: number): Der {
    const field = elementAt(this.#parent.source, this.#offset, this.#parent.end);
    if (tag !== undefined) expect(field, tag);
    this.#offset = field.end;
    return field;
  }

  /** The next field if it has one of the tags. */
  optional(...tags: readonly number[]): Der | undefined {
    if (!this.more || !tags.includes(this.#parent.source[this.#offset] as number)) return undefined;
    return this.next();
  }

  get more(): boolean {
    return this.#offset < this.#parent.end;
  }

  /** Refuses fields that nobody asked for. */
  end(): void {
    if (this.more) throw new DerError('trailing-bytes', this.#offset);
  }
}

/** The three parts of everything that is SIGNED: what is signed, algorithm, signature. */
export function threeFields(whole: Der): [tbs: Der, algorithm: Der, signature: Der] {
  const fields = new Fields(whole);
  const parts: [Der, Der, Der] = [fields.next(TAG.sequence), fields.next(), fields.next()];
  fields.end();
  return parts;
}

/** The only element inside an explicit tag. */
export function onlyChild(tagged: Der): Der {
  const child = elementAt(tagged.source, tagged.contentStart, tagged.end);
  if (child.end !== tagged.end) throw new DerError('trailing-bytes', child.end);
  return child;
}

/** A BIT STRING that must be whole octets. */
export function wholeOctets(element: Der): Uint8Array {
  const { bytes, unusedBits } = readBitString(element);
  if (unusedBits !== 0) throw new DerError('bad-bit-string', element.start);
  return bytes;
}

/** The octets of a signature. One that is not whole octets is kept as none at all, and verifies nothing. */
export function signatureOctets(element: Der): Uint8Array {
  const { bytes, unusedBits } = readBitString(element);
  return unusedBits === 0 ? bytes : new Uint8Array();
}
