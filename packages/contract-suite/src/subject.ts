import type {
  Contract,
  Exchange,
  JsonValue,
  Operation,
  Provider,
  ProviderMethod,
  ScriptedAnswer,
} from '@plumbline/contract-server';
import type { ContractSuite, Session } from './contract.ts';
import { credentialHeader, isOneHeader, prefixOf, secretOf } from './credentials.ts';
import { ContractFailure, type FailureFacts } from './failure.ts';
import type { MethodCase } from './method-case.ts';
import type { Slot } from './plan.ts';
import { borneSchemes, isMixedUp, slotsOf } from './plan.ts';
import { Untestable } from './untestable.ts';
import { inputOf } from './values/input.ts';

/** A method of the client, with the operation that it is said to call. */
export interface Subject<Client> {
  readonly suite: ContractSuite<Client>;
  readonly method: ProviderMethod;
  readonly operation: Operation;
  readonly slots: readonly Slot[];
  /** Credentials that each call is given as parameters, since the document requires these besides. */
  readonly carried: Carried;
  readonly given: MethodCase<Client>;
}

export interface Carried {
  /** As the client is given them. */
  readonly input: { readonly [key: string]: string };
  readonly schemes: readonly string[];
}

export function subjectOf<Client>(
  suite: ContractSuite<Client>,
  method: ProviderMethod,
  operation: Operation,
  given: MethodCase<Client>,
): Subject<Client> {
  const all = slotsOf(operation, method, suite.contract);
  const carried = all.flatMap((slot) => carriedBy(slot, operation, suite) ?? []);
  return {
    suite,
    method,
    operation,
    slots: all.filter((slot) => carried.every((one) => one.slot !== slot)),
    carried: {
      input: Object.fromEntries(carried.map(({ slot, secret }) => [slot.key, secret])),
      schemes: carried.flatMap(({ schemes }) => schemes),
    },
    given,
  };
}

/** What a required parameter is given that an operation's credentials are sent as; null: it is no such, or cannot hold them. */
function carriedBy<Client>(
  slot: Slot,
  operation: Operation,
  { contract, provider }: ContractSuite<Client>,
): { readonly slot: Slot; readonly schemes: readonly string[]; readonly secret: string } | null {
  if (!slot.required || slot.parameter === null) return null;
  const schemes = borneSchemes(slot.parameter, operation, contract.document);
  const [first] = schemes;
  if (first === undefined) return null;
  const secret = `${prefixOf(provider, first)}${secretOf(provider, first)}`;
  return contract.check('request', slot.schema)(secret).length === 0 ? { slot, schemes, secret } : null;
}

/** The alternative of its credentials that a method is called with unless told otherwise: the first, of those that it is given anyway. */
export function usualSchemes<Client>({ method, carried }: Subject<Client>): readonly string[] {
  const isCarried = (alternative: readonly string[]) =>
    alternative.some((scheme) => carried.schemes.includes(scheme));
  return method.security.find(isCarried) ?? method.security[0] ?? [];
}

/** What a call is given, slot by slot. */
export type Given = ReadonlyMap<Slot, JsonValue>;

/** What came of a call. */
export interface Outcome {
  /** What the server saw, the first first. */
  readonly exchanges: readonly Exchange[];
  readonly value: unknown;
  /** Undefined: the call succeeded. */
  readonly error: { readonly reason: unknown } | undefined;
}

export interface CallWish {
  /** The security schemes whose credentials the client has: those of the first alternative unless given. */
  readonly schemes?: readonly string[];
  /** Whether the client sends again as it does by itself. */
  readonly retry?: boolean;
  readonly options?: object;
  readonly answers?: readonly ScriptedAnswer[];
  /** What is done with what the call answers; it is awaited unless given. */
  readonly use?: (call: PromiseLike<unknown>) => Promise<unknown>;
}

