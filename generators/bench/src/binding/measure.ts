import type { BoundBy } from '@plumbline/model';
import type { Binding } from '@plumbline/reconcile';
import type { Truth } from './truth.ts';

/** How right the bindings of a provider are. */
export interface Measure {
  readonly methods: number;
  /** Methods whose operation the spec has. */
  readonly bindable: number;
  readonly bound: number;
  readonly right: number;
  readonly wrong: number;
  /** Right ones of those bound; 1 where none is bound. */
  readonly precision: number;
  /** Right ones of those bindable. */
  readonly recall: number;
}

/** Measures bindings by the truth; an operation that `keys` lacks is gone, and its methods must be unbound. */
export function measure(
  bindings: ReadonlyMap<string, Binding>,
  truth: Truth,
  keys: ReadonlySet<string>,
): Measure {
  const bound = [...bindings].filter(([, { operation }]) => operation !== null);
  const right = bound.filter(([id, { operation }]) => operation?.key === truth.get(id)).length;
  const bindable = [...bindings.keys()].filter((id) => keys.has(truth.get(id) ?? '')).length;
  return {
    methods: bindings.size,
    bindable,
    bound: bound.length,
    right,
    wrong: bound.length - right,
    precision: bound.length === 0 ? 1 : right / bound.length,
    recall: bindable === 0 ? 1 : right / bindable,
  };
}

/** The bindings of one kind alone. */
export function boundBy(bindings: ReadonlyMap<string, Binding>, kind: BoundBy): ReadonlyMap<string, Binding> {
  return new Map([...bindings].filter(([, binding]) => binding.boundBy === kind));
}

/** Unbound methods, by what their best candidate is. */
export interface Unbound {
  readonly id: string;
  readonly candidate: string | null;
  readonly score: number;
  /** Null: the operation is gone. */
  readonly operation: string | null;
}

/** The unbound methods with their best candidates and the operations that they are really of. */
export function unbound(
  bindings: ReadonlyMap<string, Binding>,
  truth: Truth,
  keys: ReadonlySet<string>,
): readonly Unbound[] {
  return [...bindings]
    .filter(([, { operation }]) => operation === null)
    .map(([id, { candidate }]) => {
      const operation = truth.get(id) ?? null;
      return {
        id,
        candidate: candidate?.operation.key ?? null,
        score: candidate?.score ?? 0,
        operation: operation !== null && keys.has(operation) ? operation : null,
      };
    });
}
