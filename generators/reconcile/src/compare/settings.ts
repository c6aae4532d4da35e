import {
  camelName,
  type DraftDiagnostic,
  diagnose,
  type ProviderSettings,
  type Spec,
  uniqueNames,
} from '@plumbline/model';
import type { ResourcePair } from '../pair/pair.ts';
import { methodId } from '../resources.ts';

/** Settings that speak of methods, resources, operations or security schemes which do not exist. */
export function compareSettings(
  pairs: readonly ResourcePair[],
  spec: Spec,
  { provider, bind, rename, client: { auth } }: ProviderSettings,
): readonly DraftDiagnostic[] {
  const methods = pairs.flatMap((pair) => pair.methods);
  const byId = new Map(methods.map(({ resource, method }) => [methodId(resource, method), method]));
  const services = pairs.map(({ resource }) => `${provider}.${resource.service}`);
  const renamed = new Set([...byId.keys(), ...services, ...pairs.map(({ resource }) => resource.id)]);
  const schemes = new Set(uniqueNames(spec.securitySchemes.map(({ name }) => camelName(name))));
  const operations = new Set(spec.operations.map(({ key }) => key));
  // Whoever reads the config knows its place; the spec stands for it where no page does.
  const at = { file: spec.files[0] ?? '', pointer: '' };
  const nothing = (setting: 'auth' | 'bind' | 'rename', key: string, missing: string): DraftDiagnostic =>
    diagnose({
      code: 'setting-matches-nothing',
      args: { setting, key, missing },
      at: byId.get(key)?.name.source ?? at,
      subject: { name: key, setting },
    });
  return [
    ...Object.entries(bind).flatMap(([key, operation]) => [
      ...(byId.has(key) ? [] : [nothing('bind', key, key)]),
      ...(operations.has(operation) ? [] : [nothing('bind', key, operation)]),
    ]),
    ...Object.keys(rename).flatMap((key) => (renamed.has(key) ? [] : [nothing('rename', key, key)])),
    ...Object.keys(auth).flatMap((key) => (schemes.has(key) ? [] : [nothing('auth', key, key)])),
  ];
}
