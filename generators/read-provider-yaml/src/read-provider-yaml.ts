import {
  byCodeUnit,
  type Diagnostic,
  type DraftDiagnostic,
  diagnose,
  type InputFile,
  isObject,
  type ProviderYaml,
  settle,
  type Unreadable,
  type YamlResource,
  type YamlServer,
} from '@plumbline/model';
import { type ParsedDocument, parseDocument, type UnparsedDocument } from '@plumbline/yaml';
import { acceptedIn } from './accepted.ts';
import { inherit, readConfig } from './config.ts';
import { memberOf, type ObjectNode, objectMember, objectsAt, type Report } from './node.ts';
import { readResource } from './resource.ts';
import { readServers } from './servers.ts';
import { readServices, type ServiceEntry } from './services.ts';

export interface ReadOptions {
  /** The provider's id, for resources that have none of their own. */
  readonly provider: string;
}

/**
 * Reads a StackQL provider's own YAML: the provider document, and the service documents whose
 * `components.x-stackQL-resources` names each method's operation. What is wrong in it becomes a diagnostic at its place,
 * and the rest goes on. `Unreadable` is the answer where a file cannot be parsed.
 */
export function readProviderYaml(
  inputs: readonly InputFile[],
  { provider }: ReadOptions,
): ProviderYaml | Unreadable {
  const opened = inputs.toSorted((a, b) => byCodeUnit(a.path, b.path)).map(parseDocument);
  const unreadable = opened.flatMap((file) => ('problem' in file ? refuse(file) : []));
  if (unreadable.length > 0) return { unreadable };
  const documents = opened.flatMap((file) => ('problem' in file ? [] : [file]));
  const diagnostics: DraftDiagnostic[] = [];
  const report: Report = (finding) => {
    diagnostics.push(diagnose(finding));
  };
  for (const document of documents) reportDuplicateKeys(document, report);

  const roots = documents.flatMap((document) => rootOf(document, report));
  const files = documents.map(({ file }) => file);
  const services = new Map(
    roots.flatMap((root) =>
      memberOf(root, 'providerServices') === undefined ? [] : [...readServices(root, files, report)],
    ),
  );
  const resources = roots.flatMap((root) => readResources(root, services, provider, report));
  const locators = new Map(documents.map(({ file, locate }) => [file, locate]));
  return {
    resources: distinctResources(resources, report),
    servers: distinctServers(roots.flatMap((root) => readServers(root, report))),
    diagnostics,
    locate: (origin) => locators.get(origin.file)?.(origin) ?? { file: origin.file, line: 1, column: 1 },
    accepted: acceptedIn(documents),
    files,
  };
}

function refuse({ file, reason, at }: UnparsedDocument): readonly Diagnostic[] {
  const draft = diagnose({ code: 'provider-yaml-unreadable', args: { file, reason }, at });
  return settle([draft], { locate: () => at, severity: {}, ignore: [] }).diagnostics;
}

function reportDuplicateKeys({ duplicateKeys }: ParsedDocument, report: Report): void {
  for (const { key, first, again } of duplicateKeys) {
    const related = [{ message: 'The first is here.', place: first }];
    report({ code: 'provider-yaml-duplicate-key', args: { key }, at: again, related });
  }
}

/** The document, where it is a part of a provider. */
function rootOf({ file, value }: ParsedDocument, report: Report): readonly ObjectNode[] {
  const origin = { file, pointer: '' };
  if (isObject(value)) {
    const root = { value, origin };
    if (memberOf(root, 'providerServices') !== undefined || holderOf(root, report) !== undefined)
      return [root];
  }
  report({ code: 'provider-yaml-unrelated', args: { file }, at: origin });
  return [];
}

/** What holds `x-stackQL-resources`: the `components`, or in some older files the document itself. */
function holderOf(root: ObjectNode, report: Report): ObjectNode | undefined {
  const components = objectMember(root, 'components', report);
  return [components, root].find((holder) => memberOf(holder, 'x-stackQL-resources') !== undefined);
}

function readResources(
  root: ObjectNode,
  services: ReadonlyMap<string, ServiceEntry>,
  provider: string,
  report: Report,
): readonly YamlResource[] {
  const { file } = root.origin;
  const entry = services.get(file);
  const components = objectMember(root, 'components', report);
  const own = inherit(readConfig(root, report), readConfig(components, report));
  const context = {
    provider,
    service: entry?.service ?? baseName(file),
    config: inherit(own, entry?.config ?? {}),
    report,
  };
  const holder = holderOf(root, report);
  return objectsAt(holder, 'x-stackQL-resources', report).map(([key, node]) =>
    readResource(key, node, context),
  );
}

function baseName(file: string): string {
  const name = file.split('/').at(-1) ?? '';
  return name.replace(/\.[^.]*$/, '');
}

/** Of two resources of one id the first. */
function distinctResources(resources: readonly YamlResource[], report: Report): readonly YamlResource[] {
  const byId = new Map<string, YamlResource>();
  for (const resource of resources) {
    const { id, origin } = resource;
    const first = byId.get(id);
    if (first === undefined) byId.set(id, resource);
    else {
      const related = [{ message: 'The first is here.', place: first.origin }];
      report({
        code: 'provider-yaml-resource-twice',
        args: { id },
        at: origin,
        subject: { resource: id },
        related,
      });
    }
  }
  return [...byId.values()];
}

/** Each service document repeats the servers: of those of one URL the first. */
function distinctServers(servers: readonly YamlServer[]): readonly YamlServer[] {
  return [...new Map(servers.toReversed().map((server) => [server.url, server])).values()].reverse();
}
