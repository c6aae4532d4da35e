import { camelName, type ProviderModel } from '@plumbline/model';
import { type Encoded, ts, tsString, tsValue } from '@plumbline/render';

type Ts = Encoded<'ts'>;

/** Where the client goes when it is told the server variables alone. */
export interface ServerView {
  readonly origin: Ts;
  readonly options: Ts;
}

/** A value for a server variable that is one label of a host name. */
const LABEL = 'acme';

/**
 * The address of the first server with its variables filled in: those of the config, else the spec's own (OpenAPI
 * 3.1 section 4.8.5). Null where it is no absolute address.
 */
export function serverView(model: ProviderModel): ServerView | null {
  const [mapped] = model.serverVariables;
  const [server] = model.servers;
  const url = mapped?.url ?? server?.url ?? '';
  const values = new Map(
    [...url.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => {
      const variable = server?.variables.find((one) => one.name === name);
      return [name, variable?.enum[0] ?? (mapped === undefined ? (variable?.default ?? LABEL) : LABEL)];
    }),
  );
  const filled = url
    .replace(/\{([^{}]+)\}/g, (whole, name: string) => values.get(name) ?? whole)
    .replace(/(?<!\/)\/+$/, '');
  if (!URL.canParse(filled) || !/^https?:$/.test(new URL(filled).protocol)) return null;
  // The client's URL has the slash that a whole path begins with.
  const options = Object.fromEntries(
    [...values].map(([name, value]) => [camelName(name), value.replace(/^\/+/, '')]),
  );
  return { origin: tsString(filled), options: ts`${tsValue(options)}` };
}
