import type { Interface } from 'node:readline/promises';

/** The lines of a terminal, one by one: none is lost where several come at once, as they do when they are pasted. */
export interface LineQueue {
  /** Null: there will be no more. */
  readonly next: () => Promise<string | null>;
  /** The answer to a question: no line that was typed before it. Null: none. */
  readonly ask: () => Promise<string | null>;
  readonly isAsking: boolean;
  /** Leaves the question that is asked without an answer. */
  readonly interrupt: () => void;
}

export function lineQueue(lines: Interface): LineQueue {
  const waiting: string[] = [];
  let take: ((line: string | null) => void) | null = null;
  let answer: ((line: string | null) => void) | null = null;
  let isClosed = false;

  const give = (line: string | null): void => {
    const to = answer ?? take;
    if (answer !== null) answer = null;
    else take = null;
    if (to !== null) to(line);
    else if (line !== null) waiting.push(line);
  };
  lines.on('line', give);
  lines.on('close', () => {
    isClosed = true;
    give(null);
  });

  return {
    next: () =>
      new Promise((resolve) => {
        const line = waiting.shift();
        if (line !== undefined) resolve(line);
        else if (isClosed) resolve(null);
        else take = resolve;
      }),
    ask: () =>
      new Promise((resolve) => {
        if (isClosed) resolve(null);
        else answer = resolve;
      }),
    get isAsking() {
      return answer !== null;
    },
    interrupt: () => {
      if (answer !== null) give(null);
    },
  };
}
