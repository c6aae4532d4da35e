import { type DraftDiagnostic, diagnose, type ProviderSettings, type Spec } from '@plumbline/model';
import type { ResourcePair } from '../pair/pair.ts';
import { methodId } from '../resources.ts';

/** Settings that speak of methods, resources or operations which do not exist. */
export function compareSettings(
  pairs: readonly ResourcePair[],
  spec: Spec,
  { provider, bind, rename }: ProviderSettings,
): readonly DraftDiagnostic[] {
  const methods = pairs.flatMap((pair) => pair.methods);
  const byId = new Map(methods.map(({ resource, method }) => [methodId(resource, method), method]));
  const services = pairs.map(({ resource }) => `${provider}.${resource.service}`);
  const renamed = new Set([...byId.keys(), ...services, ...pairs.map(({ resource }) => resource.id)]);
  const operations = new Set(spec.operations.map(({ key }) => key));
  // Whoever reads the config knows its place; the spec stands for it where no page does.
  const at = { file: spec.files[0] ?? '', pointer: '' };
  const nothing = (setting: 'bind' | 'rename', key: string, missing: string): DraftDiagnostic => {
    const place = byId.get(key)?.name.source ?? at;
    return diagnose({ code: 'setting-matches-nothing', args: { setting, key, missing }, at: place });
  };
  return [
    ...Object.entries(bind).flatMap(([key, operation]) => [
      ...(byId.has(key) ? [] : [nothing('bind', key, key)]),
      ...(operations.has(operation) ? [] : [nothing('bind', key, operation)]),
    ]),
    ...Object.keys(rename).flatMap((key) => (renamed.has(key) ? [] : [nothing('rename', key, key)])),
  ];
}
