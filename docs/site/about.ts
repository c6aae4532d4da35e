/** What tells one site from another. */
export interface About {
  readonly title: string;
  /** The heading of the home page. */
  readonly tagline: string;
  /** What `llms.txt` says of the site. */
  readonly summary: string;
  readonly footer: string;
  /** Files of `static`, the one for dark pages where it is another. */
  readonly logo: { readonly src: string; readonly srcDark?: string };
  /** What is shown where a page is linked to. */
  readonly card?: string;
  /** The guides that the home page names. */
  readonly guides: readonly { readonly to: string; readonly title: string; readonly text: string }[];
  /** The page that explains each code of a finding, which is an anchor there; without it codes lead nowhere. */
  readonly diagnostics?: string;
}
