import path from 'node:path';
import type { EmittedFile } from '@plumbline/model';
import ts from 'typescript';

/** The emitted files that a compiler loads for these, with the files that they import, at any remove. */
export function loadedBy(entries: readonly string[], files: readonly EmittedFile[]): readonly EmittedFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const loaded = new Set(entries);
  for (const file of loaded) {
    const content = byPath.get(file)?.content ?? '';
    for (const { fileName } of ts.preProcessFile(content).importedFiles) {
      if (fileName.startsWith('.')) loaded.add(path.posix.join(path.posix.dirname(file), fileName));
    }
  }
  return files.filter((file) => loaded.has(file.path));
}

export function textSize(files: readonly EmittedFile[]): number {
  return files.reduce((size, { content }) => size + content.length, 0);
}
