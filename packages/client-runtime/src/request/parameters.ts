import { refuseUnknown } from '../client/options.ts';
import type { HeaderValues } from '../client/transport.ts';
import type { Descriptor, Placement } from '../descriptor.ts';
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
  const write = (placement: Placement, usual: Write, usualEncode: Encode = encodeURIComponent) => {
    const { name, key = name, write = usual, encode = usualEncode } = asObject(placement);
    known.push(key);
    // Nothing that every object inherits, such as `constructor`.
    const value = Object.hasOwn(params, key) ? params[key] : undefined;
    return isAbsent(value) ? undefined : write(name, value, encode);
  };
  const pairs = (placements: readonly Placement[]) => {
    let written = '';
    for (const placement of placements) {
      const text = write(placement, plainPairs);
      if (text) written += written ? `&${text}` : text;
    }
    return written;
  };

  let target = '';
  for (const [i, piece] of path.split(/\{([^{}]+)\}/).entries()) {
    if (i % 2 === 0) target += piece;
    else {
      const placement = styled.find(({ name }) => name === piece) ?? piece;
      const text = write(placement, plainList) ?? '';
      if (NO_SEGMENT.test(text)) {
        const { name, key = name } = asObject(placement);
        const given = JSON.stringify(params[key]);
        throw new TypeError(`The path parameter \`${key}\` of ${path} cannot be ${given}.`);
      }
      target += text;
    }
  }
  const search = pairs(query);
  const cookies = pairs(cookie);
  const headers: { [name: string]: string | undefined } = {};
  for (const placement of header) headers[asObject(placement).name] = write(placement, plainList, verbatim);
  if (cookies) headers.cookie = cookies.replaceAll('&', '; ');
  refuseUnknown(params, known, () => `parameters of ${method} ${path}`);
  return { target: search ? `${target}?${search}` : target, headers };
}

function asObject(placement: Placement): Exclude<Placement, string> {
  return typeof placement === 'string' ? { name: placement } : placement;
}

/** Headers are sent as they are; what no header can hold, `Request` refuses. */
const verbatim: Encode = (text) => text;
