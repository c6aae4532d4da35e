import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';

/** Paper is light: a page that is read in the dark would be printed in light letters on white. */
function printLight(): void {
  const { dataset } = document.documentElement;
  const chosen = dataset.theme;
  dataset.theme = 'light';
  window.addEventListener('afterprint', () => Object.assign(dataset, { theme: chosen }), { once: true });
}

if (ExecutionEnvironment.canUseDOM) window.addEventListener('beforeprint', printLight);
