import {
  answerValue,
  type Content,
  type Contract,
  type JsonValue,
  member,
  sampleOf,
  valueAt,
} from '@plumbline/contract-server';
import type { Subject } from '../subject.ts';
import { Untestable } from '../untestable.ts';

/** So many values are made before none is thought to be. */
const ATTEMPTS = 5;

/**
 * Throws `Untestable` where no answer of a schema is found that it allows, as of parts that each forbid what another requires:
 * whatever the server answers then breaks the document.
 */
export function expectPossible(schema: JsonValue | undefined, contract: Contract, status: number): void {
  const check = contract.check('response', schema);
  let last: JsonValue = null;
  for (let seed = 1; seed <= ATTEMPTS; seed += 1) {
    const { value, isValid } = sampleOf(schema, {
      document: contract.document,
      check,
      seed,
      examples: false,
    });
    if (isValid) return;
    last = value;
  }
  const [fault] = check(last);
  const why = fault === undefined ? '' : `: at \`${fault.pointer}\` one ${fault.message}`;
  throw new Untestable(`No answer ${status} was found that its schema allows${why}.`);
}

/** Throws `Untestable` where a list cannot have so many items that differ: pages of it look as if one came again. */
export function expectItems<Client>(
  { method, operation }: Subject<Client>,
  contract: Contract,
  count: number,
): void {
  const content = operation.responses
    .filter(({ status }) => /^2/.test(status))
    .flatMap(({ contents }) => contents)
    .find(({ isJson }) => isJson);
  if (content === undefined) return;
  const pointer = `${method.pagination?.items ?? ''}/0`;
  const different = new Set<string>();
  for (let seed = 1; seed <= count * ATTEMPTS && different.size < count; seed += 1) {
    const item = valueAt(madeOf(content, seed, contract), pointer);
    if (item !== undefined) different.add(JSON.stringify(item));
  }
  if (different.size >= count) return;
  const found = different.size === 0 ? 'No item' : `${different.size} of ${count} different items`;
  throw new Untestable(`${found} of the list could be found that its schema allows.`);
}

function madeOf(content: Content, seed: number, contract: Contract): JsonValue {
  const schema = member(content.object, 'schema');
  const made = answerValue(
    { ...content, object: { schema: schema ?? true } },
    { dynamic: true, seed },
    contract,
  );
  return 'known' in made ? null : (made.value ?? null);
}
