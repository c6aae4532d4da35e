import Link from '@docusaurus/Link';

interface Props {
  readonly method: string;
  /** An anchor within the tab of that method. */
  readonly href: string;
}

/** Stands for a table that another tab shows already. */
export default function SameFields({ method, href }: Props) {
  return (
    <p>
      The same fields as{' '}
      <Link to={href}>
        <code>{method}</code>
      </Link>
      .
    </p>
  );
}
