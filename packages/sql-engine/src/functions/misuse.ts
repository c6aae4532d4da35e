/** Why a function has no value for what it was given; thrown through SQLite. */
export class Misuse extends Error {
  /** The function's. */
  override readonly name: string;
  /** What would mend it. */
  readonly hint: string;

  constructor(name: string, { message, hint }: { readonly message: string; readonly hint: string }) {
    super(message);
    this.name = name;
    this.hint = hint;
  }
}
