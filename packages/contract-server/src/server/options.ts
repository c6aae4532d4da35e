import type { JsonValue } from '../json.ts';
import type { Exchange } from './record.ts';

/** What is changed of an answer that is finished. */
export interface SpoilableAnswer {
  readonly status: number;
  /** Undefined where the answer has no JSON body. */
  readonly value: JsonValue | undefined;
}

/** How a contract server behaves. Every member has a default. */
export interface ServerOptions {
  /** 0, the default: any free one. */
  readonly port?: number;
  /** The default, `127.0.0.1`, can be reached from this machine alone. */
  readonly host?: string;
  /** Of generated values: the same seed, the same answers. Default 1. */
  readonly seed?: number;
  /** Answers are generated, though there are examples. Default false. */
  readonly dynamic?: boolean;
  /** The number of items of a list, over all its pages. Default 5. */
  readonly items?: number;
  /** Items on a page, where the request gives no limit. Default 100. */
  readonly pageSize?: number;
  /** Milliseconds before each answer. Default 0. */
  readonly delay?: number;
  /** Seconds that answers of 429 and 503 tell to wait. Default 1. */
  readonly retryAfter?: number;
  /** The exact credentials by security scheme, of `basic` ones `user:password`; a scheme that is not named accepts any. */
  readonly credentials?: { readonly [scheme: string]: string };
  /** What a request may say of `readOnly` members: nothing that is looked at (the default), or nothing at all. */
  readonly readOnly?: 'ignore' | 'refuse';
  /** Whether pages of any origin may call it from a browser. Default false. */
  readonly cors?: boolean;
  /** Longer bodies are refused with 413. Default 10 MiB. */
  readonly maxBodyBytes?: number;
  /** Milliseconds in which a request must have come whole. Default 30,000. */
  readonly requestTimeout?: number;
  /** So many exchanges are kept, the latest. Default 10,000. */
  readonly maxRecorded?: number;
  /** Milliseconds since the epoch; the default is the system's clock. */
  readonly now?: () => number;
  /** Hears of each exchange when its answer is sent. */
  readonly onExchange?: (exchange: Exchange) => void;
  /**
   * Changes each answer of an operation, told by its key, whatever a test has scripted: for a server that breaks its
   * contract.
   */
  readonly spoil?: (operation: string, answer: SpoilableAnswer) => SpoilableAnswer;
}

export const DEFAULTS = {
  port: 0,
  host: '127.0.0.1',
  seed: 1,
  dynamic: false,
  items: 5,
  pageSize: 100,
  delay: 0,
  retryAfter: 1,
  credentials: {},
  readOnly: 'ignore',
  cors: false,
  maxBodyBytes: 10 * 1024 * 1024,
  requestTimeout: 30_000,
  maxRecorded: 10_000,
  now: Date.now,
  onExchange: () => {},
  spoil: (_operation, answer) => answer,
} as const satisfies Required<ServerOptions>;
