import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findings, readFiles } from './testing/provider.ts';

const folder = join(import.meta.dirname, '../../../../shared/corpora/okta');

describe.skipIf(!existsSync(folder))('a published provider (needs ../shared/corpora)', () => {
  it('is read whole, without a finding', () => {
    const cwd = join(folder, 'stackql-provider');
    const files = Object.fromEntries(
      globSync('**/*.yaml', { cwd }).map((file) => [file, readFileSync(join(cwd, file), 'utf8')]),
    );
    expect(findings(files)).toEqual([]);
    const { resources, servers } = readFiles(files);
    const bound = resources.flatMap(({ id, methods }) =>
      methods.map(({ name, operation, verbs }) =>
        [id, name, verbs.map(({ value }) => value).join() || 'exec', operation?.method, operation?.path].join(
          '\t',
        ),
      ),
    );
    const [, ...rows] = readFileSync(join(folder, 'bindings.tsv'), 'utf8').trimEnd().split('\n');
    expect(bound.toSorted()).toEqual(rows.map((row) => row.split('\t').slice(0, 5).join('\t')).toSorted());
    expect(resources).toHaveLength(190);
    expect(servers.map(({ url }) => url)).toEqual(['https://{subdomain}.okta.com']);
  });
});
