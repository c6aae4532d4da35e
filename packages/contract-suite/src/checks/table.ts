import { type JsonValue, member } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import type { ContractSuite } from '../contract.ts';
import { ContractFailure } from '../failure.ts';
import { Untestable } from '../untestable.ts';

/** The suites of a resource are of the methods that the provider has, all of them. */
export function tableChecks<Client>(
  { provider, contract }: ContractSuite<Client>,
  resource: string,
  names: readonly string[],
): readonly Check<Client>[] {
  return [
    {
      name: 'has the methods of the provider',
      kind: 'table',
      run: async () => {
        const known = provider.methods.filter(
          (method) => method.resource === resource && method.operation !== null,
        );
        const missing = known.find(({ method }) => !names.includes(method));
        if (missing !== undefined)
          throw new ContractFailure(`The method \`${missing.method}\` of \`${resource}\` has no suite.`, {
            document: String(missing.operation),
          });
        const foreign = names.find((name) => known.every(({ method }) => method !== name));
        if (foreign !== undefined)
          throw new ContractFailure(`\`${resource}\` has no method \`${foreign}\`, and a suite of it.`);
        const dangling = known.find(({ operation }) => contract.operation(operation ?? '') === undefined);
        if (dangling === undefined) return;
        if (isReference(dangling.operation ?? '', contract.document.root))
          throw new Untestable(`The document's \`${dangling.operation}\` refers to what is not there.`);
        throw new ContractFailure(`The document has no operation \`${dangling.operation}\`.`, {
          method: `${resource}#${dangling.method}`,
        });
      },
    },
  ];
}

/** Whether an operation, or its path item, stands in the document as a reference. */
function isReference(key: string, root: JsonValue): boolean {
  const [method = '', path = ''] = key.split(/ (.*)/s);
  const item = member(member(root, 'paths'), path);
  return [item, member(item, method.toLowerCase())].some((each) => member(each, '$ref') !== undefined);
}
