/** What a run needs of its surroundings: the process, or a test. */
export interface Host {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Nobody reads standard output any more, such as `head` that has seen enough. */
  readonly isUnread?: boolean;
  /** Absent: nobody answers. */
  readonly stdin?: NodeJS.ReadStream;
}

export interface Sink {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}
