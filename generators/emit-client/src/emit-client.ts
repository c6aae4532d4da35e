import { diagnose, type Emission, type ProviderModel } from '@plumbline/model';
import { documentTypes } from './document/document-types.ts';
import { clientFile } from './files/client-file.ts';
import { clientNames } from './files/client-names.ts';
import { coreFile } from './files/core-file.ts';
import { render } from './files/render.ts';
import { resourceModule } from './files/resource-file.ts';
import { typesFile } from './files/types-file.ts';
import { boundResources } from './methods/bound-resource.ts';
import { planSecurity } from './methods/security.ts';
import { planServer } from './methods/servers.ts';
import { reportBodies, reportNames } from './report.ts';
import { findInterfaces } from './types/interface-fields.ts';
import { planTypes } from './types/type-plan.ts';

/**
 * Emits a provider's client: the types of the whole document, those of the components by service, a module for each
 * resource, and the client that binds them. Paths are relative to `src/generated`.
 */
export async function emitClient(model: ProviderModel): Promise<Emission> {
  const own = emitMethods(model);
  const whole = await emitDocumentTypes(model);
  return {
    files: [...own.files, ...whole.files],
    diagnostics: [...own.diagnostics, ...whole.diagnostics],
  };
}

/** Everything but the types of the whole document. */
export function emitMethods(model: ProviderModel): Emission {
  const resources = boundResources(model);
  const plan = planTypes(resources, model.schemas);
  const interfaceFields = findInterfaces(plan);
  const security = planSecurity(model);
  const server = planServer(model);
  const names = clientNames(model);
  const modules = resources.map((resource) => resourceModule(resource, { model, plan, security, server }));
  const services = new Set([null, ...resources.map(({ service }) => service.slug)]);
  return {
    files: [
      { path: 'index.ts', content: render('index', names) },
      clientFile(model, names, modules),
      coreFile(model, { names, security, server }),
      ...[...services].flatMap((service) => typesFile(service, plan, interfaceFields) ?? []),
      ...modules.map(({ file }) => file),
    ],
    diagnostics: [...reportNames(plan), ...reportBodies(resources, model.schemas)],
  };
}

/** The types of the whole document, which `client.http` alone needs. */
async function emitDocumentTypes({ document, operations }: ProviderModel): Promise<Emission> {
  try {
    return { files: [{ path: 'openapi.ts', content: await documentTypes(document) }], diagnostics: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const file = Object.values(operations)[0]?.origin.file ?? '';
    return {
      files: [{ path: 'openapi.ts', content: render('no-openapi', {}) }],
      diagnostics: [
        diagnose({ code: 'document-types-missing', args: { reason }, at: { file, pointer: '' } }),
      ],
    };
  }
}
