import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Application } from './generate-clients.ts';
import { heyApiNames, redoclyNames } from './operation-names.ts';
import { plainReads, type Read, spread } from './reads.ts';
import type { Subject } from './subjects.ts';

/** A module of an application's `src` that makes calls with one of the clients. */
export interface Consumer {
  readonly id: string;
  readonly title: string;
  readonly code: string;
}

const CALLS = 50;

/** A name for what a client calls an operation. */
type NameOf = (operation: string) => string | undefined;

export interface Names {
  readonly heyApi: NameOf;
  readonly redocly: NameOf;
}

export function namesIn({ folder, sources }: Application): Names {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const heyApi = heyApiNames(read(sources.heyApi));
  const redocly = redoclyNames(read(sources.redocly));
  return { heyApi: (operation) => heyApi.get(operation), redocly: (operation) => redocly.get(operation) };
}

/** The same 50 GETs with each client, every answer's type used. */
export function consumersOf(subject: Subject, application: Application): readonly Consumer[] {
  const names = namesIn(application);
  const known = plainReads(application.model).filter(
    ({ operation }) => names.heyApi(operation) !== undefined && names.redocly(operation) !== undefined,
  );
  const reads = spread(known, CALLS);
  if (reads.length < CALLS) throw new Error(`Only ${reads.length} GETs of ${subject.title} can be compared.`);
  return [
    { id: 'empty', title: 'an empty file', code: 'export {};\n' },
    { id: 'plumbline', title: 'Plumbline', code: wholeClient(subject, reads) },
    { id: 'plumbline-imports', title: 'Plumbline, method by method', code: singleMethods(subject, reads) },
    { id: 'openapi-fetch', title: 'openapi-fetch on `paths`', code: openapiFetch(reads) },
    { id: 'redocly', title: 'Redocly `generate-client`', code: redocly(reads, names.redocly) },
    { id: 'hey-api', title: 'hey-api', code: heyApi(reads, names.heyApi) },
  ];
}

/** `createOktaClient`. */
export function factoryOf({ id }: Subject, kind: 'Client' | 'Core'): string {
  return `create${id[0]?.toUpperCase()}${id.slice(1)}${kind}`;
}

function wholeClient(subject: Subject, reads: readonly Read[]): string {
  const factory = factoryOf(subject, 'Client');
  return lines(
    `import { ${factory} } from '${subject.id}-client';`,
    `const client = ${factory}();`,
    ...reads.map((read, n) => call(n, `client.${read.method.property}(${argumentsOf(read)})`)),
  );
}

function singleMethods(subject: Subject, reads: readonly Read[]): string {
  const factory = factoryOf(subject, 'Core');
  return lines(
    `import { ${factory} } from '${subject.id}-client/core';`,
    ...reads.map(
      ({ method }, n) => `import { ${method.name} as m${n} } from '${subject.id}-client/${method.module}';`,
    ),
    `const core = ${factory}();`,
    ...reads.map((read, n) => call(n, `m${n}(${['core', argumentsOf(read)].filter(Boolean).join(', ')})`)),
  );
}

function openapiFetch(reads: readonly Read[]): string {
  return lines(
    "import createClient from 'openapi-fetch';",
    "import type { paths } from './openapi-typescript/paths.ts';",
    'const client = createClient<paths>();',
    ...reads.map(({ path: template, values }, n) => {
      const options =
        Object.keys(values).length > 0 ? `, { params: { path: ${JSON.stringify(values)} } }` : '';
      return call(n, `client.GET('${template}'${options})`, '.data');
    }),
  );
}

function redocly(reads: readonly Read[], nameOf: NameOf): string {
  return lines(
    "import { client } from './redocly/client.ts';",
    ...reads.map((read, n) => call(n, `client.${nameOf(read.operation)}(${inPath(read)})`)),
  );
}

function heyApi(reads: readonly Read[], nameOf: NameOf): string {
  return lines(
    "import * as sdk from './hey-api/index.ts';",
    ...reads.map((read, n) => call(n, `sdk.${nameOf(read.operation)}(${inPath(read)})`, '.data')),
  );
}

function call(n: number, expression: string, member = ''): string {
  return `export const r${n} = async () => (await ${expression})${member};`;
}

function argumentsOf({ values }: Read): string {
  return Object.keys(values).length > 0 ? JSON.stringify(values) : '';
}

function inPath({ values }: Read): string {
  return Object.keys(values).length > 0 ? JSON.stringify({ path: values }) : '';
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
