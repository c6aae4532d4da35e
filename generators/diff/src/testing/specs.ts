/** A spec of the given members, each a line of YAML. */
export function api(...members: readonly string[]): string {
  return ['openapi: 3.1.0', "info: { title: Books, version: '1' }", ...members, ''].join('\n');
}

/** A spec of one operation, `GET /books`, with the given members. */
export function getBooks(...members: readonly string[]): string {
  return api(`paths: { /books: { get: { operationId: listBooks, tags: [books], ${withOk(members)} } } }`);
}

function withOk(members: readonly string[]): string {
  const ok = members.some((member) => member.startsWith('responses'))
    ? []
    : ["responses: { '204': { description: Done. } }"];
  return [...members, ...ok].join(', ');
}

/** One that sends a body of the given schema. */
export function sends(schema: string, schemas = '{}'): string {
  const body = `requestBody: { required: true, content: { application/json: { schema: ${schema} } } }`;
  return api(
    `paths: { /books: { post: { operationId: createBook, tags: [books], ${withOk([body])} } } }`,
    `components: { schemas: ${schemas} }`,
  );
}

/** One that answers with the given schema. */
export function answers(schema: string, schemas = '{}'): string {
  const content = `content: { application/json: { schema: ${schema} } }`;
  return api(
    `paths: { /books: { get: { operationId: getBook, tags: [books], responses: { '200': { description: Yes., ${content} } } } } }`,
    `components: { schemas: ${schemas} }`,
  );
}

/** An object with one field of the given schema. */
export function field(schema: string, rest = ''): string {
  return `{ type: object, properties: { title: ${schema} }${rest === '' ? '' : `, ${rest}`} }`;
}
