// The shape of an operator of expressions whose arguments are evaluated before it runs.

/** How many arguments an operator takes, and what it makes of them; `undefined` is a missing value. */
export interface Operator {
  readonly least: number;
  readonly most: number;
  /** Names of the arguments when they come as a document: { $dateToString: { date, format } }. */
  readonly named?: readonly string[];
  readonly run: (args: readonly unknown[]) => unknown;
}

/** An operator whose arguments come as a document only. */
export function namedOnly(named: readonly string[]): Pick<Operator, 'least' | 'most' | 'named'> {
  return { least: 1, most: 0, named };
}
