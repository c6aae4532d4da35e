import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FOLDERS } from '../folders.ts';
import { TARGET } from './compiler-options.ts';
import type { Consumer } from './consumers.ts';
import { runNode } from './run-node.ts';

/** What a compiler makes of a consumer. */
export interface TypeCost {
  readonly instantiations: number;
  /** From reading files to the last message. */
  readonly seconds: number;
  readonly checkSeconds: number;
  /** Messages of the compiler, which would make the figures those of something else. */
  readonly errors: number;
}

export type CompilerName = 'TypeScript 5.9' | 'TypeScript 7';

/** By compiler, then by the consumer's id. */
export type TypeCosts = ReadonlyMap<CompilerName, ReadonlyMap<string, TypeCost>>;

/** Checks all consumers of an application with both compilers, in turn, each in a process of its own. */
export function typeCosts(
  folder: string,
  consumers: readonly Consumer[],
  { rounds, typescript5 }: { readonly rounds: number; readonly typescript5: string },
): TypeCosts {
  for (const { id, code } of consumers) {
    writeFileSync(path.join(folder, `src/${id}.ts`), code);
    writeSettings(folder, id);
  }
  const compilers = { 'TypeScript 5.9': typescript5, 'TypeScript 7': FOLDERS.typescript7 } as const;
  const names: readonly CompilerName[] = ['TypeScript 5.9', 'TypeScript 7'];
  return new Map(
    names.map((name) => {
      const runs = new Map<string, TypeCost[]>(consumers.map(({ id }) => [id, []]));
      for (let round = 0; round < rounds; round += 1) {
        for (const [id, costs] of runs) costs.push(check(compilers[name], folder, id));
      }
      return [name, new Map([...runs].map(([id, costs]) => [id, fastest(costs)]))];
    }),
  );
}

/** The bytes of each type file of a package that a compiler loads for a module, by absolute path. */
export function loadedTypes(
  folder: string,
  id: string,
  { code, within }: { readonly code: string; readonly within: string },
): ReadonlyMap<string, number> {
  writeFileSync(path.join(folder, `src/${id}.ts`), code);
  const printed = runNode([FOLDERS.typescript7, '-p', writeSettings(folder, id), '--listFilesOnly'], {
    cwd: folder,
  });
  const files = printed.split('\n').filter((file) => file.includes(within));
  return new Map(files.map((file) => [file, statSync(file).size]));
}

function writeSettings(folder: string, id: string): string {
  const file = `tsconfig.${id}.json`;
  const compilerOptions = {
    ...TARGET,
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    noEmit: true,
  };
  writeFileSync(path.join(folder, file), JSON.stringify({ compilerOptions, files: [`src/${id}.ts`] }));
  return file;
}

function check(compiler: string, folder: string, id: string): TypeCost {
  const args = [compiler, '-p', `tsconfig.${id}.json`, '--extendedDiagnostics', '--pretty', 'false'];
  const printed = runNode(args, { cwd: folder, mayFail: true });
  const figure = (title: string): number =>
    Number(new RegExp(`^${title}: +([\\d.]+)`, 'm').exec(printed)?.[1] ?? Number.NaN);
  return {
    instantiations: figure('Instantiations'),
    seconds: figure('Total time'),
    checkSeconds: figure('Check time'),
    errors: printed.match(/: error TS\d+:/g)?.length ?? 0,
  };
}

/** Of the fastest round: other work on the machine only ever adds. */
function fastest(costs: readonly TypeCost[]): TypeCost {
  const [first, ...others] = costs;
  if (first === undefined) throw new Error('There was no round.');
  return others.reduce((best, cost) => (cost.seconds < best.seconds ? cost : best), first);
}
