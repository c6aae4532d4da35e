import type { EmittedFile, Method, ProviderModel } from '@plumbline/model';
import { join, mdxText, shellWord, ts, tsIdentifier, tsKey, tsMember, tsString } from '@plumbline/render';
import { boundMethods } from '../methods/bound-method.ts';
import type { BoundResource } from '../methods/bound-resource.ts';
import { planSecurity } from '../methods/security.ts';
import { type ClientNames, clientNames } from './client-names.ts';
import { packageFiles } from './package-files.ts';
import { type ReadmeView, render } from './render.ts';

/** The handwritten part of a new package, written once: manifest, compiler settings, build, README and entry. */
export function scaffoldClient(model: ProviderModel): readonly EmittedFile[] {
  return [
    ...packageFiles(model),
    { path: 'README.md', content: render('readme', readmeView(model)) },
    { path: 'src/index.ts', content: render('scaffold-index', {}) },
  ];
}

function readmeView(model: ProviderModel): ReadmeView {
  const names = clientNames(model);
  const { package: name } = model.settings;
  return {
    title: mdxText(name),
    description: mdxText(`A typed client of ${model.title.trim()}.`),
    package: shellWord(name),
    error: names.error,
    errorGuard: names.errorGuard,
    ...exampleCode(model, names),
  };
}

/** A first call: of a method that needs nothing, if there is one. */
function exampleCode(
  model: ProviderModel,
  { factory, coreFactory }: ClientNames,
): Pick<ReadmeView, 'code' | 'shakenCode'> {
  const [scheme] = planSecurity(model).schemes;
  const auth =
    scheme === undefined
      ? ts``
      : ts`{ auth: { ${tsKey(scheme.key)}: ${scheme.by === 'basic' ? ts`{ username: '…', password: '…' }` : ts`'…'`} } }`;
  const call = simplest(model);
  const { package: name } = model.settings;
  const client = [
    ts`import { ${factory} } from ${tsString(name)};`,
    ts``,
    ts`const client = ${factory}(${auth});`,
  ];
  if (call === null) return { code: join(client, '\n'), shakenCode: join(client, '\n') };
  const { service, resource, method, needs } = call;
  const given =
    needs.length === 0
      ? ts``
      : ts`{ ${join(
          needs.map((key) => ts`${tsKey(key)}: '…'`),
          ', ',
        )} }`;
  const member = ts`client${tsMember(service.clientName)}${tsMember(resource.clientName)}${tsMember(method.clientName)}`;
  const module = tsString(`${name}/${service.slug}/${resource.slug}`);
  const local = tsIdentifier(method.clientName);
  const imported = local === method.clientName ? local : ts`${tsKey(method.clientName)} as ${local}`;
  return {
    code: join([...client, ts`const data = await ${member}(${given});`], '\n'),
    shakenCode: join(
      [
        ts`import { ${coreFactory} } from ${tsString(`${name}/core`)};`,
        ts`import { ${imported} } from ${module};`,
        ts``,
        ts`const data = await ${local}(${join([ts`${coreFactory}(${auth})`, ...(given === '' ? [] : [given])], ', ')});`,
      ],
      '\n',
    ),
  };
}

interface FirstCall extends Omit<BoundResource, 'methods'> {
  readonly method: Method;
  readonly needs: readonly string[];
}

/** The first method that reads and needs nothing, else the first that needs least. */
function simplest(model: ProviderModel): FirstCall | null {
  let best: { readonly call: FirstCall; readonly cost: number } | null = null;
  for (const service of model.services) {
    for (const resource of service.resources) {
      for (const { method, params, body, operation } of boundMethods(resource, model)) {
        const required = params.filter(({ param }) => param.required).map(({ param }) => param.key);
        const needs = body?.required === true ? [...required, 'body'] : required;
        const cost = needs.length + (operation.method === 'GET' ? 0 : 0.5);
        const call = { service, resource, method, needs };
        // Nothing is simpler; the methods that follow need not be looked at.
        if (cost === 0) return call;
        if (best === null || cost < best.cost) best = { call, cost };
      }
    }
  }
  return best?.call ?? null;
}
