/** How well a method of a resource answers a statement that could be sent by several. */
export interface MethodFit {
  /** How many parameters it requires, all of which the statement binds. */
  readonly required: number;
  /** Whether its body lacks nothing: it is rather meant than one that the server will refuse. */
  readonly isWhole: boolean;
  /** How many of the values that the statement gives it can make use of. */
  readonly bound: number;
  readonly isDeprecated: boolean;
}

/**
 * The rule by which statements choose among methods, the best first: the one that requires most of what is bound, then one
 * whose body is whole, then the one that makes use of most values, then one that is not deprecated. 0: they are alike, and
 * the statement is to name one.
 */
export function compareFit(a: MethodFit, b: MethodFit): number {
  return (
    b.required - a.required ||
    Number(b.isWhole) - Number(a.isWhole) ||
    b.bound - a.bound ||
    Number(a.isDeprecated) - Number(b.isDeprecated)
  );
}
