import { type EmittedFile, type ProviderModel, type Service, withLinkBase } from '@plumbline/model';
import { type Encoded, jsdoc, jsdocText, tsIdentifier, tsKey, tsString } from '@plumbline/render';
import type { ClientNames } from './client-names.ts';
import { type ClientView, render } from './render.ts';
import type { ResourceModule } from './resource-file.ts';

/** The whole client: every service with its resources, and openapi-fetch. */
export function clientFile(
  model: ProviderModel,
  names: ClientNames,
  modules: readonly ResourceModule[],
): EmittedFile {
  const services = model.services.flatMap((service) => serviceView(service, modules, model.linkBase) ?? []);
  const content = render('client', {
    doc: jsdoc(jsdocText(model.title.trim() || `A client of ${model.provider}.`)),
    name: names.client,
    factory: names.factory,
    coreFactory: names.coreFactory,
    options: names.options,
    modules: modules.map((module) => ({ name: localName(module), from: tsString(`./${module.file.path}`) })),
    services,
  });
  return { path: 'client.ts', content };
}

function serviceView(
  service: Service,
  modules: readonly ResourceModule[],
  linkBase: string | undefined,
): ClientView['services'][number] | null {
  const own = modules.filter((module) => module.service === service);
  if (own.length === 0) return null;
  return {
    doc: jsdoc(jsdocText(withLinkBase(service.description, linkBase)), { indent: '  ' }),
    key: tsKey(service.clientName),
    resources: own.map((module) => ({
      doc: jsdoc(jsdocText(withLinkBase(module.resource.summary, linkBase)), { indent: '    ' }),
      key: tsKey(module.resource.clientName),
      module: localName(module),
      type: module.type,
    })),
  };
}

/** Unique, for a name in camel case holds no `_` but in front. */
function localName({ service, resource }: ResourceModule): Encoded<'ts'> {
  return tsIdentifier(`${service.clientName}_${resource.clientName}`);
}
