import { readdirSync, readFileSync } from 'node:fs';

/**
 * The `*.hbs` files of a folder by their names without the extension. Templates are code of ours: this loads them as
 * an import would, and is the one place outside the CLI that reads a disk.
 */
export function readTemplates<Name extends string>(folder: URL): { readonly [K in Name]: string } {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .sort();
  const entries = files.map((file) => [
    file.slice(0, -'.hbs'.length),
    readFileSync(new URL(file, folder), 'utf8'),
  ]);
  return Object.fromEntries(entries);
}
