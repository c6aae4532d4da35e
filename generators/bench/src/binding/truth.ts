/** Which operation each method is of: method id → operation key, `GET /users/{id}`. */
export type Truth = ReadonlyMap<string, string>;

/** Reads a table with the columns resource, method, SQL verb, HTTP method, path; further ones are not looked at. */
export function readTruth(text: string): Truth {
  const [, ...rows] = text.trimEnd().split('\n');
  return new Map(
    rows.map((row) => {
      const [resource, method, , http, path] = row.split('\t');
      return [`${resource}.${method}`, `${http} ${path}`];
    }),
  );
}
