import { factoryOf } from './consumers.ts';
import type { Application } from './generate-clients.ts';
import type { Subject } from './subjects.ts';
import { loadedTypes } from './type-cost.ts';

/** How much of a client's type text a consumer of one service loads. */
export interface ServiceShare {
  readonly service: string;
  readonly bytes: number;
  /** Of all that `createOktaClient` loads. */
  readonly ofAll: number;
  /** The same without the types of the whole document, which `client.http` alone needs. */
  readonly ofOwn: number;
}

/** The services, the largest share first: each is asked for by the core and the modules of its resources. */
export function serviceShares(subject: Subject, { folder, model }: Application): readonly ServiceShare[] {
  const name = `${subject.id}-client`;
  const within = `/node_modules/${name}/`;
  const factory = factoryOf(subject, 'Client');
  const whole = loadedTypes(folder, 'whole', {
    code: `import { ${factory} } from '${name}';\nexport const client = ${factory}();\n`,
    within,
  });
  const all = sum(whole);
  const own = sum(new Map([...whole].filter(([file]) => !file.endsWith('/generated/openapi.d.ts'))));
  return model.services
    .flatMap(({ slug, resources }) => {
      const bound = resources.filter(({ methods }) => methods.some(({ operation }) => operation !== null));
      if (bound.length === 0) return [];
      const modules = ['core', ...bound.map((resource) => `${slug}/${resource.slug}`)];
      const code = modules.map((module, n) => `export * as m${n} from '${name}/${module}';\n`).join('');
      const bytes = sum(loadedTypes(folder, 'one-service', { code, within }));
      return [{ service: slug, bytes, ofAll: bytes / all, ofOwn: bytes / own }];
    })
    .sort((a, b) => b.ofOwn - a.ofOwn);
}

function sum(sizes: ReadonlyMap<string, number>): number {
  return [...sizes.values()].reduce((total, size) => total + size, 0);
}
