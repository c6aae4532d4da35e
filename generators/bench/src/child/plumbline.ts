import { existsSync } from 'node:fs';
import { FOLDERS } from '../folders.ts';

/** The script of Plumbline's own command: as it is built, where that is there and its sources are not asked for. */
export function plumblineScript({ source }: { readonly source: boolean }): string {
  return !source && existsSync(FOLDERS.built) ? FOLDERS.built : FOLDERS.source;
}

/** The arguments of a `generate` that is measured: findings are counted, go to the file `report`, and are no failure. */
export function generateArguments(report: string, ...more: readonly string[]): readonly string[] {
  const quietly = ['--fail-on', 'never', '--quiet', '--reporter', 'json', '--output', report];
  return ['generate', ...quietly, ...more];
}
