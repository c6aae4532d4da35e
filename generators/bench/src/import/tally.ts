/** How many of each kind there are, and how many of them are right. */
export interface Tally {
  readonly count: (kind: string, isRight: boolean, what: string) => void;
  readonly rows: () => readonly { readonly kind: string; readonly all: number; readonly right: number }[];
  readonly wrong: readonly string[];
}

export function createTally(): Tally {
  const kinds = new Map<string, { all: number; right: number }>();
  const wrong: string[] = [];
  return {
    count(kind, isRight, what) {
      const counts = kinds.get(kind) ?? { all: 0, right: 0 };
      counts.all += 1;
      if (isRight) counts.right += 1;
      else wrong.push(`${kind}: ${what}`);
      kinds.set(kind, counts);
    },
    rows: () => [...kinds].map(([kind, counts]) => ({ kind, ...counts })),
    wrong,
  };
}
