/** Parts of a page of `acme.library.books`, which a test puts together. */
export const OVERVIEW = '## Overview\n<table><tr><td>Id</td><td>`acme.library.books`</td></tr></table>\n\n';
export const METHODS = '## Methods\n| Name | Accessible by |\n|:--|:--|\n| `get` | `SELECT` |\n\n';
export const SQL = 'SELECT id FROM acme.library.books;';

/** A page whose Fields section is `body`. */
export function pageWithFields(body: string): string {
  return `${OVERVIEW}## Fields\n${body}\n\n${METHODS}`;
}
