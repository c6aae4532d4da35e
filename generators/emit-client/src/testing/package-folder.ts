import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EmittedFile } from '@plumbline/model';

const root = path.resolve(import.meta.dirname, '../../../..');

/** The compilers that the output must satisfy. */
export const COMPILERS = {
  'TypeScript 7': path.join(root, 'node_modules/typescript/bin/tsc'),
  'TypeScript 5.9': path.resolve(import.meta.dirname, '../../node_modules/typescript/bin/tsc'),
} as const;

const SETTINGS = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    moduleDetection: 'force',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    // All that is ours here is a `.ts`: only the declarations that come with TypeScript are skipped.
    skipLibCheck: true,
    noEmit: true,
    types: [],
  },
  include: ['src'],
};

/** TypeScript 7 ends before it needs to collect what it no longer uses. */
const env = { ...process.env, GOGC: 'off', GOMEMLIMIT: '2GiB' };

/** A package on disk, outside the repository, with the runtime as its dependency. */
export interface PackageFolder {
  readonly path: string;
  readonly write: (file: EmittedFile) => void;
  /** The compiler's messages on all files, or on one and what it imports; empty where it has none. */
  readonly typeCheck: (compiler: keyof typeof COMPILERS, file?: string) => string;
  /** How many types a compiler makes of generic ones for a file and what it imports. */
  readonly instantiations: (compiler: keyof typeof COMPILERS, file: string) => number;
  /** What a program of the folder prints. */
  readonly run: (program: string) => string;
  readonly remove: () => void;
}

/** Writes emitted files to `src/generated` of a new temporary package. */
export function packageFolder(emitted: readonly EmittedFile[]): PackageFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-emit-client-'));
  const write = ({ path: name, content }: EmittedFile): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  write({ path: 'package.json', content: JSON.stringify({ name: 'sample', type: 'module' }) });
  write({ path: 'tsconfig.json', content: JSON.stringify(SETTINGS) });
  for (const { path: name, content } of emitted) write({ path: `src/generated/${name}`, content });
  mkdirSync(path.join(folder, 'node_modules/@plumbline'), { recursive: true });
  symlinkSync(
    path.join(root, 'packages/client-runtime'),
    path.join(folder, 'node_modules/@plumbline/client-runtime'),
    'junction',
  );
  const execute = (args: readonly string[]): string => {
    try {
      return execFileSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
      return stdout + stderr;
    }
  };
  const settingsOf = (file: string): string => {
    const { compilerOptions } = SETTINGS;
    write({ path: 'tsconfig.file.json', content: JSON.stringify({ compilerOptions, files: [file] }) });
    return 'tsconfig.file.json';
  };
  return {
    path: folder,
    write,
    typeCheck: (compiler, file) =>
      execute([COMPILERS[compiler], ...(file === undefined ? [] : ['-p', settingsOf(file)])]),
    instantiations: (compiler, file) => {
      const printed = execute([COMPILERS[compiler], '-p', settingsOf(file), '--extendedDiagnostics']);
      return Number(/Instantiations: +(\d+)/.exec(printed)?.[1] ?? Number.NaN);
    },
    run: (program) => {
      write({ path: 'src/program.ts', content: program });
      return execute(['src/program.ts']);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
