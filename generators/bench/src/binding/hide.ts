import type { Operation, ResourcePage } from '@plumbline/model';
import type { ReconcileInput } from '@plumbline/reconcile';

/** What both documents show of a method, from the surest on. */
export const SIGNALS = ['operationIds', 'descriptions'] as const;
export type Signal = (typeof SIGNALS)[number];

/** The same documents without a signal: what is left must do. */
export function hide(input: ReconcileInput, signals: readonly Signal[]): ReconcileInput {
  let { spec, pages } = input;
  for (const signal of signals) {
    spec = { ...spec, operations: spec.operations.map(inSpec[signal]) };
    pages = { ...pages, resources: pages.resources.map(onPage[signal]) };
  }
  return { ...input, spec, pages };
}

const inSpec: { readonly [S in Signal]: (operation: Operation) => Operation } = {
  operationIds: (operation) => ({ ...operation, operationId: null }),
  descriptions: (operation) => ({ ...operation, summary: '', description: '' }),
};

const onPage: { readonly [S in Signal]: (page: ResourcePage) => ResourcePage } = {
  // A method's own name stays: it is a signal of its own, compared with the path.
  operationIds: (page) => page,
  descriptions: (page) => ({
    ...page,
    methods: page.methods.map((method) => ({ ...method, description: null })),
  }),
};
