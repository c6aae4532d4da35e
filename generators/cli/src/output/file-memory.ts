/** A generated file as it was found on disk: byte for byte what was emitted. */
export interface KnownFile {
  readonly content: string;
  /** SHA-256 of the content in UTF-8. */
  readonly hash: string;
  /** What the file system told of it; another one may be of another content. */
  readonly stamp: string;
}

/**
 * What a process that generates over and over knows of its files, by their absolute paths: those that nobody has touched
 * since are not read again.
 */
export type FileMemory = Map<string, KnownFile>;
