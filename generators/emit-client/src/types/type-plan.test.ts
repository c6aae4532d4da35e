import { describe, expect, it } from 'vitest';
import { object, planOf, property, ref, schemasOf, string, type Traffic } from '../testing/plan.ts';

const schemas = schemasOf({
  User: object([property('id', { ...string, readOnly: true }), property('group', ref('Group'))]),
  Group: object([property('name', string), property('owner', ref('Owner'))]),
  Owner: object([property('secret', { ...string, writeOnly: true }), property('tag', ref('Tag'))]),
  Tag: string,
  Unused: string,
});

function planned(...traffic: readonly Traffic[]): string[] {
  return planOf(schemas, ...traffic).variants.map(
    ({ name, service }) => `${name} in ${service ?? 'components'}`,
  );
}

describe('the types of a client', () => {
  it('are those that its methods speak of, at any remove', () => {
    expect(planned({ answered: ['Group'] })).toEqual(['Group in things', 'Owner in things', 'Tag in things']);
  });

  it('are two where a field is hidden on one side, in them or in what they hold', () => {
    expect(planned({ sent: ['User'], answered: ['User'] })).toEqual([
      'Group in things',
      'GroupInput in things',
      'Owner in things',
      'OwnerInput in things',
      'Tag in things',
      'User in things',
      'UserInput in things',
    ]);
  });

  it('have the names of requests where only requests hold them, so that an answer changes no name', () => {
    expect(planned({ sent: ['Owner'] })).toEqual(['OwnerInput in things', 'Tag in things']);
  });

  it('stand with the service that uses them alone, else with the components', () => {
    expect(
      planned({ service: 'a', answered: ['Group'] }, { service: 'b', answered: ['Owner'], sent: ['Owner'] }),
    ).toEqual(['Group in a', 'Owner in components', 'OwnerInput in b', 'Tag in components']);
  });
});

describe('the name of a type', () => {
  const named = (...components: readonly string[]) =>
    planOf(schemasOf(Object.fromEntries(components.map((name) => [name, string]))), {
      answered: components,
    }).variants.map(({ component, name, taken }) => [component, name, taken]);

  it.each([
    ['an identifier with a capital, kept', 'APIUser', 'APIUser'],
    ['anything else, in camel case', 'api-user', 'ApiUser'],
    ['a word of TypeScript', 'string', 'String'],
    ['a hostile name', '__proto__', 'Proto'],
    ['a name of nothing but signs', '😀', 'Type_'],
  ])('is %s', (_name, component, want) => {
    expect(named(component)).toEqual([[component, want, null]]);
  });

  it('is numbered where another component has it, in an order that does not depend on the document', () => {
    const want = [
      ['UserName', 'UserName', null],
      ['user-name', 'UserName2', 'UserName'],
      ['user_name', 'UserName3', 'UserName'],
    ];
    expect(named('user_name', 'UserName', 'user-name')).toEqual(want);
    expect(named('user-name', 'user_name', 'UserName')).toEqual(want);
  });

  it('keeps out of the way of what files need', () => {
    expect(named('Blob', 'Call')).toEqual([
      ['Blob', 'Blob2', 'Blob'],
      ['Call', 'Call2', 'Call'],
    ]);
  });
});
