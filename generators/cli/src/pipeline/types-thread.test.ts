import { documentTypes } from '@plumbline/emit-client';
import { describe, expect, it } from 'vitest';
import { openTypesThread } from './types-thread.ts';

const document = (title: string) => ({
  openapi: '3.1.0',
  info: { title, version: '1' },
  paths: { [`/${title}`]: {} },
});

describe('the thread of the types', () => {
  it('answers what is made in this one, begun or not', async () => {
    const acme = document('acme');
    const begun = openTypesThread();
    begun.begin(acme);
    expect(await begun.typesOf(acme)).toEqual(await documentTypes(acme));
    expect(await openTypesThread().typesOf(acme)).toEqual(await documentTypes(acme));
  });

  it('answers for the document that is asked for, where it began with another', async () => {
    const thread = openTypesThread();
    thread.begin(document('one'));
    thread.begin(document('two'));
    const three = document('three');
    expect(await thread.typesOf(three)).toEqual(await documentTypes(three));
  });

  it('passes on what openapi-typescript refuses', async () => {
    const schemas = { Main: { type: 'object', properties: { a: [1] } } };
    const refused = await openTypesThread().typesOf({ ...document('acme'), components: { schemas } });
    expect(refused).toEqual({ refused: expect.stringContaining('invalid property a') });
  });

  it('rejects where it fails itself', async () => {
    const endless: unknown[] = [];
    endless.push(endless);
    const paths = endless as never;
    await expect(openTypesThread().typesOf({ paths })).rejects.toThrow(RangeError);
  });
});
