import { isObject, list, member } from '../json.ts';
import { PROVIDER_FORMAT, type Provider } from './provider.ts';

/**
 * Reads the text of a `provider.json`. Throws a TypeError that says what is wrong for anything else, and for a format
 * that this version does not know.
 */
export function readProvider(text: string): Provider {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TypeError(
      `This is no provider.json: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  checkProvider(value);
  return value;
}

/** Throws a TypeError for anything but a provider of this format. */
export function checkProvider(value: unknown): asserts value is Provider {
  const format = member(value, 'format');
  if (format !== PROVIDER_FORMAT)
    throw new TypeError(
      `This provider.json has the format ${JSON.stringify(format) ?? 'of nothing'}, and format ${PROVIDER_FORMAT} is known here: generate it anew, with the same version of Plumbline as this server.`,
    );
  const document = member(value, 'document');
  if (!isObject(document) || !isObject(member(document, 'paths')))
    throw new TypeError('This provider.json holds no OpenAPI document with paths: generate it anew.');
  const { methods } = value as { readonly methods?: unknown };
  if (!Array.isArray(methods) || !list(methods).every(isObject))
    throw new TypeError('This provider.json has no list of methods: generate it anew.');
}
