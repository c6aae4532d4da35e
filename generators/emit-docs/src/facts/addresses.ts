import type { ProviderModel, Resource, Service } from '@plumbline/model';

/** A page's file and its address. */
export interface Address {
  /** Relative to the docs folder of the provider. */
  readonly path: string;
  /** `/<provider>/<service>/<resource>`, from the root of the site. */
  readonly href: string;
}

export function providerAddress({ provider }: ProviderModel): Address {
  return { path: 'index.md', href: `/${encodeURIComponent(provider)}` };
}

/** Of what a run found. A service may have its name. */
export function consistencyAddress(model: ProviderModel): Address {
  return ownAddress(model, 'consistency', 'consistency-report');
}

/** Of what changed from version to version. A service may have its name. */
export function changelogAddress(model: ProviderModel): Address {
  return ownAddress(model, 'changelog', 'changelog-of-versions');
}

function ownAddress(model: ProviderModel, name: string, other: string): Address {
  const isTaken = model.services.some(({ slug }) => slug.toLowerCase() === name);
  const free = isTaken ? other : name;
  return { path: `${free}.md`, href: `${providerAddress(model).href}/${free}` };
}

/** Of what a run found about the resources of a service. */
export function findingsAddress(model: ProviderModel, { slug }: Service): Address {
  const { path, href } = consistencyAddress(model);
  // Docusaurus takes a file of one of these names for the page of its folder.
  const file = /^(?:index|readme|consistency(?:-report)?)$/i.test(slug) ? `-${slug}` : folder(slug);
  return { path: `${path.replace(/\.md$/, '')}/${file}.md`, href: `${href}/${slug}` };
}

export function serviceAddress(model: ProviderModel, { slug }: Service): Address {
  return { path: `${folder(slug)}/index.md`, href: `${providerAddress(model).href}/${slug}` };
}

/** A folder for each resource: one that is named like its service, or `index`, collides with nothing. */
export function resourceAddress(model: ProviderModel, service: Service, { slug }: Resource): Address {
  return {
    path: `${folder(service.slug)}/${folder(slug)}/index.md`,
    href: `${serviceAddress(model, service).href}/${slug}`,
  };
}

/** Docusaurus leaves out files and folders that start with `_`; no slug starts with `-`. */
function folder(slug: string): string {
  return slug.startsWith('_') ? `-${slug}` : slug;
}
