import type { JsonValue } from '../json.ts';
import type { Problem } from '../problem.ts';

/** A request as the contract reads it, and what was answered. */
export interface Exchange {
  readonly method: string;
  /** Path and query, as they came. */
  readonly target: string;
  /** `GET /api/v1/users/{id}`; null: no operation has this path and method. */
  readonly operation: string | null;
  readonly operationId: string | null;
  /** By place, read by their schemas. */
  readonly params: {
    readonly [place in 'path' | 'query' | 'header' | 'cookie']: { readonly [name: string]: JsonValue };
  };
  /** In lower case, as they came. */
  readonly headers: { readonly [name: string]: string };
  /** The declared media type of the body; null: no body. */
  readonly mediaType: string | null;
  /** As its schema reads it; undefined: there is none, or it is binary. */
  readonly body: JsonValue | undefined;
  /** As it came. */
  readonly bytes: Uint8Array;
  /** The security schemes whose credentials it bears. */
  readonly schemes: readonly string[];
  readonly problems: readonly Problem[];
  /** What was answered; status 0: the connection was dropped. */
  readonly answer: {
    readonly status: number;
    readonly headers: { readonly [name: string]: string };
    readonly value: JsonValue | undefined;
    /** The example that it is; null: generated, or no body. */
    readonly example: string | null;
    readonly notes: readonly string[];
  };
  readonly milliseconds: number;
}

/** Keeps the latest exchanges. */
export interface Recorder {
  readonly exchanges: readonly Exchange[];
  readonly add: (exchange: Exchange) => void;
  readonly clear: () => void;
}

export function createRecorder(max: number): Recorder {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    add(exchange) {
      if (max === 0) return;
      // Dropped by halves: one at a time would move all the others each time.
      if (exchanges.length >= max) exchanges.splice(0, Math.ceil(max / 2));
      exchanges.push(exchange);
    },
    clear: () => exchanges.splice(0),
  };
}
