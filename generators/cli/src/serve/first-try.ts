import {
  type Contract,
  type JsonValue,
  member,
  type Operation,
  type ProviderMethod,
  sampleOf,
} from '@plumbline/contract-server';
import { camelName, pascalName } from '@plumbline/model';

/** What a new user may paste: a request, and the same through the client. */
export interface FirstTry {
  readonly curl: string;
  /** Another status of the same, on demand. */
  readonly preferring: string;
  /** Null: there is no client of this provider, or none of its methods is so simple. */
  readonly client: readonly string[] | null;
}

/** Null: there is no GET to begin with. */
export function firstTry(contract: Contract, url: string, clientPackage: string | null): FirstTry | null {
  const gets = contract.operationKeys
    .filter((key) => key.startsWith('GET '))
    .flatMap((key) => contract.operation(key) ?? []);
  const isPlain = ({ parameters }: Operation) => parameters.every(({ required }) => !required);
  const operation =
    gets.find((each) => isPlain(each) && contract.methodOf(each.key)?.pagination != null) ??
    gets.find((each) => isPlain(each) && !each.path.includes('{')) ??
    gets.find(({ parameters }) =>
      parameters.every(({ required, in: place }) => !required || place === 'path'),
    );
  if (operation === undefined) return null;
  const curl = [
    'curl',
    quoted(`${url}${filledPath(operation, contract)}`),
    ...credentials(operation, contract),
  ];
  const status = operation.responses.map((each) => each.status).find((each) => /^4\d\d$/.test(each)) ?? '429';
  const method = contract.methodOf(operation.key);
  const isCallable = clientPackage !== null && method !== undefined && isPlain(operation);
  return {
    curl: curl.join(' '),
    preferring: [...curl, '-H', quoted(`Prefer: code=${status}`)].join(' '),
    client: isCallable ? clientLines(contract, { url, clientPackage, method, operation }) : null,
  };
}

/** The path with a value for each of its variables. */
function filledPath({ path, parameters }: Operation, contract: Contract): string {
  return path.replace(/\{([^{}]+)\}/g, (_whole, name: string) => {
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name);
    const schema = parameter?.schema;
    const check = contract.check('request', schema);
    const { document } = contract;
    const { value } = sampleOf(schema, { document, check, seed: 1, examples: true });
    return encodeURIComponent(typeof value === 'object' ? 'x' : String(value));
  });
}

/** Credentials of the first alternative, as curl takes them. */
function credentials({ security }: Operation, { document, provider }: Contract): readonly string[] {
  const schemes = member(member(document.root, 'components'), 'securitySchemes');
  return (security[0] ?? []).flatMap((name) => {
    const scheme = document.follow(member(schemes, name));
    const type = member(scheme, 'type');
    if (type === 'http' && String(member(scheme, 'scheme')).toLowerCase() === 'basic')
      return ['-u', 'any:any'];
    if (type !== 'apiKey') return ['-H', quoted('Authorization: Bearer any')];
    const text = `${Object.hasOwn(provider.auth, name) ? (provider.auth[name]?.prefix ?? '') : ''}any`;
    const key = String(member(scheme, 'name'));
    switch (member(scheme, 'in')) {
      case 'header':
        return ['-H', quoted(`${key}: ${text}`)];
      case 'cookie':
        return ['-b', quoted(`${key}=${text}`)];
      default:
        return ['-G', '-d', quoted(`${encodeURIComponent(key)}=${encodeURIComponent(text)}`)];
    }
  });
}

function clientLines(
  { provider, document }: Contract,
  {
    url,
    clientPackage,
    method,
    operation,
  }: {
    readonly url: string;
    readonly clientPackage: string;
    readonly method: ProviderMethod;
    readonly operation: Operation;
  },
): readonly string[] {
  const schemes: JsonValue | undefined = member(member(document.root, 'components'), 'securitySchemes');
  const auth = (operation.security[0] ?? []).map((name) => {
    const isBasic = member(document.follow(member(schemes, name)), 'scheme') === 'basic';
    return `${camelName(name)}: ${isBasic ? "{ username: 'any', password: 'any' }" : "'any'"}`;
  });
  const factory = `create${pascalName(provider.provider)}Client`;
  const options = [`baseUrl: '${url}'`, ...(auth.length === 0 ? [] : [`auth: { ${auth.join(', ')} }`])];
  return [
    `import { ${factory} } from ${JSON.stringify(clientPackage)};`,
    `const client = ${factory}({ ${options.join(', ')} });`,
    `console.log(await client.${method.call}());`,
  ];
}

/** A word of a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return /^[\w./:=@%-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
