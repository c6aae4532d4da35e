import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, writeFiles } from '../testing/temporary-folder.ts';
import { STAGES_HERE } from './stages.ts';

const MODULES = resolve(import.meta.dirname, '../../node_modules');

const TSCONFIG = {
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
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  },
  include: ['*/uses.ts', '*/out/*/src'],
};

const VITEST = `export default {
  test: { isolate: false, maxWorkers: 1, reporters: ['dot'], include: ['*/out/contract-tests/src/**/*.test.ts'] },
  resolve: { preserveSymlinks: true },
};
`;

/** A workspace of emitted packages that the compiler and vitest take at once, which costs less than each by itself. */
export interface Workspace {
  /** Generates all outputs of a provider from its documents. */
  readonly generate: (provider: string, documents: { readonly [path: string]: string }) => Promise<Generated>;
  /** The messages of TypeScript 7 on all that was generated; empty where it has none. */
  readonly typeCheck: () => Promise<string>;
  /** How the contract tests of all end: their summary. */
  readonly runContractTests: () => Promise<string>;
  readonly remove: () => void;
}

export interface Generated {
  readonly ending: number | NodeJS.Signals;
  /** What was found, without the remark that there are no pages: `file:line:column code`. */
  readonly findings: readonly string[];
  /** The docs by their paths: pages, and the data that they import. */
  readonly docs: { readonly [path: string]: string };
}

export function createWorkspace(): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-bad-input-')));
  const modules = join(root, 'node_modules');
  for (const scope of ['@plumbline', '@types']) mkdirSync(join(modules, scope), { recursive: true });
  for (const name of ['@plumbline/client-runtime', '@plumbline/contract-suite', '@types/node', 'vitest']) {
    symlinkSync(realpathSync(join(MODULES, name)), join(modules, name), 'junction');
  }
  writeFiles(root, {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify(TSCONFIG),
    'vitest.config.ts': VITEST,
  });
  /** What a program prints on this workspace, whether it succeeds or not. */
  const print = async (program: string, ...args: string[]): Promise<string> => {
    // The compiler ends before it needs to collect what it no longer uses.
    const env = { ...process.env, NO_COLOR: '1', GOGC: 'off', GOMEMLIMIT: '2GiB' };
    const options = { cwd: root, encoding: 'utf8', env } as const;
    try {
      return (await promisify(execFile)(process.execPath, [program, ...args], options)).stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
      return stdout + stderr;
    }
  };
  return {
    async generate(provider, documents) {
      const cwd = join(root, provider);
      mkdirSync(cwd);
      writeFiles(cwd, documents);
      const pages = Object.keys(documents).some((path) => path.endsWith('.md')) ? ' --pages *.md' : '';
      const { ending, stdout, stderr } = await runCommand(
        cwd,
        `generate --provider ${provider} --spec openapi.*${pages} --out out --reporter json`,
        STAGES_HERE,
      );
      if (stdout === '') throw new Error(stderr);
      symlinkSync(join(cwd, 'out/client'), join(modules, `${provider}-client`), 'junction');
      return {
        ending,
        findings: findingsIn(stdout),
        docs: filesIn(join(cwd, 'out/docs')),
      };
    },
    typeCheck: () => print(resolve(MODULES, '../../../node_modules/typescript/bin/tsc')),
    async runContractTests() {
      const printed = await print(join(modules, 'vitest/vitest.mjs'), 'run', '--root', '.');
      return printed.includes('FAIL') ? printed : (/Tests .*/.exec(printed)?.[0] ?? printed);
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}

interface Finding {
  readonly code: string;
  readonly source: { readonly file: string; readonly line: number; readonly column: number };
}

export function findingsIn(report: string): readonly string[] {
  const { diagnostics } = JSON.parse(report) as { readonly diagnostics: readonly Finding[] };
  return diagnostics
    .filter(({ code }) => code !== 'pages-missing')
    .map(({ code, source: { file, line, column } }) => `${file}:${line}:${column} ${code}`);
}
