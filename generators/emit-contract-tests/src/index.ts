import { type Emission, type ProviderModel, pascalName } from '@plumbline/model';
import { createTemplates, type Encoded, readTemplates, tsIdentifier, tsString } from '@plumbline/render';

export { type PrintDocument, printDocument, providerOf } from './provider.ts';
export { scaffoldContractTests } from './scaffold.ts';

import { type PrintDocument, providerFile } from './provider.ts';
import { type ServerView, serverView } from './servers.ts';
import { type SuiteView, suiteOf } from './suite.ts';
import { type TypesView, typesOf } from './types.ts';

type Ts = Encoded<'ts'>;

/** Template name → its view. */
interface Views {
  readonly suite: SuiteView;
  readonly types: TypesView;
  readonly contract: { readonly factory: Ts; readonly package: Ts; readonly catalogue: Ts };
  readonly provider: { readonly resources: readonly Ts[]; readonly server: ServerView | null };
}

/**
 * Emits the tables by which `@plumbline/contract-suite` tests a client: for each resource how its bound methods are called
 * and what its page says of them; and `provider.json`, which says what is expected and which the contract server reads.
 * Paths are relative to the package's `src/generated`. Whoever emits over and over may know how the document prints.
 */
export function emitContractTests(model: ProviderModel, print?: PrintDocument): Emission {
  const render = createTemplates<Views>(readTemplates(new URL('./templates/', import.meta.url)));
  const names = {
    client: tsIdentifier(`${pascalName(model.provider)}Client`),
    package: tsString(model.settings.package),
  };
  const suites = model.services.flatMap((service) =>
    service.resources.flatMap((resource) => {
      const view = suiteOf(service, resource);
      return view === null
        ? []
        : [{ path: `${service.slug}/${resource.slug}`, view, types: typesOf(service, resource, names) }];
    }),
  );
  if (suites.length === 0) return { files: [], diagnostics: [] };
  const factory = tsIdentifier(`create${pascalName(model.provider)}Client`);
  const resources = suites.map(({ view }) => view.resource);
  const files = [
    {
      path: 'contract.ts',
      content: render('contract', {
        factory,
        package: names.package,
        catalogue: tsString(`${model.settings.package}/catalogue`),
      }),
    },
    providerFile(model, print),
    { path: 'provider.test.ts', content: render('provider', { resources, server: serverView(model) }) },
    ...suites.flatMap(({ path, view, types }) => [
      { path: `${path}.test.ts`, content: render('suite', view) },
      { path: `${path}.types.ts`, content: render('types', types) },
    ]),
  ];
  return { files, diagnostics: [] };
}
