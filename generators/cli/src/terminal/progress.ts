import type { Host } from '../host.ts';

/** A line on a terminal that says what is being done; elsewhere nothing. */
export interface Progress {
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

export function progressOn({ stderr, env }: Host, quiet: boolean): Progress {
  if (quiet || stderr.isTTY !== true || env.TERM === 'dumb' || env.CI) return { say() {}, clear() {} };
  const width = stderr.columns || 80;
  return {
    say: (text) => stderr.write(`\r\u001b[K${text.slice(0, width - 1)}`),
    clear: () => stderr.write('\r\u001b[K'),
  };
}
