import { createInterface, type Interface } from 'node:readline/promises';
import type { Host } from '../../host.ts';

/** What is typed at a terminal, line by line, each at a prompt: also what was typed or pasted while nothing was asked. */
export interface TypedLines {
  /** The next line; null: there will be no more. */
  readonly next: (prompt: string) => Promise<string | null>;
  /** The answer to a question: nothing that was typed before it. Null: none. */
  readonly ask: (question: string) => Promise<string | null>;
  readonly isAsking: boolean;
  /** Leaves the question that is asked without an answer. */
  readonly interrupt: () => void;
  /** Forgets what was typed and has not been taken. */
  readonly drop: () => void;
  /** Forgets it, and asks anew for the line that is asked for. */
  readonly restart: (prompt: string) => void;
  readonly readline: Interface;
}

export function typedLines(
  stdin: NodeJS.ReadStream,
  { stderr, env }: Host,
  options: { readonly history: string[]; readonly completer: (line: string) => Promise<[string[], string]> },
): TypedLines {
  const isTerminal = stderr.isTTY === true && env.TERM !== 'dumb';
  // Between a line and the next prompt nothing is echoed: it would stand among rows, far from where it is run.
  let isMuted = false;
  const output = new Proxy(stderr as NodeJS.WriteStream, {
    get(stream, key) {
      if (key === 'write') return (text: string) => isMuted || stream.write(text);
      const value: unknown = Reflect.get(stream, key);
      return typeof value === 'function' ? value.bind(stream) : value;
    },
  });
  const readline = createInterface({
    ...options,
    input: stdin,
    output,
    terminal: isTerminal,
    historySize: 1000,
  });
  const waiting: string[] = [];
  let take: ((line: string | null) => void) | null = null;
  let answer: ((line: string | null) => void) | null = null;
  let isClosed = false;

  const give = (line: string | null): void => {
    isMuted = isTerminal;
    const to = answer ?? take;
    if (answer !== null) answer = null;
    else take = null;
    if (to !== null) to(line);
    else if (line !== null) waiting.push(line);
  };
  readline.on('line', give);
  readline.on('close', () => {
    isClosed = true;
    give(null);
  });

  /** What has been typed of a line, which is taken away. */
  const takeTyped = (): string => {
    const { line } = readline;
    if (!isTerminal || line === '') return '';
    isMuted = true;
    // To the end of the line, then to its start: nothing of it is left.
    readline.write(null, { ctrl: true, name: 'e' });
    readline.write(null, { ctrl: true, name: 'u' });
    return line;
  };
  const show = (prompt: string, typed: string): void => {
    isMuted = false;
    readline.setPrompt(prompt);
    readline.prompt();
    if (typed !== '') readline.write(typed);
  };

  const drop = (): void => {
    waiting.splice(0);
    takeTyped();
  };

  return {
    readline,
    next(prompt) {
      const line = waiting.shift();
      if (line !== undefined) {
        stderr.write(isTerminal ? `${prompt}${line}\n` : prompt);
        return Promise.resolve(line);
      }
      if (isClosed) return Promise.resolve(null);
      return new Promise((resolve) => {
        take = resolve;
        show(prompt, takeTyped());
      });
    },
    ask(question) {
      if (isClosed) return Promise.resolve(null);
      return new Promise((resolve) => {
        answer = resolve;
        takeTyped();
        show(question, '');
      });
    },
    get isAsking() {
      return answer !== null;
    },
    interrupt() {
      if (answer !== null) give(null);
    },
    drop,
    restart(prompt) {
      drop();
      show(prompt, '');
    },
  };
}
