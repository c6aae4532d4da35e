import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * What an editor offers at each `/*|*\/` of a module in a package's `src`, by the language service of TypeScript: names in
 * code unit order.
 */
export function completionsAt(folder: string, text: string): readonly (readonly string[])[] {
  const file = path.join(folder, 'src/probe.ts');
  const settings = JSON.parse(readFileSync(path.join(folder, 'tsconfig.json'), 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(settings, ts.sys, folder);
  const read = (name: string): string | undefined => (name === file ? text : ts.sys.readFile(name));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = read(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readDirectory: ts.sys.readDirectory,
    readFile: read,
  });
  return [...text.matchAll(/\/\*\|\*\//g)].map(({ index }) => {
    const offered = service.getCompletionsAtPosition(file, index, {})?.entries ?? [];
    return offered.map(({ name }) => name).sort();
  });
}
