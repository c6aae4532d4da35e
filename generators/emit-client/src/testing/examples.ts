import type { EmittedFile } from '@plumbline/model';

/** The `@example`s of emitted files, in order: the lines below the tag, up to the next tag or the comment's end. */
export function examplesOf(files: readonly EmittedFile[]): readonly string[] {
  return files.flatMap(({ content }) =>
    [...content.matchAll(/^ +\* @example\n((?:^ +\*(?! @|\/).*\n)+)/gm)].map(([, lines = '']) =>
      lines.replace(/^ +\* ?/gm, ''),
    ),
  );
}

/** A module in which each example stands in a function of its own, with the client in `variable`. */
export function exampleModule(examples: readonly string[], variable: string, type: string): string {
  const functions = examples.map(
    (code, i) =>
      `export async function example${i}(): Promise<unknown> {\n${code}return ${returned(code)};\n}\n`,
  );
  return `import type { ${type} } from './generated/index.ts';\ndeclare const ${variable}: ${type};\n${functions.join('')}`;
}

function returned(code: string): string {
  return code.startsWith('const data ') ? 'data' : 'undefined';
}
