import { refuse, refuseUnknown } from '../client/options.ts';
import type { HeaderValues } from '../client/transport.ts';
import type { Descriptor, Placement, StyledPlacement } from '../descriptor.ts';
import type { RequestFacts } from '../response/errors.ts';
import { plainList, plainPairs } from '../serialize/plain.ts';
import { type Encode, isAbsent, type Write } from '../serialize/scalar.ts';

/** The flat object that a method is given. */
export type Params = { readonly [key: string]: unknown };

/** What parameters make of a request. */
export interface Written {
  /** The path with its variables filled in, and the query. */
  readonly target: string;
  readonly headers: HeaderValues;
}

/** Empty, `.` or `..`, percent-encoded once more or not. */
const NO_SEGMENT = /^(?:\.|%(?:25)?2e){0,2}$/i;

/**
 * Writes the parameters; those that are undefined or null are left out. Throws a TypeError for a path value that is
 * absent or empty, for `.` and `..`, which would reach another path, and for a parameter that nobody declared.
 */
export function writeParameters(
  { method, path }: RequestFacts,
  { path: styled = [], query = [], header = [], cookie = [], body }: Descriptor,
  params: Params,
): Written {
  const known = body ? ['body'] : [];
  const operation = `${method} ${path}`;
  const write = (placement: Placement, usual: Write, usualEncode: Encode, isInPath?: boolean) => {
    const styled: StyledPlacement = typeof placement === 'string' ? { name: placement } : placement;
    const { name, key = name, write = usual, encode = usualEncode, required } = styled;
    known.push(key);
    // Nothing that every object inherits, such as `constructor`.
    const value = Object.hasOwn(params, key) ? params[key] : undefined;
    const text = isAbsent(value) ? undefined : write(name, value, encode);
    if (isInPath ? NO_SEGMENT.test(text ?? '') : required && isAbsent(value))
      refuse(`parameter \`${key}\``, text, operation);
    return [name, text] as const;
  };
  const pairs = (placements: readonly Placement[]) =>
    placements
      .map((placement) => write(placement, plainPairs, encodeURIComponent)[1])
      .filter(Boolean)
      .join('&');

  const target = path.replace(/\{([^{}]+)\}/g, (_variable, name: string) => {
    const placement = styled.find((one) => one.name === name) ?? name;
    return write(placement, plainList, encodeURIComponent, true)[1] as string;
  });
  const search = pairs(query);
  const headers = {
    cookie: pairs(cookie).replaceAll('&', '; ') || undefined,
    // They are sent as they are; what no header can hold, `Request` refuses.
    ...Object.fromEntries(header.map((placement) => write(placement, plainList, String))),
  };
  refuseUnknown(params, known, `parameters of ${operation}`);
  return { target: target + (search && `${path.includes('?') ? '&' : '?'}${search}`), headers };
}
