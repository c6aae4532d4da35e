import { dictionary } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { declarationsOf, object, planOf, property, ref, schemasOf, string } from '../testing/plan.ts';

const pets = schemasOf({
  Pet: object(
    [property('kind', { ...string, enum: ['cat', 'dog', 'fish'] }), property('name', string, true)],
    {
      description: 'Any pet.',
      discriminator: {
        propertyName: 'kind',
        mapping: dictionary([
          ['dog', 'Dog'],
          ['cat', 'Cat'],
        ]),
      },
    },
  ),
  Cat: { kind: 'allOf', parts: [ref('Pet'), object([property('lives', { kind: 'integer' })])] },
  Dog: { kind: 'allOf', parts: [ref('Pet'), object([property('friend', ref('Pet'))])] },
});

describe('a declaration', () => {
  it('of an object is an interface, each field with what there is to say', () => {
    const schemas = schemasOf({
      User: object([
        property(
          'id',
          { ...string, description: 'The id. */ alert(1)', minLength: 1, maxLength: 20, default: 'a' },
          true,
        ),
        property('status', { ...string, enum: ['A', 'B'], deprecated: true }),
      ]),
    });
    expect(declarationsOf(planOf(schemas, { answered: ['User'] })).User).toBe(`interface {
  /**
   * The id. *&#47; alert(1)
   *
   * Length: 1 to 20.
   * @default "a"
   */
  id: string;
  /** @deprecated */
  status?: 'A' | 'B';
}`);
  });

  it('extends interfaces, where no field comes twice', () => {
    const schemas = schemasOf({
      A: object([property('a', string)]),
      B: object([property('a', string)]),
      Apart: {
        kind: 'allOf',
        parts: [ref('A'), object([property('b', string)]), { kind: 'any', description: 'Both.' }],
      },
      Twice: { kind: 'allOf', parts: [ref('A'), ref('B')] },
      Maybe: { kind: 'allOf', parts: [ref('A'), object([property('b', string)])], nullable: true },
    });
    const { Apart, Twice, Maybe } = declarationsOf(
      planOf(schemas, { answered: ['Apart', 'Twice', 'Maybe'] }),
    );
    expect(Apart).toBe('/** Both. */\ninterface extends A {\n  b?: string;\n}');
    expect(Twice).toBe('type = A & B');
    expect(Maybe).toBe('type = (A & {\n  b?: string;\n}) | null');
  });

  it('of parts that say nothing of a shape is an alias', () => {
    const schemas = schemasOf({
      Facts: { kind: 'allOf', parts: [{ kind: 'any', description: 'x' }] },
      Open: { kind: 'allOf', parts: [object([]), { kind: 'any', description: 'y' }] },
      Wide: { kind: 'allOf', parts: [ref('Open'), object([])] },
    });
    const declared = declarationsOf(planOf(schemas, { answered: ['Facts', 'Wide'] }));
    expect(declared).toEqual({
      Facts: '/** x */\ntype = unknown',
      Open: '/** y */\ninterface {\n  [key: string]: unknown;\n}',
      Wide: 'interface extends Open {\n}',
    });
  });

  it('of a base whose discriminator names others is any of them, each of which is told by its values', () => {
    const declared = declarationsOf(planOf(pets, { answered: ['Pet'] }));
    expect(declared).toEqual({
      Pet: "/** Any pet. */\ntype = Cat | Dog | (PetCommon & { kind: 'fish' })",
      PetCommon: "interface {\n  kind?: 'cat' | 'dog' | 'fish';\n  name: string;\n}",
      Cat: "interface extends PetCommon {\n  kind: 'cat';\n  lives?: number;\n}",
      Dog: "interface extends PetCommon {\n  kind: 'dog';\n  /** Any pet. */\n  friend?: Pet;\n}",
    });
  });

  it('of a base keeps its fields where the others do not build on it', () => {
    const schemas = schemasOf({
      Command: object([property('op', string)], {
        discriminator: {
          propertyName: 'op',
          mapping: dictionary([
            ['go', 'Go'],
            ['self', 'Command'],
          ]),
        },
      }),
      Go: object([property('where', string)]),
    });
    expect(declarationsOf(planOf(schemas, { answered: ['Command'] })).Command).toBe(
      "type = (CommandCommon & Go & { op: 'go' }) | (CommandCommon & { op: 'self' })",
    );
  });

  it('of an heir that others are made of says nothing of its own values', () => {
    const schemas = schemasOf({
      Base: object([property('k', string)], {
        discriminator: {
          propertyName: 'k',
          mapping: dictionary([
            ['m', 'Middle'],
            ['l', 'Leaf'],
          ]),
        },
      }),
      Middle: { kind: 'allOf', parts: [ref('Base'), object([property('m', string)])] },
      Leaf: { kind: 'allOf', parts: [ref('Middle'), object([property('l', string)])] },
    });
    const { Base, Middle, Leaf } = declarationsOf(planOf(schemas, { answered: ['Base'] }));
    expect(Base).toBe("type = Leaf | (Middle & { k: 'm' })");
    expect(Middle).toBe('interface extends BaseCommon {\n  m?: string;\n}');
    expect(Leaf).toBe("interface extends Middle {\n  k: 'l';\n  l?: string;\n}");
  });

  it('of a component that is made of itself is unknown, since nothing satisfies it', () => {
    const schemas = schemasOf({
      A: ref('B'),
      B: { kind: 'allOf', parts: [ref('A'), object([property('x', string)])] },
      Tree: object([property('children', { kind: 'array', items: ref('Tree') })]),
      List: { kind: 'array', items: ref('List') },
    });
    const declared = declarationsOf(planOf(schemas, { answered: ['A', 'Tree', 'List'] }));
    expect(declared).toEqual({
      A: 'type = unknown',
      B: 'type = {\n  x?: string;\n}',
      Tree: 'interface {\n  children?: Tree[];\n}',
      List: 'type = List[]',
    });
  });
});
