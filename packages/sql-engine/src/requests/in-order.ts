/** So many times as many batches as may be on their way at once are kept for those who come to them later. */
const AHEAD = 4;

/** A source that is read, and what has come of it. */
interface Begun<Source, T> {
  readonly source: Source;
  readonly batches: AsyncGenerator<T>;
  /** Those that nobody has taken yet. */
  readonly ready: T[];
  isAsked: boolean;
  isDone: boolean;
  failure: { readonly error: unknown } | null;
}

/**
 * The batches of many sources one after another, in order. Whoever waits for a batch has the sources behind it read as
 * well, up to `concurrency` of them at once; while nobody waits, nothing more is asked for. A source that fails does so in
 * its turn, and none behind it is read any further. Where not all are taken, `abandon` is to end what is still on its way.
 */
export async function* inOrder<Source, T>(
  sources: Iterable<Source>,
  open: (source: Source) => AsyncGenerator<T>,
  { concurrency, abandon }: { readonly concurrency: number; readonly abandon: () => void },
): AsyncGenerator<{ readonly source: Source; readonly batch: T }> {
  const rest = sources[Symbol.iterator]();
  const begun: Begun<Source, T>[] = [];
  let asked = 0;
  let wake = (): void => {};

  try {
    for (;;) {
      const [first] = begun;
      const batch = first?.ready.shift();
      if (first !== undefined && batch !== undefined) {
        yield { source: first.source, batch };
      } else if (first?.failure) {
        throw first.failure.error;
      } else if (first?.isDone) {
        begun.shift();
      } else {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        askMore();
        if (asked === 0) return;
        await woken;
      }
    }
  } finally {
    if (begun.length > 0) abandon();
    await Promise.all(begun.map(({ batches }) => batches.return(undefined).catch(() => {})));
  }

  /** Reads on in as many sources as may be read at once, the foremost first. */
  function askMore(): void {
    let kept = 0;
    for (let place = 0; asked < concurrency; place += 1) {
      const one = begun[place] ?? begin();
      if (one === null || one.failure !== null) return;
      kept += 1 + one.ready.length;
      if (place > 0 && kept > concurrency * AHEAD) return;
      if (!one.isAsked && !one.isDone) void ask(one);
    }
  }

  function begin(): Begun<Source, T> | null {
    const next = rest.next();
    if (next.done) return null;
    const source = next.value;
    const one = { source, batches: open(source), ready: [], isAsked: false, isDone: false, failure: null };
    begun.push(one);
    return one;
  }

  async function ask(one: Begun<Source, T>): Promise<void> {
    asked += 1;
    one.isAsked = true;
    try {
      const { done, value } = await one.batches.next();
      if (done) one.isDone = true;
      else one.ready.push(value);
    } catch (error) {
      one.failure = { error };
    }
    one.isAsked = false;
    asked -= 1;
    wake();
  }
}
