import type { Catalogue, CatalogueMethod, CatalogueResource } from '@plumbline/client-runtime';
import { printName, type Token, tokensOf } from '@plumbline/sql';
import { COMMANDS } from './commands.ts';
import { BEFORE_RESOURCE, type NamedResource, resourcesIn } from './names-in-statement.ts';

/** What may stand at the end of a text, and the part of it that they replace: as readline wants it. */
export type Completion = readonly [candidates: readonly string[], replaced: string];

const VERBS = 'SELECT INSERT UPDATE REPLACE DELETE EXEC SHOW DESCRIBE EXPLAIN WITH'.split(' ');
const WORDS = (
  'AND AS ASC BETWEEN BY CASE CAST COUNT CROSS DESC DISTINCT ELSE END EXCEPT EXISTS EXTENDED FROM GROUP HAVING IN INNER ' +
  'INTERSECT INTO IS JOIN JSON_EQUAL JSON_EXTRACT LEFT LIKE LIMIT METHODS NOT NULL OFFSET ON OR ORDER OUTER PROVIDERS ' +
  'RECURSIVE REGEXP RESOURCES RETURNING RIGHT SELECT SERVICES SET SPLIT_PART THEN UNION USING VALUES WHEN WHERE'
).split(' ');
const SHOWN = ['SERVICES', 'RESOURCES', 'METHODS', 'PROVIDERS', 'INSERT INTO'];
const OF_A_NAME = /[\p{L}\p{N}\p{Cs}_$.-]/u;

/** Completes a statement that is being typed. */
export async function complete(typed: string, catalogue: Catalogue): Promise<Completion> {
  if (/^\s*\./.test(typed)) return commandCompletion(typed.trimStart(), catalogue);
  const last = lastPart(typed);
  const before = statementOf(tokensOf(typed.slice(0, typed.length - last.length)));
  if (before.at(-1)?.kind === 'unclosed') return [[], last];
  const previous = before.at(-1);
  if (previous === undefined) return matching([...VERBS, ...(last === '' ? ['.help'] : [])], last);
  if (isShow(before) && before.length < 3)
    return matching(before.length === 1 ? SHOWN : ['IN', 'LIKE', 'WHERE'], last);
  if (previous.text === '@') return matching(await argumentsOf(before, catalogue), last);
  const isResource = BEFORE_RESOURCE.has(previous.upper) && !(previous.upper === 'IN' && !isShow(before));
  if (isResource) {
    const names = await resourceNames(last, catalogue, previous.upper !== 'IN');
    const more = /^(?:DESCRIBE|DESC)$/.test(previous.upper) ? ['EXTENDED', 'METHOD'] : [];
    return matching([...names, ...more], last);
  }
  // A statement names its resource behind the columns: what follows the cursor is not known, what precedes is.
  const named = resourcesIn(before);
  const columns = await columnsOf(named, before, catalogue);
  const [qualifier, ...rest] = last.split('.');
  if (rest.length > 0) {
    const own = columns.filter(({ alias }) => alias.toLowerCase() === qualifier?.toLowerCase());
    return matching(
      own.map(({ name }) => `${qualifier}.${name}`),
      last,
    );
  }
  const names = [...new Set(columns.map(({ name }) => name))];
  const aliases = named.length > 1 ? named.map(({ alias }) => `${alias}.`) : [];
  return matching([...names, ...aliases, ...(last === '' && names.length > 0 ? [] : WORDS)], last);
}

/** The part of a text that is completed: a name with dots, perhaps qualified, or a dot command. */
function lastPart(typed: string): string {
  let start = typed.length;
  while (start > 0 && OF_A_NAME.test(typed.charAt(start - 1))) start -= 1;
  return typed.slice(start);
}

/** The tokens of the last statement. */
function statementOf(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findLastIndex(({ kind, text }) => kind === 'symbol' && text === ';') + 1;
  return tokens
    .slice(start)
    .filter(({ kind, upper }, i) => kind !== 'end' && !(i === 0 && upper === 'EXPLAIN'));
}

