import { fromEnvironment } from './environment.ts';
import { refuse } from './options.ts';

/** A variable of a server's URL (OpenAPI 3.1.1 section 4.8.6). */
export interface ServerVariable {
  /** As the URL's template has it. */
  readonly name: string;
  /** The client option, where it is not the name. */
  readonly key?: string;
  /** The environment variable that is read where the option is not given. */
  readonly env?: string;
  /** Absent where each caller has his own, such as a tenant: no request shall reach a stranger's. */
  readonly default?: string;
}

/** Characters that keep their meaning, and no segment `.` or `..`. */
const PLAIN = /^(?!(?:.*\/)?\.\.?(?:\/|$))[\w.~:/-]*$/;

/**
 * The server's URL with its variables filled in, from the options, else the environment, else the defaults. Throws a
 * TypeError for one that has no value, and for a value that would reach another host or path.
 */
export function serverUrl(
  template: string,
  variables: readonly ServerVariable[],
  options: { readonly [key: string]: unknown },
): string {
  return template.replace(/\{([^{}]+)\}/g, (_variable, name: string, at: number) => {
    const { key = name, env, default: fallback } = variables.find((one) => one.name === name) ?? {};
    const value = options[key] ?? fromEnvironment(env) ?? fallback;
    const text = String(value ?? '?');
    const isInPath = /[^/]\/[^/]/.test(template.slice(0, at + 1));
    if (PLAIN.test(text) && (isInPath || /^[^/]+$/.test(text))) return text;
    return refuse(`option \`${key}\` or ${env ?? '`baseUrl`'}`, value, template);
  });
}
