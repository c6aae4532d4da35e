import type { Source } from '@plumbline/model';
import type { AnswerFault } from './server/answer-fault.ts';
import type { JsonEdit } from './spec/json-edit.ts';
import type { TextEdit } from './text-edit.ts';

/** Where a fault goes in: the first two before everything is generated anew, the others after it. */
export type Side = 'spec' | 'page' | 'client' | 'server';
export const SIDES: readonly Side[] = ['spec', 'page', 'client', 'server'];

/** One thing made wrong in one place. */
export interface Fault {
  readonly side: Side;
  /** What kind of fault: `parameter-renamed`. */
  readonly operator: string;
  /** What is done, in words, with the names: the same for no two faults of an operator in one place. */
  readonly what: string;
  /** Where: in the source document, or in the file of the client. A server's fault has no place in a file. */
  readonly at: Source | null;
  /** Operations that it concerns, `GET /users/{id}`, so that their suites are run first; empty: nobody knows. */
  readonly operations: readonly string[];
  /** Why nobody could notice it, by a rule of its operator; null: it is a fault. */
  readonly equivalent: string | null;
  readonly change: Change;
}

/** How it is put in. */
export type Change =
  /** A document of the spec, as data. */
  | { readonly in: 'spec'; readonly file: string; readonly edits: readonly JsonEdit[] }
  /** A page. */
  | { readonly in: 'page'; readonly file: string; readonly edits: readonly TextEdit[] }
  /** A source of the client or of what it runs on, by its path in the workspace. */
  | { readonly in: 'client'; readonly file: string; readonly edits: readonly TextEdit[] }
  /** What the server answers. */
  | { readonly in: 'server'; readonly fault: AnswerFault };

/** What tells a fault from every other, on any machine. */
export function faultId({ side, operator, at, what }: Fault): string {
  return [side, operator, at === null ? '' : `${at.file}:${at.line}:${at.column}`, what].join(' ');
}
