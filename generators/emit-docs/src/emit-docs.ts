import type { Emission, EmittedFile, ProviderModel } from '@plumbline/model';
import { providerAddress, resourceAddress, serviceAddress } from './facts/addresses.ts';
import { createRender } from './templates.ts';
import { manifestView } from './views/manifest.ts';
import { createProse } from './views/prose.ts';
import { providerIndexView } from './views/provider-index.ts';
import { resourcePageView } from './views/resource-page.ts';
import { serviceIndexView } from './views/service-index.ts';

/**
 * The pages of a provider, in the current format of StackQL's (N2): `index.md`, `<service>/index.md` and
 * `<service>/<resource>/index.md`, their paths relative to the provider's docs folder.
 */
export function emitDocs(model: ProviderModel): Emission {
  const render = createRender();
  const prose = createProse();
  const files: EmittedFile[] = [
    { path: providerAddress(model).path, content: render('provider-index', providerIndexView(model, prose)) },
  ];
  for (const service of model.services) {
    const content = render('service-index', serviceIndexView(model, service, prose));
    files.push({ path: serviceAddress(model, service).path, content });
    for (const resource of service.resources) {
      const { path, href } = resourceAddress(model, service, resource);
      const manifest = render('manifest', manifestView(resource));
      const view = resourcePageView({ model, resource, href, manifest, prose });
      files.push({ path, content: render('resource-page', view) });
    }
  }
  return { files, diagnostics: [] };
}
