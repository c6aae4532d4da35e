import { dictionary, type Encoding } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { describeOperation, usual } from '../testing/describe-operation.ts';
import { operation } from '../testing/model.ts';
import { object, property, string } from '../testing/plan.ts';

const list = { kind: 'array', items: string } as const;
const record = object([property('a', string)]);
const file = { ...string, format: 'binary' } as const;
const body = object([property('tags', list), property('meta', record), property('file', file)]);

function described(mediaType: string, encoding: { readonly [part: string]: Encoding }) {
  const bound = operation('POST /x', { body: { [mediaType]: body }, ...usual });
  const contents = bound.requestBody?.contents.map((content) => ({
    ...content,
    encoding: dictionary(Object.entries(encoding)),
  }));
  const requestBody = bound.requestBody && { ...bound.requestBody, contents: contents ?? [] };
  const { descriptor } = describeOperation({ ...bound, requestBody });
  return /(?:, (?:styles|types): .*)? \}/.exec(descriptor ?? '')?.[0].slice(2, -4);
}

describe.each([['application/x-www-form-urlencoded'], ['multipart/form-data']])(
  'a body of %s',
  (mediaType) => {
    it.each<[string, { given: { readonly [part: string]: Encoding }; want: string }]>([
      ['is plain unless something is said', { given: {}, want: '' }],
      ['has lists joined', { given: { tags: { explode: false } }, want: 'styles: { tags: formJoined }' }],
      [
        'has the styles of its fields',
        {
          given: {
            tags: { style: 'pipeDelimited', explode: false },
            meta: { style: 'deepObject', explode: true },
          },
          want: 'styles: { tags: pipeDelimited, meta: deepObject }',
        },
      ],
      ['has lists as they are by default', { given: { tags: { style: 'form', explode: true } }, want: '' }],
      ['leaves files as they are', { given: { file: { contentType: 'image/png' } }, want: '' }],
    ])('%s', (_name, { given, want }) => {
      expect(described(mediaType, given)).toBe(want);
    });
  },
);

describe('a part that is said to be of a media type', () => {
  const given = { meta: { contentType: 'application/json' }, tags: { contentType: 'text/plain, text/csv' } };

  it('is JSON in a form', () => {
    expect(described('application/x-www-form-urlencoded', given)).toBe('styles: { meta: jsonContent }');
  });

  it('bears it in a multipart form, where it is one', () => {
    expect(described('multipart/form-data', given)).toBe("types: { meta: 'application/json' }");
  });
});
