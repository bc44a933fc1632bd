// Light or dark: as the system has it, until the reader chooses.

/** Storage is refused to some pages that are opened from a disk; the theme is then not remembered. */
function remembered(action) {
  try {
    return action(window.localStorage);
  } catch (refused) {
    return null;
  }
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  const toggle = section('theme');
  toggle.setAttribute('aria-pressed', String(name === 'dark'));
  plots.forEach((one) => one.redraw());
}

function startTheme() {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const chosen = remembered((storage) => storage.getItem('tradewind-theme'));
  setTheme(chosen || (system.matches ? 'dark' : 'light'));
  system.addEventListener('change', () => setTheme(system.matches ? 'dark' : 'light'));
  section('theme').addEventListener('click', () => {
    const name = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    remembered((storage) => storage.setItem('tradewind-theme', name));
    setTheme(name);
  });
  let onScreen = 'light';
  window.addEventListener('beforeprint', () => {
    onScreen = document.documentElement.dataset.theme;
    setTheme('light');
    plots.forEach((one) => one.paintNow());
  });
  window.addEventListener('afterprint', () => setTheme(onScreen));
}
