import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

interface Props {
  readonly code: string;
}

/** The code of a kind of finding, with a link to what the site says of it. */
export default function FindingCode({ code }: Props) {
  const { diagnostics } = useDocusaurusContext().siteConfig.customFields ?? {};
  if (typeof diagnostics !== 'string') return <code>{code}</code>;
  return (
    <Link to={`${diagnostics}#${code}`}>
      <code>{code}</code>
    </Link>
  );
}
