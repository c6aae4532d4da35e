import { documentTypes } from '@plumbline/emit-client';
import { describe, expect, it } from 'vitest';
import { startTypesThread } from './types-thread.ts';

const document = (title: string) => ({
  openapi: '3.1.0',
  info: { title, version: '1' },
  paths: { [`/${title}`]: {} },
});

describe('the thread of the types', () => {
  it('answers what is made in this one, begun or not', async () => {
    const acme = document('acme');
    const begun = startTypesThread();
    begun.begin(acme);
    expect(await begun.typesOf(acme)).toEqual(await documentTypes(acme));
    expect(await startTypesThread().typesOf(acme)).toEqual(await documentTypes(acme));
  });

  it('answers for the document that is asked for, where it began with another', async () => {
    const thread = startTypesThread();
    thread.begin(document('one'));
    thread.begin(document('two'));
    const three = document('three');
    expect(await thread.typesOf(three)).toEqual(await documentTypes(three));
  });

  it('passes on what openapi-typescript refuses', async () => {
    const schemas = { Main: { type: 'object', properties: { a: [1] } } };
    const refused = await startTypesThread().typesOf({ ...document('acme'), components: { schemas } });
    expect(refused).toEqual({ refused: expect.stringContaining('invalid property a') });
  });

  it('rejects where it fails itself', async () => {
    const endless: unknown[] = [];
    endless.push(endless);
    const paths = endless as never;
    await expect(startTypesThread().typesOf({ paths })).rejects.toThrow(RangeError);
  });
});
