import type { Hooks } from '../client/hooks.ts';
import { isSecretName, redactHeaders, redactUrl } from './redact.ts';

/** Takes log lines: `console`, pino, winston. */
export interface Logger {
  readonly debug: (message: string, details: object) => void;
  readonly info: (message: string, details: object) => void;
  readonly warn: (message: string, details: object) => void;
  readonly error: (message: string, details: object) => void;
}

export interface LogOptions {
  /** Names of further headers and query parameters whose values are not to be logged. */
  readonly redact?: readonly string[];
}

/**
 * What a client's `logger` can be: requests and answers go to `debug`, retries and deprecations to `warn`, failures to
 * `error`. Bodies are never logged; the values of headers and query parameters that look like secrets
 * (`Authorization`, cookies, keys, tokens) are redacted.
 */
export function logTo(logger: Logger, { redact = [] }: LogOptions = {}): Hooks {
  const own = new Set(redact.map((name) => name.toLowerCase()));
  const isSecret = (name: string) => own.has(name.toLowerCase()) || isSecretName(name);
  const started = new WeakMap<Request, number>();
  return {
    onRequest({ method, path, attempt, request }) {
      started.set(request, Date.now());
      const details = {
        attempt,
        url: redactUrl(request.url, isSecret),
        headers: redactHeaders(request.headers, isSecret),
      };
      logger.debug(`${method} ${path}`, details);
    },
    onResponse({ method, path, attempt, request, response }) {
      const milliseconds = Date.now() - (started.get(request) ?? Date.now());
      const details = { attempt, milliseconds, headers: redactHeaders(response.headers, isSecret) };
      logger.debug(`${method} ${path} answered ${response.status}`, details);
    },
    onRetry({ method, path, attempt, delay, reason }) {
      const why = reason instanceof Error ? reason.message : `answered ${reason.status}`;
      logger.warn(`${method} ${path} is sent again`, { attempt, delay: Math.round(delay), why });
    },
    onError({ method, path, error }) {
      const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
      logger.error(`${method} ${path} failed`, { name, message });
    },
    onDeprecated({ method, path }) {
      logger.warn(`${method} ${path} is deprecated`, {});
    },
  };
}
