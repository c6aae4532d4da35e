import { createInterface } from 'node:readline/promises';
import type { Host } from '../../host.ts';

/** Asks at the terminal, yes or no; null where nobody sits at one. */
export function terminalQuestion({
  stdin,
  stderr,
  env,
}: Host): ((question: string) => Promise<boolean>) | null {
  if (env.CI || stdin?.isTTY !== true || stderr.isTTY !== true) return null;
  return async (question) => {
    const lines = createInterface({ input: stdin, output: stderr as NodeJS.WriteStream, historySize: 0 });
    try {
      const closed = new Promise<string>((resolve) => {
        lines.once('close', () => resolve(''));
        lines.once('SIGINT', () => lines.close());
      });
      return isYes(await Promise.race([lines.question(`${question} (y/N) `), closed]));
    } finally {
      lines.close();
    }
  };
}

export function isYes(answer: string): boolean {
  return /^\s*y(?:es)?\s*$/i.test(answer);
}
