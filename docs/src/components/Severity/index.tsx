interface Props {
  readonly level: 'error' | 'warning' | 'info';
}

/** How grave a finding is. */
export default function Severity({ level }: Props) {
  return <span className={`severity severity--${level}`}>{level}</span>;
}
