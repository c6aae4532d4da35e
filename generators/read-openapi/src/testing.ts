import {
  type Diagnostic,
  type InputFile,
  type Operation,
  type Source,
  type Spec,
  settle,
} from '@plumbline/model';
import { type ReadOptions, readOpenApi } from './read-openapi.ts';

/** Reads a spec for a test, which fails where the text cannot be read. */
export function readSpec(text: string): Spec {
  return readFiles([{ path: 'spec.yaml', text }]);
}

export function readFiles(files: readonly InputFile[]): Spec {
  const spec = readOpenApi(files);
  if ('unreadable' in spec) throw new Error(spec.unreadable.map(({ message }) => message).join('\n'));
  return spec;
}

/** A document of version 3.1 (or the given one) with these component schemas, as indented YAML. */
export function withSchemas(schemas: string, version = '3.1.0'): string {
  const lines = schemas.split('\n').map((line) => `    ${line}`);
  return `openapi: ${version}\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n${lines.join('\n')}\n`;
}

/** The `responses` of an operation of which a test wants nothing else. */
export const OK = "responses: { '200': { description: Done } }";

/** The operations of a document of version 3.1, given all but its head. */
export function operationsOf(text: string): readonly Operation[] {
  return readSpec(`openapi: 3.1.0\ninfo: { title: Library, version: '1' }\n${text}`).operations;
}

/** The first operation of {@link operationsOf}. */
export function operationOf(text: string): Operation {
  const [operation] = operationsOf(text);
  if (operation === undefined) throw new Error('There is no operation.');
  return operation;
}

/** The component schema `S` as {@link bare} data; each line is a component in flow style. */
export function readSchemaS(schemas: string, version?: string): unknown {
  return bare(readSpec(withSchemas(schemas, version)).schemas.S);
}

/** A part of the model without the origins of it and of what is in it. */
export function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'origin');
  return Object.fromEntries(entries.map(([key, part]) => [key, bare(part)]));
}

/** The findings of a spec as one line each: place, severity, code, message and the related places. */
export function findings(files: readonly InputFile[], options: ReadOptions = {}): readonly string[] {
  const spec = readOpenApi(files, options);
  const diagnostics =
    'unreadable' in spec
      ? spec.unreadable
      : settle(spec.diagnostics, { locate: spec.locate, severity: {}, ignore: [] }).diagnostics;
  return diagnostics.map(print);
}

function print({ source, severity, code, message, related }: Diagnostic): string {
  const notes = related.map((note) => ` [${place(note.source)} ${note.message}]`);
  return `${place(source)} ${severity} ${code}: ${message}${notes.join('')}`;
}

function place({ file, line, column }: Source): string {
  return `${file}:${line}:${column}`;
}
