import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type InputFile, specCodes } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { findings } from './testing.ts';

const folder = join(import.meta.dirname, '../fixtures/findings');

describe('each finding at its place: fixtures/findings/CODE.yaml says CODE.json', () => {
  test.each(Object.keys(specCodes))('%s', (code) => {
    const want: readonly string[] = JSON.parse(readFileSync(join(folder, `${code}.json`), 'utf8'));
    expect(want.some((line) => line.includes(` ${code}: `))).toBe(true);
    const [overlays, files] = [true, false].map((isOverlay) =>
      filesOf(code).filter(({ path }) => (path === 'overlay.yaml') === isOverlay),
    );
    expect(findings(files ?? [], { overlays: overlays ?? [] })).toEqual(want);
  });

  test('no fixture is left over', () => {
    const names = readdirSync(folder).map((name) => name.replace(/\.(?:ya?ml|json)$/, ''));
    expect([...new Set(names)].filter((name) => !Object.hasOwn(specCodes, name))).toEqual([]);
  });
});

/** `CODE.yaml`, or the files of the folder `CODE` for findings that take several; `overlay.yaml` among them is one. */
function filesOf(code: string): readonly InputFile[] {
  const path = join(folder, code);
  if (!existsSync(path) || !statSync(path).isDirectory()) return [inputFile(folder, `${code}.yaml`)];
  return readdirSync(path).map((name) => inputFile(path, name));
}

function inputFile(directory: string, name: string): InputFile {
  return { path: name, text: readFileSync(join(directory, name), 'utf8') };
}
