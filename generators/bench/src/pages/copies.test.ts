import { readResourcePages } from '@plumbline/read-resource-pages';
import { expect, it } from 'vitest';
import { copiesOf } from './copies.ts';

const page = (id: string): string =>
  `# x\n\n## Overview\n<table><tbody>\n<tr><td><b>Id</b></td><td><code>${id}</code></td></tr>\n</tbody></table>\n\n## Methods\n| Name |\n|:--|\n| \`get\` |\n`;

it('makes as many different resources as it makes pages', () => {
  const originals = [
    { path: 'acme/users/groups.md', text: page('acme.users.groups') },
    { path: 'acme/users/roles.md', text: page('acme.users.roles') },
    { path: 'acme/users/same.md', text: page('acme.users.roles') },
  ];
  const copies = copiesOf(originals, 4);
  const { resources } = readResourcePages(copies, { provider: null });
  expect(resources.map(({ file, id }) => [file, id.value])).toEqual([
    ['acme/users_0/groups.md', 'acme.users.groups_0'],
    ['acme/users_0/roles.md', 'acme.users.roles_1'],
    ['acme/users_0/same.md', 'acme.users.roles_2'],
    ['acme/users_1/groups.md', 'acme.users.groups_3'],
  ]);
});