/** Calls the method, and tells what the server saw and what came back. */
export async function perform<Client>(
  subject: Subject<Client>,
  session: Session<Client>,
  given: Given | object,
  { schemes, retry = false, options = {}, answers = [], use = async (call) => await call }: CallWish = {},
): Promise<Outcome> {
  const { operation, suite } = subject;
  expectAddressable(operation);
  expectApart(operation, suite.contract);
  const { carried } = subject;
  const wanted = (schemes ?? usualSchemes(subject)).filter((each) => !carried.schemes.includes(each));
  expectSeparate(wanted, suite.provider);
  const { server } = session;
  const input = { ...carried.input, ...(given instanceof Map ? inputOf(given) : given) };
  server.reset();
  if (answers.length > 0) server.respondWith(operation.key, ...answers);
  const client = session.client(wanted, retry);
  const outcome = await (async () =>
    use(subject.given.call(client, input as never, options as never)))().then(
    (value) => ({ value, error: undefined }),
    (reason: unknown) => ({ value: undefined, error: { reason } }),
  );
  const exchanges = [...server.requests];
  const taken = exchanges[0]?.operation ?? null;
  if (taken !== null && taken !== operation.key && requestOf(taken) === requestOf(operation.key))
    throw new Untestable(`Its requests are those of ${taken}: no server tells the two apart.`);
  return { exchanges, ...outcome };
}

/** Throws `Untestable` for a path that nobody can ask for, or of which nobody knows what is meant. */
function expectAddressable({ method, path, parameters }: Operation): void {
  if (method === 'TRACE')
    throw new Untestable('`fetch` sends no TRACE (Fetch Standard, section 2.2.1, forbidden methods).');
  if (/\}\{/.test(path))
    throw new Untestable('Variables of its path stand side by side: no server tells where one ends.');
  if (/[?&][^=&#]*\{/.test(path))
    throw new Untestable(
      'The name of a query parameter in its path is a variable: no server tells it apart.',
    );
  const variables = [...path.replace(/#.*$/s, '').matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
  const unknown = variables.find((variable) => !parameters.some(({ name }) => name === variable));
  if (unknown !== undefined)
    throw new Untestable(`Its path has the variable \`${unknown}\`, which no parameter declares.`);
}

/** Throws `Untestable` where what must be sent has but the names of something else. */
function expectApart(operation: Operation, { document }: Contract): void {
  const mixed = operation.parameters.find((each) => each.required && isMixedUp(each, operation, document));
  if (mixed !== undefined)
    throw new Untestable(
      `The members of the ${mixed.in} parameter \`${mixed.name}\` are called like another parameter, or like another's members: no server tells them apart.`,
    );
}

/** Throws `Untestable` where credentials that are wanted together have but one header, in which only one of them can stand. */
function expectSeparate(schemes: readonly string[], provider: Provider): void {
  for (const [i, scheme] of schemes.entries()) {
    const header = credentialHeader(provider, scheme);
    const other = schemes
      .slice(0, i)
      .find((each) => header !== null && credentialHeader(provider, each) === header);
    if (other !== undefined && !isOneHeader(provider, scheme, other))
      throw new Untestable(
        `Its credentials are ${other} and ${scheme}, which have but one header \`${header}\`.`,
      );
  }
}

/** What a server sees of an operation's key: neither how its variables are called, nor what follows a `#`. */
function requestOf(key: string): string {
  return key.replace(/#.*$/s, '').replaceAll(/\{[^{}]*\}/g, '{}');
}

/** Makes a failure of this method: a sentence that follows its name. */
export function failure<Client>(
  { method, operation }: Subject<Client>,
  what: string,
  facts: FailureFacts & { readonly exchange?: Exchange | undefined } = {},
): ContractFailure {
  const { exchange, ...others } = facts;
  return new ContractFailure(`${operation.key}: ${what}`, {
    method: `${method.resource}#${method.method}`,
    call: `client.${method.call}`,
    ...(exchange !== undefined && { request: `${exchange.method} ${exchange.target}` }),
    ...others,
  });
}

/** What an error says, in a sentence. */
export function reasonOf(outcome: Outcome): string {
  const reason = outcome.error?.reason;
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}
