/** A block of CommonMark or of GitHub's tables; `text` is inline Markdown, in which `<br>` is a hard break. */
export type MarkdownBlock =
  | { readonly kind: 'paragraph' | 'code'; readonly text: string }
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  /** The first row is the head. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'rule' };

export type ListItem = readonly MarkdownBlock[];
