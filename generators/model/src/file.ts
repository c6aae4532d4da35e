import type { Diagnostic, DraftDiagnostic } from './diagnostics/diagnostic.ts';

/** A document as it was read from disk or network. */
export interface InputFile {
  /** Relative to the working directory with `/`, or a URL: as diagnostics show it. */
  readonly path: string;
  readonly text: string;
}

/** A reader's answer where there is nothing to go on with: the run ends with exit code 2. */
export interface Unreadable {
  readonly unreadable: readonly Diagnostic[];
}

/** A file to be written. */
export interface EmittedFile {
  /** Relative to the output folder, with `/`; each segment safe. */
  readonly path: string;
  readonly content: string;
}

/** A part of a file that is otherwise written by hand: its author marks where it stands, or keeps none. */
export interface EmittedRegion {
  /** Relative to the package's folder. */
  readonly file: string;
  /** Letters, digits and dashes. */
  readonly name: string;
  /** Whole lines. */
  readonly content: string;
}

/** An emitter's answer. */
export interface Emission {
  readonly files: readonly EmittedFile[];
  readonly regions?: readonly EmittedRegion[];
  readonly diagnostics: readonly DraftDiagnostic[];
}
