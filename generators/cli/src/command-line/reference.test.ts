import { expect, it } from 'vitest';
import { commandReference } from './reference.ts';

const INTRODUCTION = `# @plumbline/cli

Keeps a provider's OpenAPI spec, its resource pages, its TypeScript client, its docs and its contract tests true to
one another. \`npx @plumbline/cli drift --provider okta --spec openapi.yaml --pages users.md\` shows where spec and pages
disagree; it needs Node.js 22.18 or later.

A provider is described by a \`plumbline.config.ts\`, typed by \`defineConfig\` of this package; its JSON Schema is
\`config.schema.json\`. Findings go to standard error for people and to standard output for machines; what a diagnostic
code means, \`plumbline explain CODE\` tells.

`;

it('stands in the README (`vitest -u` renews it)', async () => {
  await expect(INTRODUCTION + commandReference()).toMatchFileSnapshot('../../README.md');
});
