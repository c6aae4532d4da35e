import { useCodeBlockContext } from '@docusaurus/theme-common/internal';
import type { Props } from '@theme/CodeBlock/Content';
import CodeBlockContent from '@theme-original/CodeBlock/Content';
import { useEffect, useState } from 'react';
import styles from './styles.module.css';

/**
 * Code in colours once it comes into view; until then, and without scripts, as it is. Most code of a page stands in tabs
 * that nobody opens: to colour all of it costs more than the rest of the page.
 */
export default function CodeBlockContentInView(props: Props) {
  const { metadata, wordWrap } = useCodeBlockContext();
  const code = wordWrap.codeBlockRef;
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (code.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(code.current);
    return () => observer.disconnect();
  }, [code]);
  if (seen) return <CodeBlockContent {...props} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <pre ref={code} tabIndex={0} className={`${styles.plain} thin-scrollbar`}>
      <code>{metadata.code}</code>
    </pre>
  );
}
