import { type Emission, type ProviderModel, pascalName } from '@plumbline/model';
import { createTemplates, type Encoded, readTemplates, tsIdentifier, tsString } from '@plumbline/render';

export { providerOf } from './provider.ts';
export { scaffoldContractTests } from './scaffold.ts';

import { providerFile } from './provider.ts';
import { type ServerView, serverView } from './servers.ts';
import { type SuiteView, suiteOf } from './suite.ts';

type Ts = Encoded<'ts'>;

/** Template name → its view. */
interface Views {
  readonly suite: SuiteView;
  readonly contract: { readonly factory: Ts; readonly package: Ts };
  readonly provider: { readonly resources: readonly Ts[]; readonly server: ServerView | null };
}

/**
 * Emits the tables by which `@plumbline/contract-suite` tests a client: for each resource how its bound methods are called
 * and what its page says of them; and `provider.json`, which says what is expected and which the contract server reads.
 * Paths are relative to the package's `src/generated`.
 */
export function emitContractTests(model: ProviderModel): Emission {
  const render = createTemplates<Views>(readTemplates(new URL('./templates/', import.meta.url)));
  const suites = model.services.flatMap((service) =>
    service.resources.flatMap((resource) => {
      const view = suiteOf(service, resource);
      return view === null ? [] : [{ path: `${service.slug}/${resource.slug}.test.ts`, view }];
    }),
  );
  if (suites.length === 0) return { files: [], diagnostics: [] };
  const factory = tsIdentifier(`create${pascalName(model.provider)}Client`);
  const resources = suites.map(({ view }) => view.resource);
  const files = [
    {
      path: 'contract.ts',
      content: render('contract', { factory, package: tsString(model.settings.package) }),
    },
    providerFile(model),
    { path: 'provider.test.ts', content: render('provider', { resources, server: serverView(model) }) },
    ...suites.map(({ path, view }) => ({ path, content: render('suite', view) })),
  ];
  return { files, diagnostics: [] };
}
