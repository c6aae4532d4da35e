import { useDoc } from '@docusaurus/plugin-content-docs/client';
import CopyButton from '@site/src/components/CopyButton';
import styles from './styles.module.css';

/** Copies the page as Markdown, from its twin: the page's address followed by `.md`. */
export default function CopyPage() {
  const twin = `${useDoc().metadata.permalink.replace(/\/$/, '')}.md`;
  const fetchTwin = async () => {
    const response = await fetch(twin);
    if (!response.ok) throw new Error(`${twin}: ${response.status}`);
    return await response.text();
  };
  return (
    <div className={styles.twin}>
      <CopyButton className={styles.button} label="Copy page as Markdown" text={fetchTwin}>
        {(state) => ({ ready: 'Copy page', copied: 'Copied', failed: 'Could not copy' })[state]}
      </CopyButton>
      <a className={styles.link} href={twin}>
        Markdown
      </a>
    </div>
  );
}
