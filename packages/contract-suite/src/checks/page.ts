import { type JsonValue, member, sampleOf } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import type { Session } from '../contract.ts';
import { documentedFault, membersOf, missing, names } from '../documented.ts';
import { type Coverage, newCoverage } from '../meta.ts';
import type { PageFacts } from '../method-case.ts';
import { responsePointer } from '../plan.ts';
import { expectSent, titleOf } from '../sent.ts';
import { failure, perform, type Subject } from '../subject.ts';
import { cover, givenOf } from './given-of.ts';
import { rowOf } from './page-row.ts';

/** What the page documents is there: parameters and body fields in what is sent, fields in what is received. */
export function pageChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const { page } = subject.given;
  if (page === undefined) return [];
  return [
    {
      name: 'is documented with the parameters that are sent',
      kind: 'page',
      run: async (session, coverage) => {
        checkVerb(subject, page);
        checkParameters(subject, page, session);
        checkBody(subject, page, session);
        await checkSent(subject, page, session, coverage);
      },
    },
    {
      name: 'is documented with the fields that are received',
      kind: 'page',
      run: async (session) => checkFields(subject, page, session),
    },
  ];
}

/** A verb says what a statement does: what only reads is no other than a SELECT. */
function checkVerb<Client>(subject: Subject<Client>, { verb }: PageFacts): void {
  const { sqlVerb } = subject.method;
  if (verb !== sqlVerb)
    throw failure(subject, `is documented for ${verb.toUpperCase()}, and is of ${sqlVerb.toUpperCase()}.`);
}

function checkParameters<Client>(
  subject: Subject<Client>,
  { params }: PageFacts,
  { contract }: Session<Client>,
): void {
  const { method, slots } = subject;
  const known = new Map(method.params.map((param) => [param.key, param]));
  for (const [key, documented] of Object.entries(params)) {
    const param = known.get(key);
    if (param === undefined)
      throw failure(subject, `the parameter \`${key}\` is documented, and the operation has none.`);
    const slot = slots.find(({ place, name }) => place === param.in && name === param.wireName);
    if (slot === undefined) continue;
    const fault = documentedFault(
      documented,
      { schemas: [slot.schema ?? true], required: slot.required },
      contract,
      { knowsRequired: true, isLoose: false },
    );
    if (fault !== null) throw failure(subject, `${titleOf(slot)} ${fault}.`, { document: slot.pointer });
  }
  const silent = slots.find(({ place, key }) => place !== 'body' && !Object.hasOwn(params, key));
  if (silent !== undefined)
    throw failure(subject, `${titleOf(silent)} is not documented.`, { document: silent.pointer });
}

function checkBody<Client>(
  subject: Subject<Client>,
  { body = {} }: PageFacts,
  { contract }: Session<Client>,
): void {
  const slot = subject.slots.find(({ place }) => place === 'body');
  if (slot === undefined) {
    const [name] = Object.keys(body);
    // `fetch` sends no body with a GET, whatever the document says.
    if (name !== undefined && subject.operation.requestBody === null)
      throw failure(subject, `the body field \`${name}\` is documented, and the operation takes no body.`);
    return;
  }
  const { any, common, isChoice } = membersOf(slot.schema, 'request', contract);
  const foreign = missing(Object.keys(body), any);
  if (foreign.length > 0)
    throw failure(subject, `the body has no ${names(foreign)}, which is documented.`, {
      document: slot.pointer,
    });
  const silent = missing(common, new Set(Object.keys(body)));
  if (silent.length > 0)
    throw failure(subject, `the body fields ${names(silent)} are not documented.`, {
      document: slot.pointer,
    });
  for (const [name, documented] of Object.entries(body)) {
    const declared = any.get(name);
    const fault =
      declared === undefined
        ? null
        : documentedFault(documented, declared, contract, { knowsRequired: !isChoice, isLoose: isChoice });
    if (fault !== null)
      throw failure(subject, `the body field \`${name}\` ${fault}.`, { document: slot.pointer });
  }
}

