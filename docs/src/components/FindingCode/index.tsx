import Link from '@docusaurus/Link';

interface Props {
  readonly code: string;
}

/** The code of a kind of finding, with a link to what the guide says of it. */
export default function FindingCode({ code }: Props) {
  return (
    <Link to={`/guides/diagnostics#${code}`}>
      <code>{code}</code>
    </Link>
  );
}
