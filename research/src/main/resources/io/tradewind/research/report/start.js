// Puts the report together.

const report = JSON.parse(document.getElementById('data').textContent);

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
