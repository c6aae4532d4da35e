import { wrap } from '../../command-line/wrap.ts';
import { printable } from '../../report/printable.ts';
import { coloursOf } from '../../terminal/colours.ts';
import type { Session } from '../session.ts';

/** Where one is, what is missing, and how to go on. */
export function welcomeText({ host, client, server, invocation }: Session): string {
  const { stderr, env } = host;
  const colours = coloursOf(stderr, env);
  const width = Math.min(stderr.columns ?? 80, 100);
  const { provider, services } = client.catalogue;
  const state = server();
  const place = 'url' in state ? `, ${printable(state.url)}` : '';
  const hasCredentials = client.credentials.length === 0 || client.credentials.some((name) => env[name]);
  const [name, ...others] = client.credentials;
  const unset = others.length === 0 ? `${name} is not set` : `none of ${[name, ...others].join(', ')} is set`;
  const missing = [
    ...('hint' in state ? [`No server yet. ${state.hint}`] : []),
    ...(hasCredentials ? [] : [`No credentials yet: ${unset}.`]),
  ];
  const asked = invocation.yes
    ? 'What changes something is run as it comes.'
    : 'What changes something is shown first, and asked for.';
  const how = [
    invocation.write ? asked : 'Only reading is allowed (--write).',
    'Statements end with ; — Tab completes, .help tells more.',
  ];
  return [
    `${colours.bold(printable(provider))}, ${services.length} services${place}`,
    ...missing.flatMap((text) => wrap(printable(text), width)).map((line) => colours.yellow(line)),
    ...how.flatMap((text) => wrap(text, width)).map((line) => colours.dim(line)),
    '',
  ].join('\n');
}
