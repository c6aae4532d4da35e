import type { Located } from './located.ts';
import type { SqlVerb } from './sql-verb.ts';

/**
 * What an SQL example says of its resource, in the terms of the model: the reader translates the statement tree
 * of `@plumbline/sql` into this, so that whoever compares needs to know no SQL.
 */
export interface PageStatement {
  readonly verb: SqlVerb;
  /** `okta.users.users`, without the method of an EXEC. */
  readonly resource: Located<string>;
  /** EXEC alone names its method. */
  readonly method: Located<string> | null;
  /** Columns of the SELECT list; `*` is absent from it. */
  readonly columns: readonly Located<string>[];
  /** WHERE, EXEC arguments, and the INSERT columns that are surely no body field. */
  readonly parameters: readonly StatementParameter[];
  /** SET assignments, and whatever bears `data__`, which is taken off and remembered. */
  readonly bodyFields: readonly StatementParameter[];
  /**
   * INSERT columns without `data__` on a page whose dialect has no such prefix: a parameter or a body field, which only
   * the spec can tell.
   */
  readonly undecided: readonly StatementParameter[];
  /** Keys of an EXEC's `@@json`. */
  readonly jsonKeys: readonly Located<string>[];
  readonly returning: readonly Located<string>[];
}

export interface StatementParameter {
  readonly name: Located<string>;
  /** Marked as required by a comment of any of the three forms. */
  readonly required: boolean;
  /** The column bore the prefix `data__`. */
  readonly prefixed: boolean;
}
