import type { Contract } from '@plumbline/contract-server';
import { member } from '@plumbline/contract-server';
import { type Node, parse, type Statement, walk } from '@plumbline/sql';
import type { Check } from '../check.ts';
import { membersOf, names, rowSchemas } from '../documented.ts';
import { failure, type Subject } from '../subject.ts';

/** The SQL of the page's examples can be read, and names what the operation has: its parameters, its body's fields and its rows'. */
export function sqlChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const statements = subject.given.page?.statements ?? [];
  if (statements.length === 0) return [];
  return [
    {
      name: 'is shown in SQL that names what it has',
      kind: 'sql',
      run: async (session) => {
        const known = knownNames(subject, session.contract);
        for (const text of statements) {
          const { statements: read, problems } = parse(text);
          const [problem] = problems;
          if (problem !== undefined)
            throw failure(subject, `the SQL of its page cannot be read: ${problem.message}`, { given: text });
          for (const statement of read) checkStatement(subject, statement, known, text);
        }
      },
    },
  ];
}

function checkStatement<Client>(
  subject: Subject<Client>,
  statement: Statement,
  known: ReadonlySet<string>,
  text: string,
): void {
  const { method, suite } = subject;
  const verb = statement.kind;
  if (!VERBS.has(verb)) return;
  const executed = statement.kind === 'exec' ? statement.method.name : method.method;
  // A config may name a method otherwise than its page.
  if (
    executed !== method.method &&
    suite.provider.methods.some((each) => each.resource === method.resource && each.method === executed)
  )
    throw failure(subject, `the SQL of its page executes \`${executed}\`.`, { given: text });
  if (verb !== method.sqlVerb)
    throw failure(
      subject,
      `is of ${method.sqlVerb.toUpperCase()}, and the SQL of its page is ${verb.toUpperCase()}.`,
      { given: text },
    );
  const resource = resourceOf(statement);
  if (resource !== null && resource !== method.resource)
    throw failure(subject, `the SQL of its page addresses \`${resource}\`.`, { given: text });
  const foreign = [...namesIn(statement)].filter(
    (name) => !known.has(name) && !known.has(name.replace(/^data__/, '')),
  );
  if (foreign.length > 0)
    throw failure(subject, `the SQL of its page names ${names(foreign)}, which the operation has not.`, {
      given: text,
    });
}

const VERBS: ReadonlySet<string> = new Set(['select', 'insert', 'update', 'replace', 'delete', 'exec']);

function resourceOf(statement: Statement): string | null {
  let found: string | null = null;
  walk(statement, (node: Node) => {
    if (node.kind === 'resource' && node.parts.length > 2) found ??= node.name;
  });
  return found;
}

/** Columns, arguments, and the members of an EXEC's body. */
function namesIn(statement: Statement): ReadonlySet<string> {
  const found = new Set<string>();
  walk(statement, (node: Node) => {
    if (node.kind === 'column') found.add(node.name);
    if (node.kind === 'json-member') found.add(node.name);
  });
  return found;
}

/** What a statement of the method may name. */
function knownNames<Client>(
  { suite, method, operation, slots }: Subject<Client>,
  contract: Contract,
): ReadonlySet<string> {
  const known = new Set<string>([
    ...method.params.flatMap(({ name, wireName }) => [name, wireName]),
    ...method.fields,
    ...(suite.provider.unmappedServerVariables ?? []),
  ]);
  const body = slots.find(({ place }) => place === 'body');
  if (body !== undefined) {
    // All of it.
    known.add('body');
    for (const name of membersOf(body.schema, 'request', contract).any.keys()) known.add(name);
  }
  const success = operation.responses.find(({ status }) => /^2/.test(status));
  const content = success?.contents.find(({ isJson }) => isJson);
  if (content !== undefined)
    for (const row of rowSchemas(member(content.object, 'schema'), contract, 1))
      for (const name of membersOf(row, 'response', contract).any.keys()) known.add(name);
  return known;
}
