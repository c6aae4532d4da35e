export type { Binding } from './bind/bind.ts';
export { bindPages } from './bind/bind-pages.ts';
export { SIGNATURE_LIMITS, type SignatureLimits } from './bind/by-signature.ts';
export { createReconciler, type Reconciled, type ReconcileInput, reconcile } from './reconcile.ts';
