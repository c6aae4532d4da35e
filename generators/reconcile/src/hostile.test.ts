import { describe, expect, it } from 'vitest';
import { fixture, reconcileLibrary } from './testing/library.ts';

const VOLUMES = fixture('volumes.md');

describe('names that JavaScript objects have of themselves', () => {
  const { model, findings } = reconcileLibrary({
    spec: [
      ['- name: force', '- name: __proto__'],
      [
        '        title: { type: string,',
        '        constructor: { type: string }\n        title: { type: string,',
      ],
    ],
    page: [
      [
        '<a href="#parameter-force"><code>force</code></a>',
        '<a href="#parameter-x"><code>__proto__</code></a>',
      ],
      [
        '<tr id="parameter-force">\n    <td><CopyableCode code="force" />',
        '<tr id="parameter-x">\n    <td><CopyableCode code="__proto__" />',
      ],
      ["AND force = '{{ force }}'", "AND __proto__ = '{{ __proto__ }}'"],
    ],
    pages: { 'v.md': VOLUMES.replace('acme.books.volumes', 'acme.__proto__.constructor') },
  });

  it('are ordinary names of services, resources, parameters and fields', () => {
    expect(model.services.map(({ name, clientName, slug }) => [name, clientName, slug])).toEqual([
      ['__proto__', 'proto', '__proto__'],
      ['books', 'books', 'books'],
    ]);
    const removal = model.services[1]?.resources[0]?.methods.find(({ name }) => name === 'delete_book');
    expect(removal?.params.at(-1)).toMatchObject({ name: '__proto__', key: '__proto__Query', in: 'query' });
    expect(findings.filter(([, name]) => name === 'constructor').map(([code]) => code)).toEqual([
      'field-missing-from-page',
      'field-missing-from-page',
      'optional-body-field-missing-from-page',
      'optional-body-field-missing-from-page',
      'field-missing-from-page',
    ]);
  });
});

describe('what costs time', () => {
  it('grows with the number of methods, though none of them is bound', () => {
    const rows = (count: number): string =>
      Array.from(
        { length: count },
        (_, i) =>
          `| <CopyableCode code="m${i}_book" /> | \`SELECT\` | <CopyableCode code="host" /> | A book. |\n`,
      ).join('');
    const page = (count: number): string => `${VOLUMES}${rows(count)}`;
    const time = (count: number): number => {
      const start = process.cpuUsage().user / 1000;
      reconcileLibrary({ pages: { 'volumes.md': page(count) } });
      return process.cpuUsage().user / 1000 - start;
    };
    time(1000);
    expect(time(4000)).toBeLessThan(10_000);
  });

  it('does not multiply with schemas that contain one another', () => {
    const layers = Array.from({ length: 40 }, (_, i) => {
      const next = `{ $ref: '#/components/schemas/L${i + 1}' }`;
      return `    L${i}: { allOf: [${next}, ${next}], oneOf: [${next}, ${next}] }`;
    });
    const schemas = [...layers, '    L40: { type: object, properties: { deep: { type: string } } }'].join(
      '\n',
    );
    const { findings } = reconcileLibrary({
      spec: [
        ['  schemas:\n', `  schemas:\n${schemas}\n`],
        [
          "type: array, items: { $ref: '#/components/schemas/Book' }",
          "type: array, items: { $ref: '#/components/schemas/L0' }",
        ],
      ],
    });
    expect(findings).toContainEqual(['field-missing-from-page', 'deep', '<TabItem value="list_books">']);
  });
});
