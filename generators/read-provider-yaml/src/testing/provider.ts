import { type Diagnostic, dictionary, type ProviderYaml, settle } from '@plumbline/model';
import { readProviderYaml } from '../read-provider-yaml.ts';

/** Files by name. */
export type Files = { readonly [file: string]: string };

/** Reads files for a test, which fails where they cannot be read. */
export function readFiles(files: Files): ProviderYaml {
  const yaml = readProviderYaml(inputs(files), { provider: 'acme' });
  if ('unreadable' in yaml) throw new Error(yaml.unreadable.map(({ message }) => message).join('\n'));
  return yaml;
}

/** The findings as one line each: place, severity, code and message. */
export function findings(files: Files): readonly string[] {
  const yaml = readProviderYaml(inputs(files), { provider: 'acme' });
  const diagnostics =
    'unreadable' in yaml
      ? yaml.unreadable
      : settle(yaml.diagnostics, { locate: yaml.locate, severity: dictionary(), ignore: [] }).diagnostics;
  return diagnostics.map(print);
}

function print({ source, severity, code, message }: Diagnostic): string {
  return `${source.file}:${source.line}:${source.column} ${severity} ${code}: ${message}`;
}

function inputs(files: Files) {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** A service document with the given resources, as indented YAML, and what else stands at its root. */
export function service(resources: string, rest = ''): string {
  const lines = resources
    .trim()
    .split('\n')
    .map((line) => `    ${line}`);
  return `openapi: 3.0.3\npaths: {}\ncomponents:\n  x-stackQL-resources:\n${lines.join('\n')}\n${rest}`;
}

/** A resource `books` whose only method has what is given, in flow style. */
export function oneMethod(method: string, { config = '{}', rest = '' } = {}): string {
  return service(
    `books: { id: acme.books.books, config: ${config}, methods: { get_book: ${method} } }`,
    rest,
  );
}
