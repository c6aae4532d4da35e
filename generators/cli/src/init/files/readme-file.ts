import { markdownText } from '@plumbline/render';
import { namesOf, type WorkspacePlan } from './plan.ts';

/** The README of a workspace: what is where, and the first steps. */
export function readmeFile(plan: WorkspacePlan): string {
  const { provider, title, derived, repository } = plan;
  const { client, specsFolder, clientFolder, contractTestsFolder } = namesOf(plan);
  const environment = [
    ...Object.values(derived.serverVariables).flatMap(({ env }) => env ?? []),
    ...derived.auth.map(([, env]) => env),
  ];
  return `# ${markdownText(title.replace(/\s+/g, ' ').trim()) || provider}

A client, docs and contract tests, made from an OpenAPI spec and resource pages by
[Plumbline](https://www.npmjs.com/package/@plumbline/cli), which keeps them true to one another.

## First steps

Node 22.18 or later is enough: pnpm comes through \`npx\`.

\`\`\`sh
npx -y pnpm@12 install    # writes pnpm-lock.yaml: commit it
npx -y pnpm@12 generate   # read specs, reconcile, write what changed
npx -y pnpm@12 check      # what CI runs: nothing is stale, spec and pages agree
npx -y pnpm@12 test       # the client against a mock of the API
npx -y pnpm@12 site       # the docs site on this machine, rebuilt as you edit
npx -y pnpm@12 build      # the client's package in ${clientFolder}/dist, the site in docs/build
\`\`\`

## What is where

| folder | what it is |
| --- | --- |
| \`${specsFolder}\` | **the sources**: the spec, a page for each resource in \`resources\`, and \`plumbline.config.ts\`, which says what neither does |
| \`${clientFolder}\` | \`${client}\`, the client; \`src/generated\` is generated, everything else is yours |
| \`${contractTestsFolder}\` | tests that hold the client to the spec; \`src/generated\` is generated |
| \`docs\` | the site; \`docs/content\` is generated, guides, look and components are yours |
| \`.changeset\` | what the next release says: \`npx -y pnpm@12 changeset\` |

Generated files are committed, so that a review shows what a change of the spec comes to. Nothing else is ever overwritten.

## Change something

1. Change the spec, a page, or the config in \`${specsFolder}\`.
2. \`npx -y pnpm@12 drift\` says where spec and pages disagree, with the line and column of each place;
   \`npx -y pnpm@12 fix\` mends the pages where the spec is right.
3. \`npx -y pnpm@12 generate\`, and commit all of it.

## On GitHub

| workflow | what it does | needs |
| --- | --- | --- |
| \`plumbline.yml\` | checks each pull request, on its lines, in code scanning and in one comment | code scanning, which a private repository may lack: then take its step out |
| \`regenerate.yml\` | keeps one pull request with what the API's publisher and Plumbline bring (\`upstream\` in the config) | *Settings, Actions, General*: allow GitHub Actions to create pull requests |
| \`release.yml\` | keeps the pull request of the next versions; publishes to npm, with provenance | the same; to publish, the variable \`NPM_PUBLISH\` = \`true\` and the secret \`NPM_TOKEN\`${repository === null ? `, and \`repository\` in \`${clientFolder}/package.json\`` : ''} |
| \`site.yml\` | deploys the site | *Settings, Pages*: GitHub Actions as the source |
${
  environment.length === 0
    ? ''
    : `
## Credentials

The client reads from the environment what it is not given: ${environment.map((name) => `\`${name}\``).join(', ')}.
`
}`;
}
