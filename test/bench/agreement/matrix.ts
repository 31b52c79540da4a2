// The matrix of agreement: how many answers of each verifier are those of the suite. A verifier that a machine lacks has a column that
// says so; nothing is counted for it, neither right nor wrong.

/** What is asked, and which answer the suite expects. */
export interface Asked {
  readonly name: string;
  readonly item: { readonly target: string; readonly valid: boolean };
}

export interface Peer<Question extends Asked> {
  readonly name: string;
  /** What this machine lacks to ask this verifier; `undefined`: nothing. */
  lacks(): Promise<string | undefined>;
  ask(questions: readonly Question[], folder: string): Promise<ReadonlyMap<Question, boolean>>;
}

/** Questions that are counted together. */
export interface Section<Question extends Asked> {
  readonly title: string;
  readonly kind: 'path' | 'message';
  readonly questions: readonly Question[];
}

export type Column<Question extends Asked> = { readonly name: string } & (
  { readonly lacks: string } | { readonly answers: ReadonlyMap<Question, boolean> }
);

/** Asks every verifier that is here, one after the other. */
export async function measure<Question extends Asked>(
  peers: readonly Peer<Question>[],
  sections: readonly Section<Question>[],
  folder: string,
): Promise<Column<Question>[]> {
  const asked = (['path', 'message'] as const).map((kind) => [
    ...new Set(sections.filter((section) => section.kind === kind).flatMap(({ questions }) => questions)),
  ]);
  const columns: Column<Question>[] = [];
  for (const peer of peers) {
    const lacks = await peer.lacks();
    if (lacks !== undefined) {
      columns.push({ name: peer.name, lacks });
      continue;
    }
    const answers = new Map<Question, boolean>();
    for (const questions of asked)
      for (const [question, answer] of await peer.ask(questions, folder)) answers.set(question, answer);
    columns.push({ name: peer.name, answers });
  }
  return columns;
}

export interface Tally {
  readonly right: number;
  /** Refused by the suite, accepted by the verifier. */
  readonly falselyAccepted: number;
}

/** Counts answers. Throws for a question without one: silence is neither right nor wrong. */
export function tally<Question extends Asked>(
  questions: readonly Question[],
  answers: ReadonlyMap<Question, boolean>,
): Tally {
  const wrong = differences(questions, answers);
  const falselyAccepted = wrong.filter(({ item }) => !item.valid).length;
  return { right: questions.length - wrong.length, falselyAccepted };
}

/** The questions that a verifier answers otherwise than the suite. */
export function differences<Question extends Asked>(
  questions: readonly Question[],
  answers: ReadonlyMap<Question, boolean>,
): Question[] {
  const unanswered = questions.find((question) => !answers.has(question));
  if (unanswered) throw new Error(`no answer on ${unanswered.name}`);
  return questions.filter((question) => answers.get(question) !== question.item.valid);
}

const NOT_MEASURED = 'not measured';

/** The matrix as a table: a row for each section, a column for each verifier. */
export function table<Question extends Asked>(
  columns: readonly Column<Question>[],
  sections: readonly Section<Question>[],
): string {
  const cell = (column: Column<Question>, { questions }: Section<Question>): string => {
    if ('lacks' in column) return NOT_MEASURED;
    const { right, falselyAccepted } = tally(questions, column.answers);
    return `${right} (${falselyAccepted})`;
  };
  const head = ['agrees with the suite, (falsely accepted)', ...columns.map(({ name }) => name)];
  const rows = sections.map((section) => [
    `${section.questions.length} ${section.title}`,
    ...columns.map((column) => cell(column, section)),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => (row[i] as string).length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, i) => (i === 0 ? text.padEnd(widths[i] as number) : text.padStart(widths[i] as number))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** A sentence for each verifier that was not measured, and a line for each answer that is not the suite's. */
export function remarks<Question extends Asked>(
  columns: readonly Column<Question>[],
  sections: readonly Section<Question>[],
): string[] {
  return columns.flatMap((column) => {
    if ('lacks' in column) return [`${column.name} is ${NOT_MEASURED}: ${column.lacks}.`];
    const told = sections.flatMap(({ kind, questions }) =>
      differences(questions, column.answers).map(
        (question) =>
          `  ${question.item.valid ? 'refuses' : 'accepts'} ${kind} ${question.name}${inputsOf(question)}`,
      ),
    );
    const lines = [...new Set(told)];
    return lines.length === 0 ? [] : [column.name, ...lines];
  });
}

function inputsOf({ item }: Asked): string {
  const inputs = Object.entries(item).filter(([key]) => key !== 'target' && key !== 'valid');
  return inputs.length === 0 ? '' : ` ${JSON.stringify(Object.fromEntries(inputs))}`;
}
