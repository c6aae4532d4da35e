import type { Catalogue, CatalogueResource, CatalogueService } from '@plumbline/client-runtime';
import type { Resource } from '@plumbline/sql';
import { Refusal } from '../refusal.ts';
import { alternatives, findName, similar } from './names.ts';
import { withColumns } from './resource-facts.ts';

/** A resource, with where it stands. */
export interface Found {
  readonly service: string;
  readonly resource: CatalogueResource;
  /** `okta.users.users`. */
  readonly id: string;
  /** Where the statement goes on behind the resource's name: `okta.users.users.list_users`. */
  readonly method: string | null;
}

/** Finds what a statement names in a catalogue. */
export interface Directory {
  readonly catalogue: Catalogue;
  readonly service: (name: string, at: Resource) => CatalogueService;
  /** `provider.service.resource`, with a method behind it or not; the provider may be left out. */
  readonly resource: (node: Resource) => Promise<Found>;
}

const nameOf = ({ name }: CatalogueService): string => name;

/** The resources of a name, of whichever services. */
function resourcesNamed(name: string, { provider, services }: Catalogue): readonly string[] {
  const wanted = name.toLowerCase();
  return services.flatMap(({ name: service, resources }) =>
    resources
      .filter((resource) => resource.toLowerCase() === wanted)
      .map((resource) => `${provider}.${service}.${resource}`),
  );
}

export function directoryOf(catalogue: Catalogue): Directory {
  const { provider, services } = catalogue;

  const service = (name: string, at: Resource): CatalogueService => {
    const found = findName(services, name, nameOf);
    if (found !== undefined) return found;
    const names = services.map((one) => one.name);
    const similarNames = similar(name, names);
    const near = similarNames.length > 0 ? similarNames : resourcesNamed(name, catalogue);
    throw new Refusal('unknown-resource', {
      message: `\`${provider}\` has no service \`${name}\`.`,
      hint: near.length > 0 ? `Did you mean ${alternatives(near)}?` : 'SHOW SERVICES lists them.',
      at,
    });
  };

  const resource = async (node: Resource): Promise<Found> => {
    const parts = node.parts.map((part) => part.name);
    const isProviderNamed = parts[0]?.toLowerCase() === provider.toLowerCase() && parts.length > 2;
    const [inService, name, method = null, ...rest] = isProviderNamed ? parts.slice(1) : parts;
    // `okta.users`: a provider and the name of something in it.
    const isCutShort =
      parts.length === 2 && inService === provider && findName(services, inService, nameOf) === undefined;
    if (inService === undefined || name === undefined || rest.length > 0 || isCutShort) {
      const last = parts.at(-1) ?? '';
      const meant = rest.length > 0 ? [] : resourcesNamed(last, catalogue);
      const isWhole = parts.length === 1 && last.includes('.');
      const home = rest.length > 0 ? undefined : findName(services, last, nameOf);
      throw new Refusal('unknown-resource', {
        message: `\`${node.name}\` is no resource.`,
        hint:
          meant.length > 0
            ? `Did you mean ${alternatives(meant)}?`
            : home === undefined
              ? isWhole
                ? `Quotes stand around each name, or none: ${last}.`
                : `A resource is named \`${provider}.service.resource\`.`
              : `SHOW RESOURCES IN ${provider}.${home.name} lists those of the service.`,
        at: node,
      });
    }
    const home = service(inService, node);
    const { resources } = await home.load();
    const found = findName(resources, name, (one) => one.name);
    if (found !== undefined) {
      return {
        service: home.name,
        resource: withColumns(found),
        id: `${provider}.${home.name}.${found.name}`,
        method,
      };
    }
    const nearby = similar(name, home.resources);
    const near = nearby.length > 0 ? nearby : resourcesNamed(name, catalogue);
    throw new Refusal('unknown-resource', {
      message: `The service \`${home.name}\` has no resource \`${name}\`.`,
      hint:
        near.length > 0
          ? `Did you mean ${alternatives(near)}?`
          : `SHOW RESOURCES IN ${provider}.${home.name} lists them.`,
      at: node,
    });
  };

  return { catalogue, service, resource };
}
