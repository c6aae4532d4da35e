import type { Place, ProviderModel, SecurityScheme } from '@plumbline/model';
import { type Found, type FoundWithUses, quoted } from './found.ts';

/** Compares what the API has as a whole: servers, security schemes, its description. */
export function compareApi(before: ProviderModel, after: ProviderModel): readonly FoundWithUses[] {
  const found = [
    ...compareServers(before, after),
    ...compareSchemes(before, after),
    ...(before.title !== after.title || before.description !== after.description
      ? [change('api-description-changed', { args: { name: quoted(after.provider) } })]
      : []),
  ];
  return found.map((one) => ({ found: one, uses: [] }));
}

function change(rule: Found['rule'], rest: Partial<Omit<Found, 'rule'>>): Found {
  return { rule, args: { name: '' }, subject: {}, before: null, after: null, ...rest };
}

function compareServers({ servers }: ProviderModel, after: ProviderModel): readonly Found[] {
  const was = new Map(servers.map((server) => [server.url, server]));
  const is = new Map(after.servers.map((server) => [server.url, server]));
  const [first] = servers;
  const place: Place | null = first?.origin ?? null;
  return [
    ...[...was].flatMap(([url, { origin }]) =>
      is.has(url)
        ? []
        : [
            change('server-removed', {
              args: { name: '', from: quoted(url) },
              subject: { name: url },
              before: origin,
            }),
          ],
    ),
    ...[...is].flatMap(([url, { origin }]) =>
      was.has(url)
        ? []
        : [
            change('server-added', {
              args: { name: '', to: quoted(url) },
              subject: { name: url },
              before: place,
              after: origin,
            }),
          ],
    ),
  ];
}

function compareSchemes(before: ProviderModel, after: ProviderModel): readonly Found[] {
  const was = new Map(before.securitySchemes.map((scheme) => [scheme.name, scheme]));
  const is = new Map(after.securitySchemes.map((scheme) => [scheme.name, scheme]));
  const gone = [...was].flatMap(([name, old]): readonly Found[] => {
    const one = is.get(name);
    const about = { subject: { name }, args: { name: quoted(name) }, before: old.origin };
    if (one === undefined) return [change('security-scheme-removed', about)];
    const [from, to] = [kindOf(old), kindOf(one)];
    const at = { ...about, after: one.origin };
    if (from === to) return compareUrls([old, one], at);
    const args = { name: quoted(name), from: quoted(from), to: quoted(to) };
    return [change('security-scheme-changed', { ...at, args })];
  });
  const come = [...is].flatMap(([name, { origin }]): readonly Found[] =>
    was.has(name)
      ? []
      : [change('security-scheme-added', { subject: { name }, args: { name: quoted(name) }, after: origin })],
  );
  return [...gone, ...come];
}

const URLS = [
  ['authorizationUrl', 'authorization URL'],
  ['deviceAuthorizationUrl', 'device authorization URL'],
  ['tokenUrl', 'token URL'],
  ['refreshUrl', 'refresh URL'],
] as const;

/** Compares where the flows of OAuth lead (OpenAPI 3.1 section 4.8.29). */
function compareUrls(
  [{ flows: olds = {}, name }, { flows: news = {} }]: readonly [SecurityScheme, SecurityScheme],
  at: Partial<Omit<Found, 'rule'>>,
): readonly Found[] {
  return Object.keys(olds).flatMap((flow) =>
    URLS.flatMap(([key, title]) => {
      const [from, to] = [olds[flow]?.[key], news[flow]?.[key]];
      if (from === to) return [];
      const [was, is] = [from, to].map((url) => (url === undefined ? 'none' : quoted(url)));
      const args = {
        name: `${title} of ${quoted(name)}, flow ${quoted(flow)},`,
        from: was ?? '',
        to: is ?? '',
      };
      return [change('security-url-changed', { ...at, args })];
    }),
  );
}

function kindOf({ type, in: place, parameterName, scheme, flows }: SecurityScheme): string {
  const parts = [type, scheme, place, parameterName, ...Object.keys(flows ?? {}).sort()];
  return parts.filter((part) => part !== undefined).join(' ');
}
