import type { Span } from './node.ts';

/** One name, as it is meant: quotes and their escapes are gone. */
export interface Identifier extends Span {
  readonly kind: 'identifier';
  readonly name: string;
  /** The author quoted it. */
  readonly quoted: boolean;
}

/**
 * A column, parameter or field. A dot may belong to the name (`data__kafka.api.key`) or stand behind a table's
 * alias (`u.id`): only who knows the tables can tell.
 */
export interface Column extends Span {
  readonly kind: 'column';
  readonly parts: readonly Identifier[];
  /** The parts, joined by dots. */
  readonly name: string;
}

/** `provider.service.resource`, or the name of a view or a common table. */
export interface Resource extends Span {
  readonly kind: 'resource';
  readonly parts: readonly Identifier[];
  /** The parts, joined by dots. */
  readonly name: string;
}
