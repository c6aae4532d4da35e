import type { Session } from './contract.ts';
import type { CheckKind, Coverage } from './meta.ts';

/** One thing that is tested of a method: a named test. */
export interface Check<Client> {
  /** What follows the method's name: `sends what is required`. */
  readonly name: string;
  readonly kind: CheckKind;
  /** Rejects with a `ContractFailure` that says what differs and where. */
  readonly run: (session: Session<Client>, coverage: Coverage) => Promise<void>;
}
