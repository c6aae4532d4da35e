export { type Binding, SIGNATURE_LIMITS, type SignatureLimits } from './bind/bind.ts';
export { bindPages } from './bind/bind-pages.ts';
export { type Reconciled, type ReconcileInput, reconcile } from './reconcile.ts';
