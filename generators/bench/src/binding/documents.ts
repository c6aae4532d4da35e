import type { ReconcileInput } from '@plumbline/reconcile';
import type { Case } from './cases.ts';
import type { Truth } from './truth.ts';

/** A case, its documents read. */
export interface Documents {
  readonly title: string;
  readonly input: ReconcileInput;
  readonly truth: Truth;
  /** Of the spec's operations. */
  readonly keys: ReadonlySet<string>;
}

export function documentsOf({ title, read, truth }: Case): Documents {
  const input = read();
  return { title, input, truth: truth(), keys: new Set(input.spec.operations.map(({ key }) => key)) };
}
