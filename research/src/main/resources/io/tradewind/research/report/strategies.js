// What each strategy came to, how good its signals were, and what trading cost.

const COST_LABELS = { fees: 'Fees', spread: 'Spread', slippage: 'Slippage', impact: 'Impact', funding: 'Funding' };

/** A card with the figures of a strategy, and one with its signals. */
function strategyCards(data) {
  return data.strategies.flatMap((strategy) => [resultCard(strategy, data), qualityCard(strategy)]);
}

function resultCard(strategy, data) {
  const { figures, costs } = strategy;
  const { currency } = data.run;
  const paid = costs.gross - costs.net;
  return card(strategy.name, facts([
    ['Capital', `${money(strategy.capital)} ${currency}`],
    ['Final equity', `${money(figures.finalEquity)} ${currency}`],
    ['Return', percent(figures.totalReturn, true)],
    ['Max drawdown', percent(figures.maxDrawdown)],
    ['Sharpe', number(figures.sharpe)],
    ['Trades', number(figures.trades, 0)],
    ['Win rate', percent(figures.winRate)],
    ['Profit factor', number(figures.profitFactor)],
    ['Exposure', percent(figures.exposure)],
    ['Before costs', `${money(costs.gross, true)} ${currency}`],
    ['Costs', `${money(paid)} ${currency}: ${Object.keys(COST_LABELS)
      .map((key) => `${COST_LABELS[key].toLowerCase()} ${money(costs[key])}`).join(', ')}`],
    ['After costs', `${money(costs.net, true)} ${currency}`],
  ]));
}

function qualityCard(strategy) {
  const { quality } = strategy;
  const title = `Signals of ${strategy.name}`;
  if (quality.trades === 0) {
    return card(title, element('p', { class: 'soft' }, 'There were no trades to judge them by.'));
  }
  const sure = quality.calibration.filter((bucket) => bucket.trades > 0);
  return card(title,
    element('p', { class: 'soft small' }, `By the last ${count(quality.trades, 'trade', 'trades')}.`),
    facts([
      ['Hit rate', percent(quality.hitRate)],
      ['Expectancy', `${percent(quality.expectancy, true)} a trade${quality.expectancyR === null ? '' : `, ${number(quality.expectancyR)} R`}`],
      ['Brier score', number(quality.brier)],
      ['Calibration error', number(quality.calibrationError)],
    ]),
    element('h4', {}, 'Of confidence, how many earned'),
    barList(sure.map((bucket) => [`${number(bucket.from, 1)} to ${number(bucket.to, 1)}`,
      `${percent(bucket.hitRate, false, 0)} of ${bucket.trades}`, bucket.hitRate]), ''),
    element('h4', {}, 'Price after a signal, in its direction'),
    barList(quality.decay.map((horizon) => [`After ${count(horizon.candles, 'candle', 'candles')}`,
      horizon.signals === 0 ? ABSENT : `${percent(horizon.meanReturn, true)}, ${percent(horizon.hitRate, false, 0)} right`,
      horizon.meanReturn || 0]), ''));
}

/** Sums of all strategies by what was paid for; of a run that does not know, as its figures say. */
function costRows(data) {
  const sums = Object.keys(COST_LABELS).map((key) => [COST_LABELS[key],
    data.strategies.reduce((sum, strategy) => sum + strategy.costs[key], 0)]);
  return sums.map(([label, sum]) => [label, `${money(sum)} ${data.run.currency}`, sum]);
}

function costDays(data) {
  return card('Dearest days', barList(data.costDays.map(([date, paid]) =>
    [date, `${money(paid)} ${data.run.currency}`, paid]), 'loss-bar'));
}
