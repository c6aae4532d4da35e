import { describe, expect, it } from 'vitest';
import { openContract } from '../contract.ts';
import type { JsonValue } from '../json.ts';
import { sampleProvider } from '../testing/sample-provider.ts';
import { isStreamType, sampleStream } from './stream.ts';

const contract = openContract(sampleProvider({}));
const stream = (mediaType: string, schema?: JsonValue) => {
  const object = schema === undefined ? {} : { schema };
  return sampleStream({ mediaType, isJson: false, object }, 1, contract);
};
const record = { type: 'object', required: ['n'], properties: { n: { enum: [1] } } };

describe('a stream', () => {
  it.each([
    ['has a JSON text a line', 'application/x-ndjson', record, '{"n":1}\n{"n":1}\n', [{ n: 1 }, { n: 1 }]],
    [
      'has the items of a list',
      'application/jsonl',
      { type: 'array', items: { enum: [1] } },
      '1\n1\n',
      [1, 1],
    ],
    ['has a record each', 'application/json-seq', { enum: [1] }, '\u001e1\n\u001e1\n', [1, 1]],
    [
      'has the data of events',
      'text/event-stream; charset=utf-8',
      record,
      'data: {"n":1}\n\ndata: {"n":1}\n\n',
      [{ n: 1 }, { n: 1 }],
    ],
    [
      'has whole events',
      'text/event-stream',
      { required: ['data', 'event'], properties: { event: { const: 'add' }, data: record } },
      'event: add\ndata: {"n":1}\n\nevent: add\ndata: {"n":1}\n\n',
      [{ n: 1 }, { n: 1 }],
    ],
    [
      'has events of text',
      'text/event-stream',
      { type: 'string', enum: ['a\nb'] },
      'data: a\ndata: b\n\ndata: a\ndata: b\n\n',
      ['a\nb', 'a\nb'],
    ],
  ])('%s', (_name, mediaType, schema, text, values) => {
    expect(isStreamType(mediaType)).toBe(true);
    expect(stream(mediaType, schema)).toEqual({ text, values });
  });

  it('has texts where nothing is said of its events', () => {
    const { text, values } = stream('text/event-stream');
    expect(text).toBe(values.map((value) => `data: ${value}\n\n`).join(''));
    expect(values.map((value) => typeof value)).toEqual(['string', 'string']);
  });
});
