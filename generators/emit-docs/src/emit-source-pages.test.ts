import { readFileSync } from 'node:fs';
import path from 'node:path';
import { providerSettings } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { reconcile } from '@plumbline/reconcile';
import { describe, expect, it } from 'vitest';
import { emitSourcePages } from './emit-source-pages.ts';
import { evaluatePage } from './evaluate-page.ts';
import { factsOfPage, pageFacts } from './page-facts.ts';
import { repository } from './testing/documents.ts';
import { OWN_COMPONENTS } from './views/page.ts';

const file = path.join(repository, 'specs/okta/openapi.yaml');
const settings = providerSettings('okta', '@plumbline/okta-client');
const spec = readOpenApi([{ path: 'openapi.yaml', text: readFileSync(file, 'utf8') }]);
if ('unreadable' in spec) throw new Error(`${file} is unreadable`);
const { model } = reconcile({ spec, pages: readResourcePages([], { provider: 'okta' }), settings });
const resources = model.services.flatMap((service) => service.resources);
const files = emitSourcePages(model);
const pages = readResourcePages(
  files.map(({ path, content }) => ({ path, text: content })),
  { provider: 'okta' },
);

describe('the first source pages of a provider without any', () => {
  it('are one for each resource that the spec comes to', () => {
    expect(files).toHaveLength(resources.length);
    expect(files.map(({ path }) => path)).toContain('user/users.md');
  });

  it('say what the model says, in the current format, with no component that needs more than the page', () => {
    expect(pages.diagnostics).toEqual([]);
    expect(new Set(pages.resources.map(({ dialect }) => dialect))).toEqual(new Set(['N2']));
    expect(pages.resources.map(factsOfPage)).toEqual(resources.map((resource) => pageFacts(model, resource)));
    const texts = files.map(({ content }) => content).join('');
    expect(OWN_COMPONENTS.filter((name) => texts.includes(`<${name}`))).toEqual(['Prose']);
    expect(texts).not.toContain('facts.json');
  });

  it('compile as MDX', () => {
    for (const { content } of files.slice(0, 2)) expect(evaluatePage(content).length).toBeGreaterThan(0);
  });

  it('leave nothing to report, and bind to what they were made of', () => {
    const again = reconcile({ spec, pages, settings });
    expect(again.diagnostics).toEqual([]);
    const bound = (services: typeof model.services) =>
      services.flatMap((service) =>
        service.resources.flatMap(({ id, methods }) =>
          methods.map(({ name, operation }) => [id, name, operation]),
        ),
      );
    expect(bound(again.model.services)).toEqual(bound(model.services));
  });
});
