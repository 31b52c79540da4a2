// Keeps everything in LevelDB. What commands change joins the batch being gathered; one synced batch is on its way at a time, so that
// waiting commands share a sync of the disk (group commit). A command is answered when `settled` says that its batch is on the disk.
import { ClassicLevel } from 'classic-level';

type Level = ClassicLevel<string, Buffer>;

interface Batch {
  readonly changes: Map<string, Buffer | null>;
  readonly done: Promise<void>;
  readonly finish: () => void;
}

function newBatch(): Batch {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { changes: new Map(), done, finish };
}

export interface StorageOptions {
  readonly directory: string;
  /** Called when the disk refuses a batch: memory is ahead of the disk then, and the process must not go on. */
  readonly onBroken: (error: unknown) => void;
}

export class Storage {
  readonly #level: Level;
  readonly #onBroken: (error: unknown) => void;
  #gathering = newBatch();
  #writing: Batch | undefined;
  #scheduled = false;
  /** Number of the batch being gathered; those below it are written or on their way. */
  #number = 1;
  #written = 0;

  private constructor(level: Level, onBroken: (error: unknown) => void) {
    this.#level = level;
    this.#onBroken = onBroken;
  }

  /** Opens the folder, making it if need be. Throws when another process has it open. */
  static async open({ directory, onBroken }: StorageOptions): Promise<Storage> {
    const level: Level = new ClassicLevel(directory, {
      keyEncoding: 'utf8',
      valueEncoding: 'buffer',
      writeBufferSize: 16 * 1024 * 1024,
      cacheSize: 16 * 1024 * 1024,
    });
    await level.open();
    return new Storage(level, onBroken);
  }

  /** The number to give to `settled` for what was changed last. */
  get position(): number {
    return this.#gathering.changes.size > 0 ? this.#number : this.#number - 1;
  }

  put(key: string, value: Buffer): void {
    this.#gathering.changes.set(key, value);
    this.#schedule();
  }

  delete(key: string): void {
    this.#gathering.changes.set(key, null);
    this.#schedule();
  }

  /** What is stored under a key, also when it is not on the disk yet. */
  read(key: string): Buffer | undefined {
    const pending = this.#gathering.changes.get(key) ?? this.#writing?.changes.get(key);
    return pending ?? this.#level.getSync(key);
  }

  /** Waits until a position is on the disk; undefined when it is already. */
  settled(position: number): Promise<void> | undefined {
    if (position <= this.#written) return undefined;
    return position === this.#number ? this.#gathering.done : this.#writing?.done;
  }

  /** All entries whose key begins with `prefix`, in order. What is not on the disk yet is not among them: for the start only. */
  async *entries(prefix: string): AsyncGenerator<[string, Buffer][], undefined> {
    const iterator = this.#level.iterator({
      gte: prefix,
      lt: `${prefix}\xff`,
      highWaterMarkBytes: 4 * 1024 * 1024,
    });
    try {
      for (;;) {
        const entries = await iterator.nextv(1000);
        if (entries.length === 0) return;
        yield entries;
      }
    } finally {
      await iterator.close();
    }
  }

  /** Removes what begins with `prefix`, without hurry: nothing refers to it any more. */
  async sweep(prefix: string): Promise<void> {
    await this.#level.clear({ gte: prefix, lt: `${prefix}\xff` });
  }

  /** Writes what is gathered and closes the folder. */
  async close(): Promise<void> {
    while (this.#writing ?? this.#gathering.changes.size > 0) await (this.#writing ?? this.#gathering).done;
    await this.#level.close();
  }

  /** A batch begins when the commands that have arrived by now are done. */
  #schedule(): void {
    if (this.#scheduled || this.#writing) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#write();
    });
  }

  async #write(): Promise<void> {
    const batch = this.#gathering;
    this.#writing = batch;
    this.#gathering = newBatch();
    const number = this.#number++;
    try {
      const changes = [...batch.changes].map(([key, value]) =>
        value ? { type: 'put' as const, key, value } : { type: 'del' as const, key },
      );
      await this.#level.batch(changes, { sync: true });
    } catch (error) {
      this.#onBroken(error);
      return;
    }
    this.#written = number;
    this.#writing = undefined;
    if (this.#gathering.changes.size > 0) this.#schedule();
    batch.finish();
  }
}
