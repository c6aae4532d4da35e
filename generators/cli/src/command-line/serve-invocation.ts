import { documentsOf, type GivenOption, isDocuments, valuesGiven } from './documents.ts';
import { type Invocation, wrongUse } from './invocation.ts';
import { optionSpec } from './options.ts';

/** Reads the options of `serve`, and the document. */
export function serveInvocation(options: readonly GivenOption[], operands: readonly string[]): Invocation {
  const [file = null, surplus] = operands;
  if (surplus !== undefined)
    return wrongUse(`\`${surplus}\` is one operand too many.`, 'Name one document: `plumbline serve FILE`.');
  const naming = options.find(({ name }) => isDocuments(name) || name === 'config');
  if (file !== null && naming !== undefined)
    return wrongUse(
      `\`--${naming.name}\` cannot go with \`${file}\`.`,
      'Name the documents by one of them: `plumbline serve FILE`, or options alone.',
    );
  const documents = file === null ? documentsOf('serve', namedProvider(options)) : null;
  if (documents !== null && 'kind' in documents) return documents;
  const value = valuesGiven(options);
  const number = (name: 'port' | 'seed' | 'items' | 'delay'): number =>
    Number(value(name) ?? optionSpec(name).fallback);
  return {
    kind: 'serve',
    file,
    documents,
    port: number('port'),
    host: value('host') ?? optionSpec('host').fallback ?? '',
    seed: number('seed'),
    dynamic: value('dynamic') !== null,
    items: number('items'),
    delay: number('delay'),
    cors: value('no-cors') === null,
    quiet: value('quiet') !== null,
  };
}

/** A spec that is only served needs no provider's name. */
function namedProvider(options: readonly GivenOption[]): readonly GivenOption[] {
  const needsName =
    options.some(({ name }) => isDocuments(name)) && !options.some(({ name }) => name === 'provider');
  return needsName ? [{ name: 'provider', value: 'api' }, ...options] : options;
}
