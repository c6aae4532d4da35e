export { type BindInput, type Binding, bindMethods } from './bind/bind.ts';
export type { Candidate } from './bind/signature.ts';
export { type Reconciled, type ReconcileInput, reconcile } from './reconcile.ts';
