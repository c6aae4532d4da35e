import { byCodeUnit } from '@plumbline/model';
import type { Encoded } from '@plumbline/render';
import type { TypeVariant } from '../types/type-plan.ts';

type Ts = Encoded<'ts'>;

/** The types that a file speaks of, collected while it is printed. */
export interface TypeUses {
  readonly onUse: (variant: TypeVariant, name: Ts) => void;
  /** Sorted names of those that several services use. */
  readonly shared: () => readonly Ts[];
  /** Sorted names of those that one service uses alone. */
  readonly own: () => readonly Ts[];
}

export function collectTypeUses(): TypeUses {
  const shared = new Set<Ts>();
  const own = new Set<Ts>();
  return {
    onUse: ({ service }, name) => {
      (service === null ? shared : own).add(name);
    },
    shared: () => [...shared].sort(byCodeUnit),
    own: () => [...own].sort(byCodeUnit),
  };
}
