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
  return HEADINGS.has(name) || /^(?:about|error|example|field|method|parameter|response|schema)-/.test(name)
    ? `method-${name}`
    : name;
}

/** The id of the row of a field that a method returns. */
export function fieldAnchor(method: string, name: string): string {
  return `field-${method}-${name}`;
}

/** The id of what is told of a method's request and responses. */
export function aboutAnchor(method: string): string {
  return `about-${method}`;
}

/** The id of a method's example. */
export function exampleAnchor(method: string): string {
  return `example-${method}`;
}

/** The id of a response's row. */
export function responseAnchor(method: string, status: string): string {
  return `${status.startsWith('2') ? 'response' : 'error'}-${method}-${status}`;
}

/** The id of the row of a parameter or a body field. */
export function parameterAnchor(name: string): string {
  return `parameter-${name}`;
}
