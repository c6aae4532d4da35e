import { describe, expect, it } from 'vitest';
import { readProviderYaml } from './read-provider-yaml.ts';

const TEXT = `
paths:
  /books/{bookId}:
    parameters: [{ name: bookId, in: path }]
    get:
      parameters:
        - { name: genre, in: query }
        - $ref: '#/components/parameters/limit'
        - $ref: '#/components/parameters/gone'
        - 7
components:
  parameters: { limit: { name: limit, in: query } }
  x-stackQL-resources:
    books:
      methods:
        get_book: { operation: { $ref: '#/paths/~1books~1{bookId}/get' } }
        drop_book: { operation: { $ref: '#/paths/~1books~1{bookId}/delete' } }
`;

describe('the parameters that StackQL accepts', () => {
  const yaml = readProviderYaml([{ path: 'books.yaml', text: TEXT }], { provider: 'acme' });
  if ('unreadable' in yaml) throw new Error(yaml.unreadable[0]?.message);
  const accepted = new Map(
    yaml.resources.flatMap(({ methods }) =>
      methods.map(({ name, operation }) => [name, operation && yaml.accepted(operation)]),
    ),
  );

  it('are those that the operation lists itself', () => {
    expect(accepted.get('get_book')).toEqual(new Set(['genre', 'limit']));
  });

  it('are not known of an operation that is not there', () => {
    expect(accepted.get('drop_book')).toBeNull();
  });
});
