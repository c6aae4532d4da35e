import type { ProviderModel } from '@plumbline/model';
import type { TypePlan } from './types/type-plan.ts';

/** What emissions of one provider leave for the next ones of the same process. */
export interface ClientMemory {
  /**
   * Opens it for an emission. What was kept holds for a model of which everything but the services is the same by `===`,
   * and for a client that declares the same types and failures.
   */
  readonly open: (model: ProviderModel, whole: WholeClient) => OpenClientMemory;
}

/** What the methods of all resources decide together. */
export interface WholeClient {
  readonly plan: TypePlan;
  readonly failures: readonly string[];
}

export interface OpenClientMemory {
  /** What was made under a name, if it was made of the same parts by `===` the last time; else what is made now. */
  readonly once: <T>(name: string, parts: readonly unknown[], make: () => T) => T;
}

interface Made {
  readonly parts: readonly unknown[];
  readonly value: unknown;
}

interface Kept {
  readonly model: ProviderModel;
  readonly whole: string;
  readonly made: ReadonlyMap<string, Made>;
}

export function createClientMemory(): ClientMemory {
  let kept: Kept | null = null;
  return {
    open(model, { plan, failures }) {
      const whole = JSON.stringify([plan.variants, failures]);
      const before = kept !== null && kept.whole === whole && isSame(kept.model, model) ? kept.made : null;
      const made = new Map<string, Made>();
      kept = { model, whole, made };
      return {
        once<T>(name: string, parts: readonly unknown[], make: () => T): T {
          const earlier = before?.get(name);
          const isKnown = earlier !== undefined && areSame(earlier.parts, parts);
          const value = isKnown ? (earlier.value as T) : make();
          made.set(name, { parts, value });
          return value;
        },
      };
    },
  };
}

/** Everything but the services. */
function isSame(
  { services: _before, ...before }: ProviderModel,
  { services: _now, ...now }: ProviderModel,
): boolean {
  const [was, is] = [Object.entries(before), new Map<string, unknown>(Object.entries(now))];
  return was.length === is.size && was.every(([key, value]) => is.get(key) === value);
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((part, i) => part === now[i]);
}
