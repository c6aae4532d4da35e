import { type Emission, type EmittedFile, type ProviderModel, pascalName } from '@plumbline/model';
import { createTemplates, type Encoded, readTemplates, tsIdentifier, tsString } from '@plumbline/render';

export { providerOf } from './provider.ts';
export { scaffoldContractTests } from './scaffold.ts';

import { readDocument } from './document.ts';
import { providerFile } from './provider.ts';
import { type ServerView, serverView } from './servers.ts';
import { type SuiteView, suiteOf } from './suite.ts';

type Ts = Encoded<'ts'>;

/** Template name → its view. */
interface Views {
  readonly suite: SuiteView;
  readonly 'recording-client': { readonly factory: Ts; readonly package: Ts };
  readonly servers: ServerView & { readonly call: Ts; readonly arguments: Ts };
}

/**
 * Emits a vitest suite for each resource: every bound method sends the request that the document says, and every
 * declared answer decodes; and `provider.json`, which the contract server reads. Paths are relative to the package's `src/generated`.
 */
export function emitContractTests(model: ProviderModel): Emission {
  const render = createTemplates<Views>(readTemplates(new URL('./templates/', import.meta.url)));
  const document = readDocument(model.document);
  const suites = model.services.flatMap((service) =>
    service.resources.flatMap((resource) => {
      const view = suiteOf(service, resource, document, model);
      return view === null ? [] : [{ path: `${service.slug}/${resource.slug}.test.ts`, view }];
    }),
  );
  const [first] = suites.flatMap(({ view }) => view.methods);
  if (first === undefined) return { files: [], diagnostics: [] };
  const factory = tsIdentifier(`create${pascalName(model.provider)}Client`);
  const server = serverView(model);
  const files: EmittedFile[] = [
    {
      path: 'recording-client.ts',
      content: render('recording-client', { factory, package: tsString(model.settings.package) }),
    },
    providerFile(model),
    ...suites.map(({ path, view }) => ({ path, content: render('suite', view) })),
  ];
  if (server !== null)
    files.push({
      path: 'servers.test.ts',
      content: render('servers', { ...server, call: first.call, arguments: first.arguments }),
    });
  return { files, diagnostics: [] };
}