function isShow([first]: readonly Token[]): boolean {
  return first?.upper === 'SHOW';
}

function matching(candidates: readonly string[], last: string): Completion {
  const wanted = last.toLowerCase();
  return [candidates.filter((one) => one.toLowerCase().startsWith(wanted)), last];
}

function commandCompletion(line: string, catalogue: Catalogue): Completion {
  const [name = '', ...rest] = line.split(/\s+/);
  if (rest.length === 0) return matching(Object.keys(COMMANDS), name);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return matching(command?.choices?.(catalogue) ?? [], rest.at(-1) ?? '');
}

/** The next part of a resource's name: `okta.`, `okta.users.`, `okta.users.oauth_tokens`, a method of it. */
async function resourceNames(
  last: string,
  catalogue: Catalogue,
  isWhole: boolean,
): Promise<readonly string[]> {
  const { provider, services } = catalogue;
  const [first = '', second, third, fourth] = last.split('.');
  if (second === undefined) return [`${provider}.`];
  if (first.toLowerCase() !== provider.toLowerCase()) return [];
  if (third === undefined)
    return services.map(({ name }) => `${provider}.${printName(name)}${isWhole ? '.' : ''}`);
  const service = services.find(({ name }) => name.toLowerCase() === second.toLowerCase());
  if (service === undefined) return [];
  const home = `${provider}.${service.name}`;
  if (fourth === undefined) return service.resources.map((name) => `${home}.${printName(name)}`);
  const resource = await resourceNamed([first, second, third], catalogue);
  return (resource?.methods ?? []).map(({ name }) => `${home}.${third}.${printName(name)}`);
}

async function resourceNamed(
  parts: readonly string[],
  { provider, services }: Catalogue,
): Promise<CatalogueResource | undefined> {
  const isNamed = parts.length > 2 && parts[0]?.toLowerCase() === provider.toLowerCase();
  const [service, resource] = (isNamed ? parts.slice(1) : parts).map((part) => part.toLowerCase());
  const home = services.find(({ name }) => name.toLowerCase() === service);
  return (await home?.load())?.resources.find(({ name }) => name.toLowerCase() === resource);
}

/** What `@` may be followed by: the arguments of the method that is executed. */
async function argumentsOf(tokens: readonly Token[], catalogue: Catalogue): Promise<readonly string[]> {
  const [named] = resourcesIn(tokens);
  const resource = named && (await resourceNamed(named.parts, catalogue));
  const method = resource?.methods.find(({ name }) => name === named?.parts.at(-1));
  return (method === undefined ? (resource?.methods ?? []) : [method]).flatMap(namesTaken);
}

async function columnsOf(
  named: readonly NamedResource[],
  [verb]: readonly Token[],
  catalogue: Catalogue,
): Promise<readonly { readonly alias: string; readonly name: string }[]> {
  const changes = ['INSERT', 'UPDATE', 'REPLACE', 'DELETE', 'EXEC'].find((one) => one === verb?.upper);
  const resources = await Promise.all(named.map(({ parts }) => resourceNamed(parts, catalogue)));
  return named.flatMap(({ alias }, i) => {
    // The first is what the statement changes; the others are selected from.
    const wanted = i === 0 && changes !== undefined ? changes.toLowerCase() : 'select';
    const methods = resources[i]?.methods.filter((method) => method.verb === wanted) ?? [];
    const names = methods.flatMap((method) => [
      ...(wanted === 'select' ? method.columns.map(({ name }) => name) : []),
      ...namesTaken(method),
    ]);
    return [...new Set(names)].map((name) => ({ alias, name: printName(name) }));
  });
}

function namesTaken({ params, body }: CatalogueMethod): readonly string[] {
  return [...params, ...(body?.fields ?? [])].map(({ name }) => name);
}
