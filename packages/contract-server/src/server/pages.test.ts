import { describe, expect, it } from 'vitest';
import type { ProviderPagination } from '../provider/provider.ts';
import { startThings } from '../testing/things-server.ts';

describe('pages', () => {
  const size = async (answer: Response) => ((await answer.json()) as unknown[]).length;

  it('go by links to the last one', async () => {
    const { url } = await startThings({ items: 5 }, { kind: 'link', items: null, limitParam: 'limit' });
    const sizes = [];
    for (let next: string | undefined = `${url}/things?limit=2`; next !== undefined; ) {
      const answer: Response = await fetch(next);
      sizes.push(await size(answer));
      next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('have other items each, with or without ids, whatever an example has', async () => {
    const { url } = await startThings(
      { items: 4 },
      { kind: 'page', items: null, limitParam: 'limit', pageParam: 'page' },
    );
    const page = async (at: number) => (await fetch(`${url}/points?limit=1&page=${at}`)).json();
    const pages = [await page(1), await page(2), await page(3), await page(4)];
    expect(new Set(pages.map((one) => JSON.stringify(one))).size).toBe(4);
    expect(pages[0]).toEqual([{ x: 1, y: 1 }]);
  });

  it('go by a cursor in the body, which the last one has not', async () => {
    const { url } = await startThings({ items: 3, pageSize: 2 });
    const first = (await (await fetch(`${url}/wrapped`)).json()) as { data: unknown[]; next: string };
    const last = await (await fetch(`${url}/wrapped?cursor=${first.next}`)).json();
    expect(first.data).toHaveLength(2);
    expect(last).toEqual({ data: [expect.anything()] });
  });

  it('go by a cursor that is a number, where the parameter is one', async () => {
    const { url } = await startThings({ items: 3, pageSize: 2 });
    const first = await (await fetch(`${url}/since`)).json();
    const last = await (await fetch(`${url}/since?after=2`)).json();
    expect(first).toMatchObject({ after: 2 });
    expect(last).toEqual({ data: [expect.anything()] });
  });

  it.each<[string, { pagination: ProviderPagination; search: string; want: number }]>([
    [
      'offset',
      {
        pagination: { kind: 'offset', items: null, limitParam: 'limit', offsetParam: 'offset' },
        search: 'limit=2&offset=4',
        want: 1,
      },
    ],
    [
      'page',
      {
        pagination: { kind: 'page', items: null, limitParam: 'limit', pageParam: 'page' },
        search: 'limit=2&page=3',
        want: 1,
      },
    ],
    [
      'beyond the end',
      {
        pagination: { kind: 'page', items: null, limitParam: 'limit', pageParam: 'page' },
        search: 'limit=2&page=9',
        want: 0,
      },
    ],
  ])('go by %s', async (_name, { pagination, search, want }) => {
    const { url } = await startThings({ items: 5 }, pagination);
    expect(await size(await fetch(`${url}/things?${search}`))).toBe(want);
  });

  it('are empty on demand', async () => {
    const { url } = await startThings({}, { kind: 'link', items: null, limitParam: 'limit' });
    const answer = await fetch(`${url}/things`, { headers: { prefer: 'items=0' } });
    expect(await answer.json()).toEqual([]);
    expect(answer.headers.get('link')).not.toContain('next');
  });
});
