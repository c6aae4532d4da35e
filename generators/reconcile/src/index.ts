export { type Reconciled, type ReconcileInput, reconcile } from './reconcile.ts';
