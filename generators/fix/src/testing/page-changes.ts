import type { Dialect } from '@plumbline/model';
import type { BookMethod, BookPage, BookRow, BookStatement } from './book-page.ts';

export type Change = (page: BookPage, dialect: Dialect) => BookPage;

export const method =
  (name: string, change: (method: BookMethod, dialect: Dialect) => Partial<BookMethod>): Change =>
  (page, dialect) => {
    const own = page.methods[name];
    if (own === undefined) throw new Error(`There is no ${name}`);
    return { ...page, methods: { ...page.methods, [name]: { ...own, ...change(own, dialect) } } };
  };

export const statement =
  (name: string, change: (own: BookStatement, dialect: Dialect) => BookStatement): Change =>
  (page, dialect) => ({
    ...page,
    statements: {
      ...page.statements,
      [name]: { ...page.statements[name], ...change(page.statements[name] ?? {}, dialect) },
    },
  });

export const row =
  (kind: 'fields' | 'params', name: string, type: string | null, description: string | null = null): Change =>
  (page) => ({
    ...page,
    [kind]: page[kind].map(
      (own): BookRow => (own[0] === name ? [name, type ?? own[1], description ?? own[2]] : own),
    ),
  });

export const both =
  (...changes: readonly Change[]): Change =>
  (page, dialect) =>
    changes.reduce((current, change) => change(current, dialect), page);

export const without = (
  list: readonly string[] | undefined,
  ...names: readonly string[]
): readonly string[] =>
  (list ?? []).filter((name) => !names.includes(name.replace(/!$/, '').replace(/^data__/, '')));