/** Sends everything, and finds each documented name in what arrived. */
async function checkSent<Client>(
  subject: Subject<Client>,
  { params, body = {} }: PageFacts,
  session: Session<Client>,
  coverage: Coverage,
): Promise<void> {
  const given = givenOf(subject, session, 'full', coverage);
  const exchange = expectSent(subject, given, await perform(subject, session, given));
  cover(given, coverage, session.contract);
  for (const [slot, value] of given) {
    if (slot.place !== 'body') {
      // An object without members is no part of a query.
      const isNothing = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
      if (
        !isNothing &&
        Object.hasOwn(params, slot.key) &&
        !Object.hasOwn(exchange.params[slot.place], slot.name)
      )
        throw failure(subject, `${titleOf(slot)} is documented, and does not arrive.`, {
          exchange,
          document: slot.pointer,
        });
      continue;
    }
    const absent = Object.keys(body).find(
      (name) => member(value, name) !== undefined && member(exchange.body, name) === undefined,
    );
    if (absent !== undefined && exchange.body !== undefined)
      throw failure(subject, `the body field \`${absent}\` is documented, and does not arrive.`, {
        exchange,
        document: slot.pointer,
      });
  }
}

async function checkFields<Client>(
  subject: Subject<Client>,
  { fields }: PageFacts,
  session: Session<Client>,
): Promise<void> {
  const { contract } = session;
  const documented = new Set(Object.keys(fields));
  const { responses } = subject.operation;
  const successes = responses.filter(({ status }) => /^2/.test(status));
  // Where one success answers nothing, the fields are another's.
  const success =
    successes.find(({ contents }) => contents.some(({ isJson }) => isJson)) ??
    successes[0] ??
    responses.find(({ status }) => status === 'default');
  const content = success?.contents.find(({ isJson }) => isJson);
  const schema = content === undefined ? undefined : member(content.object, 'schema');
  const document = responsePointer(subject.operation, success?.status ?? '');
  if (schema === undefined) {
    // A text, or bytes, are told as one field; nothing as none.
    if (documented.size > 1)
      throw failure(
        subject,
        `the fields ${names([...documented])} are documented, and no JSON is received.`,
        { document },
      );
    return;
  }
  // Fields may be those of several successes.
  const isLoose = successes.filter(({ contents }) => contents.length > 0).length > 1;
  const best = rowOf(fields, schema, contract, isLoose);
  if (best === undefined || documented.size === 0) return;
  if (best.any.size === 0) return;
  if (best.absent.length > 0)
    throw failure(subject, `no ${names(best.absent)} is received, and documented.`, { document });
  if (best.silent.length > 0)
    throw failure(subject, `the fields ${names(best.silent)} are received, and not documented.`, {
      document,
    });
  if (best.fault !== null) throw failure(subject, best.fault, { document });
  await checkReceived(subject, documented, { schema, status: success?.status ?? '' }, session);
}

/** Receives everything that an answer may have, and finds each documented field that is among it. */
async function checkReceived<Client>(
  subject: Subject<Client>,
  documented: ReadonlySet<string>,
  { schema, status }: { readonly schema: JsonValue; readonly status: string },
  session: Session<Client>,
): Promise<void> {
  const { contract } = session;
  const { value, isValid } = sampleOf(schema, {
    document: contract.document,
    check: contract.check('response', schema),
    seed: subject.suite.seed,
    examples: false,
  });
  if (!isValid) return;
  const given = givenOf(subject, session, 'required', newCoverage());
  const outcome = await perform(subject, session, given, {
    answers: [{ body: value, ...(/^\d+$/.test(status) && { status: Number(status) }) }],
  });
  const there = memberNames(value);
  const received = memberNames(outcome.value);
  const lost = [...documented].filter((name) => there.has(name) && !received.has(name));
  if (lost.length > 0)
    throw failure(subject, `${names(lost)} is documented and answered, and not received.`, {
      exchange: outcome.exchanges[0],
    });
}

/** The names of all members of a value, and of those within. */
function memberNames(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: unknown, depth: number): void => {
    if (typeof part !== 'object' || part === null || depth > 4) return;
    for (const [name, inner] of Object.entries(part)) {
      if (!Array.isArray(part)) found.add(name);
      visit(inner, depth + 1);
    }
  };
  visit(value, 0);
  return found;
}
