import type { Preferences } from '../answer/prefer.ts';
import type { JsonValue } from '../json.ts';

/** What a test wants answered: what a `Prefer` header may ask, and what none can. */
export interface ScriptedAnswer extends Preferences {
  /** Sent as it is, in place of what the spec declares. */
  readonly body?: JsonValue;
  /** As `body`, for a media type that is no JSON. */
  readonly text?: string;
  /** Beside those of the spec, or in their place. */
  readonly headers?: { readonly [name: string]: string };
  /** Changes the body that the spec makes: for a server that breaks its contract. */
  readonly mutate?: (body: JsonValue) => JsonValue;
}

/** Answers that wait for their requests. */
export interface Script {
  /** For an operation's key, its operationId, or `*`; an answer without `times` stays for good. */
  readonly add: (operation: string, answers: readonly ScriptedAnswer[]) => void;
  readonly take: (names: readonly string[]) => ScriptedAnswer | undefined;
  readonly clear: () => void;
}

export function createScript(): Script {
  const queues = new Map<string, { readonly answer: ScriptedAnswer; left: number }[]>();
  return {
    add(operation, answers) {
      const queue = queues.get(operation) ?? [];
      queues.set(operation, queue);
      for (const answer of answers) queue.push({ answer, left: answer.times ?? Number.POSITIVE_INFINITY });
    },
    take(names) {
      for (const name of names) {
        const queue = queues.get(name);
        while (queue?.[0] !== undefined && queue[0].left <= 0) queue.shift();
        const entry = queue?.[0];
        if (entry === undefined) continue;
        entry.left -= 1;
        return entry.answer;
      }
      return undefined;
    },
    clear: () => queues.clear(),
  };
}

/** Counts the requests that ask for something `times`: afterwards they get what they would without. */
export function createCounter(): {
  readonly isDue: (key: string, times: number) => boolean;
  readonly clear: () => void;
} {
  const counts = new Map<string, number>();
  return {
    isDue(key, times) {
      const seen = counts.get(key) ?? 0;
      if (seen >= times) {
        counts.delete(key);
        return false;
      }
      // Nobody asks in so many ways: a guard against those who try.
      if (counts.size > 10_000) counts.clear();
      counts.set(key, seen + 1);
      return true;
    },
    clear: () => counts.clear(),
  };
}
