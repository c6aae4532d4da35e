import type { Interface } from 'node:readline/promises';
import type { Statement } from '@plumbline/sql';
import type { Host } from '../../host.ts';
import { appendHistory, historyFile, isForFile, oneLine, readHistory } from './history.ts';

/** What was typed before, the latest first: statements, where readline itself remembers lines. */
export interface ShellHistory {
  readonly entries: readonly string[];
  /** Makes it what the arrow keys of a terminal go through. */
  readonly keepIn: (readline: Interface) => void;
  /** `isPrivate`: it is not for the file. */
  readonly addStatement: (statement: string, isPrivate: boolean) => void;
  /** Not for the file: the values that it sets may be secrets. */
  readonly addCommand: (line: string) => void;
}

export function shellHistory(env: Host['env'], isMutation: (statement: Statement) => boolean): ShellHistory {
  const file = historyFile(env);
  const entries = [...readHistory(file)];
  let list: string[] = [];
  const refill = (): void => {
    list.splice(0, list.length, ...entries);
  };
  const add = (entry: string): void => {
    const old = entries.indexOf(entry);
    if (old !== -1) entries.splice(old, 1);
    entries.unshift(entry);
    refill();
  };
  return {
    entries,
    keepIn(readline) {
      readline.on('history', (lines: string[]) => {
        list = lines;
        refill();
      });
    },
    addStatement(statement, isPrivate) {
      const line = oneLine(statement);
      if (line === null || line === '') return;
      const entry = `${line};`;
      add(entry);
      // As in other shells, a blank in front keeps one to oneself.
      if (!isPrivate && isForFile(statement, isMutation)) appendHistory(file, entry);
    },
    addCommand: add,
  };
}
