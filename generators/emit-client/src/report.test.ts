import { describe, expect, it } from 'vitest';
import { emitMethods } from './index.ts';
import { methodOf, modelOf, operation, response } from './testing/model.ts';
import { object, type PlainSchema, property, ref, string } from './testing/plan.ts';

describe('what the client cannot carry', () => {
  it.each([
    [
      'a type whose name is taken',
      { services: { a: { a: [answering('Blob')] } }, schemas: { Blob: string } },
      {
        code: 'type-name-collision',
        message: 'The type of `Blob` is `Blob2` in the client, for `Blob` is taken.',
      },
    ],
    [
      'a body with members that nobody encodes',
      { services: { a: { a: [sending({ 'application/xml': object([property('a', string)]) })] } } },
      {
        code: 'body-not-encoded',
        subject: { resource: 'acme.a.a', method: 'send', operation: 'POST /a', in: 'body' },
      },
    ],
  ])('is reported: %s', (_name, sample, want) => {
    expect(emitMethods(modelOf(sample)).diagnostics).toMatchObject([want]);
  });
});

function answering(component: string) {
  const bound = operation('GET /a', { responses: [response('200', { 'application/json': ref(component) })] });
  return [methodOf('get', bound), bound] as const;
}

function sending(body: { readonly [mediaType: string]: PlainSchema }) {
  const bound = operation('POST /a', { body });
  return [methodOf('send', bound), bound] as const;
}
