/** Where a check failed, for who has to find it: each line names one thing. */
export interface FailureFacts {
  /** `okta.users.users#list_users`. */
  readonly method?: string;
  /** `client.users.users.listUsers`. */
  readonly call?: string;
  /** The JSON Pointer of what the document says of it. */
  readonly document?: string;
  /** What the client was given. */
  readonly given?: unknown;
  /** The request as it came: its line. */
  readonly request?: string | undefined;
  /** How to see it again. */
  readonly again?: string;
}

/** A check that failed: a sentence that says what differs, then where. */
export class ContractFailure extends Error {
  override readonly name = 'ContractFailure';
  /** The sentence alone. */
  readonly what: string;
  readonly facts: FailureFacts;

  constructor(what: string, facts: FailureFacts = {}) {
    const lines = LABELS.flatMap(([key, label]) => {
      const value = facts[key];
      if (value === undefined) return [];
      return [`  ${label.padEnd(9)} ${typeof value === 'string' ? value : shown(value)}`];
    });
    super([what, ...lines].join('\n'));
    this.what = what;
    // Where in this package it was thrown is of no use to who reads it.
    this.stack = `${this.name}: ${this.message}`;
    this.facts = facts;
  }

  /** The same with more facts; those that are known stay. */
  with(facts: FailureFacts): ContractFailure {
    return new ContractFailure(this.what, { ...facts, ...this.facts });
  }
}

const LABELS: readonly (readonly [keyof FailureFacts, string])[] = [
  ['method', 'page'],
  ['call', 'call'],
  ['document', 'document'],
  ['given', 'given'],
  ['request', 'request'],
  ['again', 'again'],
];

const LONGEST = 2000;

/** A value as a message shows it, cut where it is very long. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value, blobs) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}

function blobs(_key: string, value: unknown): unknown {
  if (value instanceof Blob) return `(a Blob of ${value.size} bytes)`;
  return typeof value === 'bigint' ? String(value) : value;
}
