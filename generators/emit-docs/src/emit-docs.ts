import { type MethodExample, type ProviderExamples, providerExamples } from '@plumbline/emit-client/examples';
import type { Diagnostic, Emission, EmittedFile, InputFile, Method, ProviderModel } from '@plumbline/model';
import type { Encoded } from '@plumbline/render';
import { catalogueFile } from './catalogue-file.ts';
import { changelogData } from './data/changelog.ts';
import { dataPath, dataText } from './data/data-file.ts';
import { nestedParts } from './data/nested.ts';
import { createDocsMemory, type DocsMemory, type ResourceFiles } from './docs-memory.ts';
import {
  type Address,
  changelogAddress,
  consistencyAddress,
  findingsAddress,
  providerAddress,
  resourceAddress,
  serviceAddress,
} from './facts/addresses.ts';
import { readChangelog } from './facts/changelog.ts';
import { rememberedCredentials } from './facts/credentials.ts';
import { type ExampleCode, type ExampleOptions, exampleCode } from './facts/example-code.ts';
import { countFindings, findingsAnchor, findingsOf } from './facts/findings.ts';
import { firstCall } from './facts/first-call.ts';
import { type PageHead, providerHead, resourceHead, serviceHead } from './facts/page-head.ts';
import { resourceFacts } from './facts/resource-facts.ts';
import { rememberedShapes } from './facts/schema-shape.ts';
import { remembered } from './remembered.ts';
import { createRender } from './templates.ts';
import { changelogTwin } from './twins/changelog-twin.ts';
import { consistencyTwin, serviceFindingsTwin } from './twins/consistency-twin.ts';
import { llmsText, providerTwin, serviceTwin } from './twins/index-twins.ts';
import { twinProse } from './twins/markdown.ts';
import { twinRows } from './twins/nested-list.ts';
import { resourceTwin } from './twins/resource-twin.ts';
import { changelogView } from './views/changelog.ts';
import { consistencyView } from './views/consistency.ts';
import { manifestView } from './views/manifest.ts';
import { pageView } from './views/page.ts';
import { createProse } from './views/prose.ts';
import { providerIndexView } from './views/provider-index.ts';
import { resourcePageView } from './views/resource-page.ts';
import { serviceFindingsView } from './views/service-findings.ts';
import { serviceIndexView } from './views/service-index.ts';

export interface DocsOptions {
  /** What the run found, settled. */
  readonly findings?: readonly Diagnostic[];
  /** The path by which pages name a source file, from its path in findings and origins: by default the same. */
  readonly sourceOf?: (file: string) => string;
  /** Where the files of that folder can be edited. */
  readonly editUrl?: string;
  /** What changed from version to version, in CommonMark: `##` for each version, `###` for its parts. */
  readonly changelog?: InputFile;
  /** Of earlier emissions of the provider, which named their source files alike. */
  readonly memory?: DocsMemory;
  /** Those of the model: a caller may show them in other places too. */
  readonly examples?: ProviderExamples;
}

/**
 * The pages of a provider, in the current format of StackQL's (N2) and with components of the site for what that has no
 * place for: `index.md`, `<service>/index.md`, `<service>/<resource>/index.md` with the components' data in `facts.json`
 * beside it, `consistency.md` and, of each service about which something was found, `consistency/<service>.md`, each with
 * a `.json` of its name; `changelog.md` where there is one; a `.md` twin of each page below `_static`, with `llms.txt` and `llms-full.txt`; and
 * `catalogue.json`. Paths are relative to the provider's docs folder.
 */
