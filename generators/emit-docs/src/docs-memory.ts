import type { EmittedFile, ProviderModel, Resource } from '@plumbline/model';

/** The files of one resource. */
export interface ResourceFiles {
  readonly pages: readonly EmittedFile[];
  readonly twin: EmittedFile;
}

/** What emissions of one provider leave for the next ones of the same process. */
export interface DocsMemory {
  /**
   * Opens it for an emission. What was kept holds for a model of which everything but the services is the same by `===`, and
   * of each resource that is.
   */
  readonly open: <Tools>(
    model: ProviderModel,
    editUrl: string | undefined,
    make: () => Tools,
  ) => OpenMemory<Tools>;
}

export interface OpenMemory<Tools> {
  readonly tools: Tools;
  /** The files of a resource, made if they are not known. `badge`: what is told of findings about it. */
  readonly filesOf: (resource: Resource, badge: string, make: () => ResourceFiles) => ResourceFiles;
}

interface Kept {
  readonly model: ProviderModel;
  readonly editUrl: string | undefined;
  readonly tools: unknown;
  readonly made: ReadonlyMap<Resource, { readonly badge: string; readonly files: ResourceFiles }>;
}

export function createDocsMemory(): DocsMemory {
  let kept: Kept | null = null;
  return {
    open<Tools>(model: ProviderModel, editUrl: string | undefined, makeTools: () => Tools) {
      const before = kept !== null && kept.editUrl === editUrl && isSame(kept.model, model) ? kept : null;
      const tools = before === null ? makeTools() : (before.tools as Tools);
      const made = new Map<Resource, { readonly badge: string; readonly files: ResourceFiles }>();
      kept = { model, editUrl, tools, made };
      return {
        tools,
        filesOf(resource, badge, make) {
          const earlier = before?.made.get(resource);
          const files = earlier?.badge === badge ? earlier.files : make();
          made.set(resource, { badge, files });
          return files;
        },
      };
    },
  };
}

/** Everything but what the services hold: pages of resources speak of the services' slugs alone. */
function isSame(before: ProviderModel, now: ProviderModel): boolean {
  const { services: servicesBefore, ...restBefore } = before;
  const { services: servicesNow, ...restNow } = now;
  const [was, is] = [Object.entries(restBefore), new Map<string, unknown>(Object.entries(restNow))];
  const slugs = (services: ProviderModel['services']) =>
    JSON.stringify(services.map(({ slug, name }) => [slug, name]));
  return (
    was.length === is.size &&
    was.every(([key, value]) => is.get(key) === value) &&
    slugs(servicesBefore) === slugs(servicesNow)
  );
}
