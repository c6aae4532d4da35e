import type { RuleId } from '../../rules/rules.ts';

/** A change as one who uses the client meets it: the same code before and after. */
export interface Verdict {
  /** The states are those of the rule's own case unless they are given. */
  readonly rule: RuleId;
  readonly states?: { readonly before: string; readonly after: string };
  /** The body of an async function: `acme` is the client, what is returned is compared. */
  readonly use: string;
  /** Members of the client's options besides. */
  readonly options?: string;
  /** What the server answers before and after; 204 unless given. */
  readonly was?: Answer;
  readonly is?: Answer;
  /** Whether the server refuses a request after the change. */
  readonly refuses?: (asked: Asked) => boolean;
  /** Whether the code compiles after the change, and whether it still comes to the same. */
  readonly want: { readonly compiles: boolean; readonly runs: boolean };
  /** Where the verdict is another than what compiler and run come to: which of them is right, and why. */
  readonly why?: string;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  readonly headers: { readonly [name: string]: string };
  readonly body: { readonly [name: string]: unknown };
}

export interface Answer {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: { readonly [name: string]: string };
}
