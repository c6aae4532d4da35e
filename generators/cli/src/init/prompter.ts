import { createInterface } from 'node:readline/promises';
import type { Host } from '../host.ts';
import type { Colors } from '../terminal/colours.ts';

/** Asks people. */
export interface Prompter {
  /** The answer, or what Enter stands for; null: nobody answers any more (Ctrl-C, Ctrl-D). */
  readonly ask: (question: Question) => Promise<string | null>;
  readonly close: () => void;
}

export interface Question {
  readonly text: string;
  /** What Enter means; shown, unless it is empty. */
  readonly fallback: string;
  /** What an empty fallback means. */
  readonly otherwise?: string;
}

/** A prompter on the terminal; null where there is none, and in CI. */
export function terminalPrompter({ stdin, stderr, env }: Host, colours: Colors): Prompter | null {
  if (env.CI || env.TERM === 'dumb' || stdin?.isTTY !== true || stderr.isTTY !== true) return null;
  const lines = createInterface({ input: stdin, output: stderr as NodeJS.WriteStream, historySize: 0 });
  const closed = new Promise<null>((resolve) => {
    lines.once('close', () => resolve(null));
    lines.once('SIGINT', () => lines.close());
  });
  return {
    async ask({ text, fallback, otherwise = '' }) {
      const shown = fallback === '' ? otherwise : fallback;
      const hint = shown === '' ? '' : ` ${colours.dim(`(${shown})`)}`;
      const answer = await Promise.race([lines.question(`${colours.bold(text)}${hint} `), closed]);
      if (answer === null) stderr.write('\n');
      return answer === null ? null : answer.trim() || fallback;
    },
    close: () => lines.close(),
  };
}
