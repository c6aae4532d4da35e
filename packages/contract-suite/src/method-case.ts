/** What the suites are told of a method. */
export interface MethodCase<Client> {
  /** Calls it. `never` lets a typed method stand here without a cast. */
  readonly call: (client: Client, input: never, options: never) => PromiseLike<unknown>;
  /** What its page says; undefined: there is none. */
  readonly page?: PageFacts | undefined;
}

/** What a page documents of a method: by names as people use them. */
export interface PageFacts {
  readonly verb: string;
  readonly params: { readonly [name: string]: DocumentedValue };
  /** Fields of the body. */
  readonly body?: { readonly [name: string]: DocumentedValue };
  /** Fields of a row. */
  readonly fields: { readonly [name: string]: DocumentedValue };
  /** The SQL of its examples. */
  readonly statements?: readonly string[];
}

/** A type, `string` or `integer!` where it is required; or with what else is said of the value. */
export type DocumentedValue =
  | string
  | {
      readonly type: string;
      readonly enum?: readonly unknown[];
      readonly minimum?: number;
      readonly maximum?: number;
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly minItems?: number;
      readonly maxItems?: number;
      readonly pattern?: string;
      readonly format?: string;
    };

/** The object that a method of a client is given. */
export type InputOf<Method extends (...args: never) => unknown> = NonNullable<Parameters<Method>[0]>;