export function emitDocs(
  model: ProviderModel,
  {
    findings: found = [],
    sourceOf: nameSource = (file) => file,
    editUrl,
    changelog,
    memory = createDocsMemory(),
    examples: given,
  }: DocsOptions = {},
): Emission {
  const { tools, filesOf } = memory.open(model, editUrl, () => createTools(model, given));
  const { render, prose, nested, shapeOf, twinRow, credentialOf, examples } = tools;
  const sourceOf = remembered(nameSource);
  const findings = findingsOf(model, found);
  const first = firstCall(model, examples);
  const history = changelog === undefined ? null : readChangelog(changelog.text);
  const pages: EmittedFile[] = [];
  const twins: EmittedFile[] = [];
  const made = (
    { path, href }: Address,
    names: readonly [string, ...string[]],
    { head, body, twin, source = null, data = null }: PageParts,
  ): ResourceFiles => {
    const file = source === null ? null : sourceOf(source);
    const beside = dataPath(path);
    const view = pageView(model, names, {
      head,
      href,
      body: body as Encoded<'mdx'>,
      source: { file, editUrl: editUrl ?? null },
      dataFile: data === null ? null : beside.replace(/^.*\//, ''),
    });
    return {
      pages: [
        { path, content: render('page', view) },
        ...(data === null ? [] : [{ path: beside, content: data }]),
      ],
      twin: { path: `_static${decodeURIComponent(href)}.md`, content: twin },
    };
  };
  const take = (files: ResourceFiles): void => {
    pages.push(...files.pages);
    twins.push(files.twin);
  };
  const add = (...page: Parameters<typeof made>): void => take(made(...page));

  add(providerAddress(model), [model.provider], {
    head: providerHead(model, prose.first),
    body: render('provider-index', providerIndexView(model, { prose, first, findings, changelog: history })),
    twin: providerTwin(model, first, prose),
  });
  const consistency = consistencyView(model, findings, { prose, sourceOf });
  add(consistencyAddress(model), ['Consistency', model.provider], {
    head: { description: `Where the spec and the pages of ${model.provider} disagree.` },
    body: render('consistency', consistency.view),
    data: dataText(consistency.data),
    twin: consistencyTwin(model, findings, { prose, sourceOf }),
  });
  if (changelog !== undefined && history !== null) {
    add(changelogAddress(model), ['Changelog', model.provider], {
      head: { description: `What changed in ${model.provider}, version by version.` },
      body: render('changelog', changelogView(history)),
      data: dataText(changelogData(model, history)),
      twin: changelogTwin(history),
      source: changelog.path,
    });
  }
  for (const service of model.services) {
    add(serviceAddress(model, service), [service.name, model.provider], {
      head: serviceHead(model, service, prose.first),
      body: render('service-index', serviceIndexView(model, service, prose)),
      twin: serviceTwin(model, service, prose),
    });
    const ownFindings = findingsAddress(model, service);
    if (service.resources.some(({ id }) => findings.ofResource.has(id))) {
      const { view, data } = serviceFindingsView(model, service, findings, { prose, sourceOf });
      add(ownFindings, [`Consistency of ${service.name}`, model.provider], {
        head: { description: `Where the spec and the pages of ${model.provider}.${service.name} disagree.` },
        body: render('service-findings', view),
        data: dataText(data),
        twin: serviceFindingsTwin(service, findings, { prose, sourceOf }),
      });
    }
    for (const resource of service.resources) {
      const own = findings.ofResource.get(resource.id);
      const badge =
        own === undefined
          ? null
          : { ...countFindings(own), href: `${ownFindings.href}#${findingsAnchor(resource.id)}` };
      const makeFiles = (): ResourceFiles => {
        const manifest = render('manifest', manifestView(resource));
        const facts = resourceFacts(model, resource, prose.first);
        const code = codesOf(examples.ofResource(service, resource), { model, resource, credentialOf });
        const input = { model, resource, facts, code, manifest, prose, nested, shapeOf, twinRow };
        const { view, data } = resourcePageView({ ...input, sourceOf, findings: badge });
        return made(
          resourceAddress(model, service, resource),
          [resource.name, resource.service, model.provider],
          {
            head: resourceHead(model, resource, prose.first),
            body: render('resource-page', view),
            data: dataText(data),
            twin: resourceTwin(input),
            source: resource.origins.page?.file ?? null,
          },
        );
      };
      take(filesOf(resource, JSON.stringify(badge), makeFiles));
    }
  }
  const folder = `_static${decodeURIComponent(providerAddress(model).href)}`;
  return {
    files: [
      ...pages,
      catalogueFile(model, findings, prose),
      ...twins,
      { path: `${folder}/llms.txt`, content: llmsText(model, { prose, hasChangelog: history !== null }) },
      { path: `${folder}/llms-full.txt`, content: twins.map(({ content }) => content).join('\n') },
    ],
    diagnostics: [],
  };
}

interface PageParts {
  readonly head: PageHead;
  readonly body: string;
  readonly twin: string;
  readonly source?: string | null;
  /** The content of the file of data beside the page. */
  readonly data?: string | null;
}

/** What pages of resources are made with: each part of the model that they share is put together once. */
function createTools(model: ProviderModel, examples = providerExamples(model)) {
  const prose = createProse({ linkBase: model.linkBase, marksNotes: true });
  const shapeOf = rememberedShapes(model.schemas);
  return {
    render: createRender(),
    prose,
    shapeOf,
    nested: nestedParts(model.schemas, shapeOf, prose),
    twinRow: twinRows(model.schemas, twinProse(prose)),
    credentialOf: rememberedCredentials(model),
    examples,
  };
}

function codesOf(
  examples: ReadonlyMap<Method, MethodExample>,
  options: ExampleOptions,
): ReadonlyMap<string, ExampleCode> {
  return new Map(
    options.resource.methods.flatMap((method) => {
      const example = examples.get(method);
      return example === undefined ? [] : [[method.name, exampleCode(example, method, options)] as const];
    }),
  );
}
