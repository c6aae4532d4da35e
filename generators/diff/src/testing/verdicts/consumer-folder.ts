import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emitMethods } from '@plumbline/emit-client';
import type { ProviderModel } from '@plumbline/model';

const root = path.resolve(import.meta.dirname, '../../../../..');
const TYPESCRIPT = path.join(root, 'node_modules/typescript/bin/tsc');
const RUN_CONSUMERS = path.join(import.meta.dirname, 'run-consumers.ts');

const COMPILER_OPTIONS = {
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  moduleDetection: 'force',
  strict: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** A client with the code that uses it. */
export interface Consumer {
  /** A folder of its own: `12/old`. */
  readonly name: string;
  readonly model: ProviderModel;
  readonly use: string;
  /** Members of the client's options. */
  readonly options: string;
}

export interface ConsumerFolder {
  /** What one compiler run says of each file: `12/old/consumer.ts` → messages. */
  readonly typeCheck: () => ReadonlyMap<string, readonly string[]>;
  /**
   * What the code of each folder comes to, in one process: JSON, or the name of the error. `12/in use`: the client from
   * before, which nobody has replaced, at the server as it is after.
   */
  readonly run: () => { readonly [name: string]: string };
  readonly remove: () => void;
}

/** Writes clients and their consumers to one temporary folder, as one program. */
export function consumerFolder(consumers: readonly Consumer[]): ConsumerFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-diff-'));
  const write = (name: string, content: string): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  write('package.json', JSON.stringify({ name: 'consumers', type: 'module' }));
  write('tsconfig.json', JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ['*/*/consumer.ts'] }));
  mkdirSync(path.join(folder, 'node_modules/@plumbline'), { recursive: true });
  symlinkSync(
    path.join(root, 'packages/client-runtime'),
    path.join(folder, 'node_modules/@plumbline/client-runtime'),
    'junction',
  );
  for (const { name, model, use, options } of consumers) {
    for (const file of emitMethods(model).files) write(`${name}/generated/${file.path}`, file.content);
    write(`${name}/generated/openapi.ts`, 'export type paths = Record<string, never>;\n');
    write(`${name}/consumer.ts`, consumerText(use, options));
  }
  const execute = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return {
    typeCheck() {
      const lines = execute(TYPESCRIPT, '--pretty', 'false').stdout.split('\n');
      const told = lines.flatMap((line) => {
        const [, file, message] = /^([^\s(][^(]*)\(\d+,\d+\): error (.*)/.exec(line) ?? [];
        return file === undefined || message === undefined ? [] : [{ file, message }];
      });
      const byFile = Map.groupBy(told, ({ file }) => file);
      return new Map([...byFile].map(([file, all]) => [file, all.map(({ message }) => message)]));
    },
    run() {
      const { stdout, stderr } = execute(RUN_CONSUMERS, folder);
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout) as { readonly [name: string]: string };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function consumerText(use: string, options: string): string {
  return [
    "import { type AcmeClientOptions, createAcmeClient } from './generated/index.ts';",
    'export async function use(server: AcmeClientOptions): Promise<unknown> {',
    `  const acme = createAcmeClient({ ...server, ${options} });`,
    `  ${use}`,
    '}',
    '',
  ].join('\n');
}
