import Link from '@docusaurus/Link';

interface Props {
  readonly errors?: string;
  readonly warnings?: string;
  /** The place of the consistency page that tells what they are. */
  readonly href: string;
}

/** Tells that a page and the spec disagree, and leads to the findings. */
export default function DriftBadge({ errors = '0', warnings = '0', href }: Props) {
  const grave = errors !== '0';
  const counts = [counted(errors, 'error'), counted(warnings, 'warning')].filter((text) => text !== '');
  return (
    <Link className={`drift-badge severity severity--${grave ? 'error' : 'warning'}`} to={href}>
      Differs from its source page: {counts.join(', ') || 'notes'}
    </Link>
  );
}

function counted(count: string, noun: string): string {
  return count === '0' ? '' : `${count} ${noun}${count === '1' ? '' : 's'}`;
}
