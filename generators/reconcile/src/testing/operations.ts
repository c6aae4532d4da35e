import type { Operation } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';

/** Operations by lines: `GET /books #tag listBooks`, a tag and an operationId where there are any. */
export function operations(lines: readonly string[]): readonly Operation[] {
  const paths: { [path: string]: { [method: string]: unknown } } = {};
  for (const line of lines) {
    const [method = '', path = '', ...more] = line.split(' ');
    const tag = more.find((word) => word.startsWith('#'))?.slice(1);
    const operationId = more.find((word) => !word.startsWith('#'));
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        ...(tag !== undefined && { tags: [tag] }),
        ...(operationId !== undefined && { operationId }),
        parameters,
        responses: { 200: { description: 'Fine.' } },
      },
    };
  }
  const info = { title: 'T', version: '1' };
  const spec = readOpenApi([{ path: 'spec.json', text: JSON.stringify({ openapi: '3.1.0', info, paths }) }]);
  if ('unreadable' in spec) throw new Error(spec.unreadable[0]?.message);
  return spec.operations;
}
