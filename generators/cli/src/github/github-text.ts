/**
 * Markdown for a comment or a pull request of GitHub, in which texts of documents stand: they may not notify people or teams
 * (`@name`), link or close issues (`Fixes #1`, an issue's address), or link anywhere at all. Code is left as it is.
 */
export function harmless(markdown: string): string {
  return markdown
    .split(/(`[^`\n]*`)/)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/@(?=[\w-])|#(?=\d)|(?<=GH-)(?=\d)|:(?=\/\/)/gi, broken),
    )
    .join('');
}

/** A comment of HTML, which nobody sees and no such word survives. */
function broken(mark: string): string {
  return `${mark}<!-- -->`;
}

/** What GitHub takes for the text of a comment or of a pull request, in characters. */
const MOST = 65_536;

/** The lines that fit, and how many do not: `more` tells where the rest is. */
export function fitting(markdown: string, more: string, most: number = MOST): string {
  if (markdown.length <= most) return markdown;
  const lines = markdown.split('\n');
  // So much is left for the sentence about the rest.
  let left = most - more.length - 100;
  const kept = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return `${lines.slice(0, kept).join('\n')}\n\n… and ${lines.length - kept} more lines. ${more}\n`;
}
