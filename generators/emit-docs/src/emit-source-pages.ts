import type { EmittedFile, ProviderModel } from '@plumbline/model';
import type { Encoded } from '@plumbline/render';
import { resourceFacts } from './facts/resource-facts.ts';
import { createRender } from './templates.ts';
import { manifestView } from './views/manifest.ts';
import { pageView } from './views/page.ts';
import { createProse } from './views/prose.ts';
import { sourcePageView } from './views/source-page.ts';

/**
 * First resource pages for a provider that has none, for people to go on with: `<service>/<resource>.md`, in the current
 * format of StackQL's (N2) and with no component beyond it but `Prose`, around descriptions of several blocks. Read back, they say what the model says.
 */
export function emitSourcePages(model: ProviderModel): readonly EmittedFile[] {
  const render = createRender();
  const prose = createProse({ marksNotes: false });
  return model.services.flatMap((service) =>
    service.resources.map((resource) => {
      const facts = resourceFacts(model, resource, prose.first);
      const manifest = render('manifest', manifestView(resource));
      const body = render('resource-page', sourcePageView({ resource, facts, manifest, prose }));
      const view = pageView(model, [resource.name, resource.service, model.provider], {
        head: null,
        href: null,
        body: body as Encoded<'mdx'>,
        source: { file: null, editUrl: null },
      });
      return { path: `${service.slug}/${resource.slug}.md`, content: render('page', view) };
    }),
  );
}
