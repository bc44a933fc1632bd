// Puts the report together.

const report = JSON.parse(document.getElementById('data').textContent);

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

function start() {
  setMoneyDigits(Number(report.run.capital));
  const trades = readTrades(report);
  const nothing = (text) => card('', element('p', { class: 'soft' }, text));
  section('summary').append(...summary(report));
  section('equity').append(report.equity.t.length > 1 ? equityChart(report)
    : nothing('The run was too short for a curve.'));
  section('months').append(monthTable(report));
  const chart = report.charts.length > 0 ? candleChart(report, trades) : null;
  section('chart').append(chart ? chart.card : nothing('The run kept no candles.'));
  section('trades').append(trades.length > 0 ? tradeList(report, trades, chart)
    : nothing('There were no trades. The signals below say whether any were raised, and why they were refused.'));
  section('figures').append(figureGroups(report));
  if (report.strategies.length > 0) {
    section('strategies').append(element('div', { class: 'pair' }, ...strategyCards(report)));
  } else {
    section('strategies').remove();
  }
  section('detail').append(distribution(trades), rolling(report), costs(report), signals(report),
    ...(report.costDays.length > 0 ? [costDays(report)] : []));
  section('run').append(...runFacts(report));
}

startTheme();
start();
