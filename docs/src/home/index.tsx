import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { About } from '@site/site/about';
import type { ProviderCard } from '@site/site/home-plugin';
import Layout from '@theme/Layout';
import styles from './styles.module.css';

interface Props {
  readonly providers: readonly ProviderCard[];
}

export default function Home({ providers }: Props) {
  const { siteConfig } = useDocusaurusContext();
  const guides = siteConfig.customFields?.guides as About['guides'];
  return (
    <Layout title="Home" description={siteConfig.tagline}>
      <main className={`container ${styles.home}`}>
        <header className={styles.opening}>
          <h1>{siteConfig.tagline}</h1>
          <p>
            Each page tells one resource whole: its fields, methods and parameters as the spec has them, with
            examples in SQL, TypeScript and cURL.
          </p>
        </header>
        {providers.map((provider) => (
          <Provider key={provider.provider} {...provider} />
        ))}
        <section aria-labelledby="guides">
          <h2 id="guides">
            <Link to="/guides">Guides</Link>
          </h2>
          <ul className={styles.guides}>
            {guides.map(({ to, title, text }) => (
              <li key={to}>
                <Link to={to}>{title}</Link>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </Layout>
  );
}

function Provider({ provider, title, description, specVersion, href, services }: ProviderCard) {
  const resources = services.reduce((sum, service) => sum + service.resources, 0);
  const methods = services.reduce((sum, service) => sum + service.methods, 0);
  return (
    <section aria-labelledby={`provider-${provider}`} className={styles.provider}>
      <div className={styles.about}>
        <h2 id={`provider-${provider}`}>
          <Link to={href}>{provider}</Link>
        </h2>
        <p>{description}</p>
        <p className={styles.facts}>
          {counted(services.length, 'service')} · {counted(resources, 'resource')} ·{' '}
          {counted(methods, 'method')}
          <br />
          {title} {specVersion}
        </p>
      </div>
      <ul className={styles.services}>
        {services.map((service) => (
          <li key={service.name}>
            <Link to={service.href}>
              <strong>{service.name}</strong>
              <span>
                {counted(service.resources, 'resource')}, {counted(service.methods, 'method')}
              </span>
              {service.description && <em>{service.description}</em>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
