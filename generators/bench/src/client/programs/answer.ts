/** What the server of the benchmarks, or what stands in its place, answers. */
export const ANSWER: string = JSON.stringify({
  id: '00u1',
  status: 'ACTIVE',
  created: '2026-01-02T03:04:05.000Z',
  profile: { login: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
});
export const ANSWER_HEADERS = { 'content-type': 'application/json' } as const;
