import type { Placement } from '../descriptor.ts';
import { simple } from '../serialize/path.ts';
import { form } from '../serialize/query.ts';
import { type Encode, isAbsent, type Write } from '../serialize/scalar.ts';

/** The flat object that a method is given. */
export type Params = { readonly [key: string]: unknown };

const PATH_VARIABLE = /\{([^{}]+)\}/g;

const nameOf = (placement: Placement): string => (typeof placement === 'string' ? placement : placement.name);
export const keyOf = (placement: Placement): string =>
  typeof placement === 'string' ? placement : (placement.key ?? placement.name);

/** The keys of a path's parameters. */
export function pathKeys(template: string, placements: readonly Placement[] = []): readonly string[] {
  return [...template.matchAll(PATH_VARIABLE)].map(([, name = '']) => keyOf(pathPlacement(name, placements)));
}

/**
 * The path with its variables filled in. Throws a TypeError for a value that is absent or empty, and for `.` and `..`
 * (percent-encoded ones too), which would reach another path.
 */
export function writePath(template: string, placements: readonly Placement[] = [], params: Params): string {
  return template.replace(PATH_VARIABLE, (_variable, name: string) => {
    const placement = pathPlacement(name, placements);
    const value = valueAt(placement, params);
    const written = isAbsent(value) ? '' : writeOne(placement, value, simple);
    const dots = typeof value === 'string' ? value.replace(/%2e/gi, '.') : written;
    if (/^\.{0,2}$/.test(written) || /^\.{0,2}$/.test(dots)) {
      const given =
        typeof value === 'string' ? JSON.stringify(value) : isAbsent(value) ? String(value) : 'empty';
      throw new TypeError(`The path parameter \`${keyOf(placement)}\` of ${template} cannot be ${given}.`);
    }
    return written;
  });
}

/** `a=1&b=2`, absent values left out; empty where there are none. */
export function writeQuery(placements: readonly Placement[] = [], params: Params): string {
  return writeEach(placements, params, form).join('&');
}

/** A `Cookie` header's value: pairs, percent-encoded. */
export function writeCookies(placements: readonly Placement[] = [], params: Params): string {
  return writeEach(placements, params, form).join('&').replaceAll('&', '; ');
}

/** Header parameters by name. The values are sent as they are; what no header can hold, `fetch` refuses. */
export function writeHeaders(
  placements: readonly Placement[] = [],
  params: Params,
): { readonly [name: string]: string } {
  return Object.fromEntries(
    placements.flatMap((placement) => {
      const value = valueAt(placement, params);
      return isAbsent(value) ? [] : [[nameOf(placement), writeOne(placement, value, simple, verbatim)]];
    }),
  );
}

/** A parameter's value; nothing that every object inherits, such as `constructor`. */
function valueAt(placement: Placement, params: Params): unknown {
  const key = keyOf(placement);
  return Object.hasOwn(params, key) ? params[key] : undefined;
}

function pathPlacement(name: string, placements: readonly Placement[]): Placement {
  return placements.find((one) => nameOf(one) === name) ?? name;
}

const verbatim: Encode = (text) => text;

function writeEach(placements: readonly Placement[], params: Params, write: Write): readonly string[] {
  return placements.flatMap((placement) => {
    const value = valueAt(placement, params);
    const written = isAbsent(value) ? '' : writeOne(placement, value, write);
    return written === '' ? [] : [written];
  });
}

function writeOne(
  placement: Placement,
  value: unknown,
  write: Write,
  encode = encodeURIComponent as Encode,
): string {
  return typeof placement === 'string'
    ? write(placement, value, encode)
    : (placement.write ?? write)(placement.name, value, placement.encode ?? encode);
}
