/** The ids that a resource page's headings get. */
const HEADINGS: ReadonlySet<string> = new Set([
  'overview',
  'fields',
  'methods',
  'parameters',
  'lifecycle-methods',
  ...['select', 'insert', 'update', 'replace', 'delete'].map((verb) => `${verb}-examples`),
]);

/** The id of a method's row: its name, unless that is the id of something else on the page. */
export function methodAnchor(name: string): string {
  return HEADINGS.has(name) || /^(?:method|parameter)-/.test(name) ? `method-${name}` : name;
}

/** The id of the row of a parameter or a body field. */
export function parameterAnchor(name: string): string {
  return `parameter-${name}`;
}
