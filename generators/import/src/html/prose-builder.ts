import type { Inline, Prose } from '../text/lines.ts';

/** What buttons of code blocks and of references say; others belong to the text. */
const BUTTON = /^(?:copy|copied!?|copy to clipboard|toggle word wrap|expand all|collapse all|download)?$/i;

/** Collects the text of one line or cell, with its code and links. */
export class ProseBuilder {
  private parts: Inline[] = [];
  private kind: 'text' | 'code' | 'link' = 'text';
  private href = '';
  private buffer = '';
  /** How much there was when a button began; null outside of one. */
  private button: { readonly parts: number; readonly length: number } | null = null;

  get isEmpty(): boolean {
    return this.parts.length === 0 && this.buffer.trim() === '';
  }

  add(text: string): void {
    this.buffer += text;
  }

  /** A line break, unless one is there or the line is empty. */
  breakLine(): void {
    const before = this.buffer === '' ? (this.parts.at(-1)?.text ?? '') : this.buffer;
    if (before !== '' && !before.endsWith('\n')) this.buffer += '\n';
  }

  openLink(href: string): void {
    this.flush('link');
    this.href = href;
  }

  closeLink(): void {
    if (this.kind === 'link') this.flush('text');
  }

  openCode(): void {
    if (this.kind === 'text') this.flush('code');
  }

  closeCode(): void {
    if (this.kind === 'code') this.flush('text');
  }

  openButton(): void {
    this.button = { parts: this.parts.length, length: this.buffer.length };
  }

  closeButton(): void {
    const start = this.button;
    this.button = null;
    if (start === null || start.parts !== this.parts.length) return;
    if (BUTTON.test(this.buffer.slice(start.length).trim())) this.buffer = this.buffer.slice(0, start.length);
  }

  take(): { readonly raw: string; readonly prose: Prose } {
    this.flush('text');
    const raw = this.parts.map(({ text }) => text).join('');
    const prose = trimmed(this.parts);
    this.parts = [];
    return { raw: raw.replace(/(?:(?<! ) +)?\n */g, '\n'), prose };
  }

  private flush(next: 'text' | 'code' | 'link'): void {
    const text = this.buffer;
    this.buffer = '';
    if (text !== '') {
      this.parts.push(
        this.kind === 'link' ? { kind: 'link', text, href: this.href } : { kind: this.kind, text },
      );
    }
    this.kind = next;
  }
}

/** Without blanks at the ends, and with one blank where several follow each other. */
function trimmed(parts: readonly Inline[]): Prose {
  const kept: Inline[] = [];
  for (const part of parts) {
    const before = kept.at(-1)?.text ?? ' ';
    const text = part.text.replace(/(?:(?<! ) +)?\n */g, '\n').replace(/ {2,}/g, ' ');
    const begun = /\s$/.test(before) ? text.trimStart() : text;
    if (begun !== '') kept.push({ ...part, text: begun });
  }
  const last = kept.pop();
  if (last === undefined) return [];
  const end = last.text.trimEnd();
  return end === '' ? trimmed(kept) : [...kept, { ...last, text: end }];
}
