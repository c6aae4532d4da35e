import pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

export const NO_COLOURS: Colors = pc.createColors(false);

interface Stream {
  readonly isTTY?: boolean;
}

/**
 * The colours of a stream: on a terminal alone. `NO_COLOR` (any value but empty, no-color.org) turns them off,
 * `FORCE_COLOR` (other than `0`) on.
 */
export function coloursOf(stream: Stream, env: { readonly [name: string]: string | undefined }): Colors {
  return pc.createColors(hasColours(stream, env));
}

function hasColours(stream: Stream, env: { readonly [name: string]: string | undefined }): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
