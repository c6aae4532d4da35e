/** What a change means to who uses the client: to its types and at run time. */
export type ChangeClass = 'breaking' | 'compatible' | 'docs';

/** What the sentence of a change speaks of; names come in backticks. */
export interface ChangeArgs {
  /** `User.email`, the operation, the parameter. */
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

export interface Rule {
  readonly class: ChangeClass;
  readonly noted?: true;
  /** A noun phrase, for headings. */
  readonly title: string;
  /** Why it is of its class: one or two sentences. */
  readonly why: string;
  readonly message: (args: ChangeArgs) => string;
}

export type Rules = { readonly [id: string]: Rule };
