const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Keeps signals from ending the process, and tells of the first, so that a write is finished or taken back. */
export function holdSignals(onFirst: (signal: NodeJS.Signals) => void = () => {}): {
  readonly caught: () => NodeJS.Signals | null;
  readonly release: () => void;
} {
  let first: NodeJS.Signals | null = null;
  const remember = (signal: NodeJS.Signals) => {
    if (first !== null) return;
    first = signal;
    onFirst(signal);
  };
  for (const signal of SIGNALS) process.on(signal, remember);
  return {
    caught: () => first,
    release() {
      for (const signal of SIGNALS) process.off(signal, remember);
    },
  };
}

/** The next signal that asks the process to end; a second one ends it at once. */
export function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      for (const each of SIGNALS) process.off(each, stop);
      resolve(signal);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}
