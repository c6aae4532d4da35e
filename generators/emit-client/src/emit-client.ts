import { diagnose, type Emission, type JsonObject, type ProviderModel } from '@plumbline/model';
import { type ClientMemory, createClientMemory } from './client-memory.ts';
import { type DocumentTypes, documentTypes } from './document/document-types.ts';
import { type ProviderExamples, providerExamples } from './examples/provider-examples.ts';
import { catalogueFiles } from './files/catalogue-files.ts';
import { clientFile } from './files/client-file.ts';
import { clientNames } from './files/client-names.ts';
import { coreFile } from './files/core-file.ts';
import { errorsFile } from './files/errors-file.ts';
import { readmeRegions } from './files/readme-regions.ts';
import { render } from './files/render.ts';
import { resourceModule } from './files/resource-file.ts';
import { typesFile } from './files/types-file.ts';
import { boundResources } from './methods/bound-resource.ts';
import { usualFailures } from './methods/failures.ts';
import { planSecurity } from './methods/security.ts';
import { planServer } from './methods/servers.ts';
import { reportBodies, reportNames, reportUnsent } from './report.ts';
import { findInterfaces } from './types/interface-fields.ts';
import { planTypes } from './types/type-plan.ts';

export interface ClientOptions {
  /** Makes the types of the whole document: a caller may have them made elsewhere. */
  readonly typesOf?: (document: JsonObject) => Promise<DocumentTypes>;
  /** Those of the model: a caller may show them in other places too. */
  readonly examples?: ProviderExamples;
  /** Of earlier emissions of the provider. */
  readonly memory?: ClientMemory;
}

/**
 * Emits a provider's client: the types of the whole document, those of the components by service, a module for each
 * resource, and the client that binds them. Paths are relative to `src/generated`.
 */
export async function emitClient(
  model: ProviderModel,
  { typesOf = documentTypes, ...options }: ClientOptions = {},
): Promise<Emission> {
  const own = emitMethods(model, options);
  const whole = documentTypesFile(await typesOf(model.document), model);
  return {
    ...own,
    files: [...own.files, ...whole.files],
    diagnostics: [...own.diagnostics, ...whole.diagnostics],
  };
}

/** Everything but the types of the whole document. */
export function emitMethods(
  model: ProviderModel,
  { examples = providerExamples(model), memory = createClientMemory() }: Omit<ClientOptions, 'typesOf'> = {},
): Emission {
  const resources = boundResources(model, examples.boundOf);
  const plan = planTypes(resources, examples.ofSchemas);
  const security = planSecurity(model);
  const server = planServer(model);
  const failures = usualFailures(resources);
  const names = clientNames(model);
  const { once } = memory.open(model, { plan, failures });
  const modules = resources.map((bound) => {
    const { service, resource } = bound;
    const { slug, clientName } = service;
    const make = () => resourceModule(bound, { model, plan, security, server, failures, examples });
    return { service, resource, ...once(`module ${resource.id}`, [resource, slug, clientName], make) };
  });
  const services = [null, ...new Set(resources.map(({ service }) => service.slug))];
  const types = once('types', services, () => {
    const interfaceFields = findInterfaces(plan);
    return services.flatMap((service) => typesFile(service, plan, interfaceFields) ?? []);
  });
  return {
    regions: readmeRegions({ model, resources, security, server }),
    files: [
      { path: 'index.ts', content: render('index', names) },
      clientFile(model, names, modules),
      coreFile(model, { names, security, server, failures }),
      errorsFile(resources, { plan, names, shape: model.settings.errors }),
      ...(security.schemes.some(({ tokenUrl }) => tokenUrl !== null)
        ? [{ path: 'oauth.ts', content: render('oauth', {}) }]
        : []),
      ...types,
      ...modules.map(({ file }) => file),
      ...catalogueFiles(model, resources, { server, once }),
    ],
    diagnostics: [
      ...reportNames(plan),
      ...reportBodies(resources, model.schemas),
      ...reportUnsent(resources),
    ],
  };
}

/** The types of the whole document, which `client.http` alone needs. */
function documentTypesFile(types: DocumentTypes, { operations }: ProviderModel): Emission {
  const path = 'openapi.ts';
  if ('text' in types) return { files: [{ path, content: types.text }], diagnostics: [] };
  const file = Object.values(operations)[0]?.origin.file ?? '';
  const args = { reason: types.refused };
  return {
    files: [{ path, content: render('no-openapi', {}) }],
    diagnostics: [diagnose({ code: 'document-types-missing', args, at: { file, pointer: '' } })],
  };
}
