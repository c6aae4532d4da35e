import { type Hooks, tell } from '../client/hooks.ts';
import type { RequestFacts } from '../response/errors.ts';

/** Told of each call of a method, before it is sent. */
export type Notice = (client: Noticing, facts: RequestFacts) => void;

/** What a notice knows of a client. */
export interface Noticing {
  readonly listeners: readonly (Hooks | undefined)[];
  /** What was told already. */
  readonly noticed: Set<unknown>;
}

/** Tells `onDeprecated` of a method's first call with a client. What the hook throws is dropped. */
export const warnOnce: Notice = ({ listeners, noticed }, facts) => {
  if (noticed.has(facts)) return;
  noticed.add(facts);
  tell(listeners, 'onDeprecated', facts).catch(() => {});
};
