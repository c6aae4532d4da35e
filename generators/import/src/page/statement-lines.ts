/**
 * A statement whose line ends a copy has lost, with line ends where the format has them: a comment would swallow what
 * follows it, and a name is run together with the keyword behind it. A statement that has its lines stays as it is.
 */
export function restoreLines(code: string): string {
  if (code.includes('\n')) return code;
  return code
    .replace(
      /(?:(?<![ \t])[ \t]+)?(INSERT INTO|DELETE FROM|FROM)[ \t]+(?=[\w"`-]+\.[\w"`-]+\.[\w"`-]+)/g,
      '\n$1 ',
    )
    .replace(
      /(FROM [\w"`-]+\.[\w"`-]+\.[\w"`-]+?)[ \t]*(WHERE|LIMIT|ORDER)[ \t]*(?=[\w"`.-]{1,256} ?=|\w)/g,
      '$1\n$2 ',
    )
    .replace(/((?:UPDATE|REPLACE) [\w"`.-]+?)[ \t]*SET[ \t]*(?=[\w"`.-]{1,256} ?=|-)/g, '$1\nSET ')
    .replace(/(--[ \t]*required)[ \t]*(?=[^\s;])/g, '$1\n')
    .replace(
      /(\}\}'?|\*\/|\)|required|updatable properties)\s*(AND|WHERE|RETURNING|FROM|SELECT|SET)[ \t]*(?=[\s\w'"`{(])/g,
      '$1\n$2 ',
    )
    .replace(/^(\n?)SELECT(?=[\w"`*])/, '$1SELECT ')
    .replace(/(EXEC [\w"`-]+(?:\.[\w"`-]+){3}?)[ \t]*(?=@)/g, '$1\n')
    .replace(/(\}\}'?|required,?)[ \t]*(?=@@?\w+ ?=)/g, '$1\n')
    .replace(/,[ \t]*(?=[\w"`'{@/])/g, ',\n')
    .trim();
}
