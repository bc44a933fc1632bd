// What each strategy came to, how good its signals were, and what trading cost.

const COST_LABELS = { fees: 'Fees', spread: 'Spread', slippage: 'Slippage', impact: 'Impact', funding: 'Funding' };

/** A card with the figures of a strategy, and one with its signals; then what all of them have in common. */
function strategyCards(data) {
  return [...data.strategies.flatMap((strategy) => [resultCard(strategy, data), qualityCard(strategy)]),
    ...data.rivals.map((rival) => rivalCard(rival, data)),
    ...(data.execution.entries > 0 ? [executionCard(data.execution)] : []),
    ...(data.capital.shares.length > 0 ? [capitalCard(data.capital)] : [])];
}

function rivalCard(rival, data) {
  const { figures } = rival;
  return card(`Rival ${rival.name}`, element('p', {}, rival.words), facts([
    ['Final equity', `${money(figures.finalEquity)} ${data.run.currency}`],
    ['Return', percent(figures.totalReturn, true)],
    ['Max drawdown', percent(figures.maxDrawdown)],
    ['Sharpe', number(figures.sharpe)],
    ['Trades', number(figures.trades, 0)],
    ['Win rate', percent(figures.winRate)],
    ['Profit factor', number(figures.profitFactor)],
  ]));
}

function executionCard(execution) {
  const bps = (value) => (value === null ? ABSENT : `${number(Math.abs(value))} bps ${value < 0 ? 'better' : 'worse'}`);
  return card('How entries were worked', facts([
    ['Entries', number(execution.entries, 0)],
    ['Filled', percent(execution.filledShare)],
    ['Against arrival', bps(execution.slippageBps)],
    ['Against benchmark', bps(execution.benchmarkSlippageBps)],
  ]));
}

function capitalCard(capital) {
  const left = capital.shiftTotal - capital.shifts.length;
  return card('Capital between strategies',
    element('p', { class: 'soft small' }, 'What each came to above is told as if nothing had been moved: it need not add up to the account. Costs and profits in money do.'),
    facts(capital.shares.map(([name, share, reason]) => [name, `${percent(share, false, 1)}: ${reason}`])),
    ...(capital.shiftTotal === 0 ? [] : [element('details', {},
      element('summary', {}, count(capital.shiftTotal, 'shift', 'shifts') + (left > 0 ? `, the last ${capital.shifts.length}` : '')),
      facts(capital.shifts.map(([date, from, to, share, reason]) =>
        [date, `${percent(share, false, 1)} from ${from} to ${to}: ${reason}`])))]));
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
      `${percent(bucket.hitRate, false, 0)} of ${bucket.trades}`, bucket.hitRate]), 'plain', 1),
    element('h4', {}, 'Price after a signal, in its direction'),
    barList(quality.decay.map((horizon) => [`After ${count(horizon.candles, 'candle', 'candles')}`,
      horizon.signals === 0 ? ABSENT : `${percent(horizon.meanReturn, true)}, ${percent(horizon.hitRate, false, 0)} right`,
      horizon.meanReturn || 0]), 'result'));
}

/** Sums of all strategies by what was paid for; of a run that does not know, as its figures say. */
function costRows(data) {
  const sums = Object.keys(COST_LABELS).map((key) => [COST_LABELS[key],
    data.strategies.reduce((sum, strategy) => sum + strategy.costs[key], 0)]);
  return sums.map(([label, sum]) => [label, `${money(sum)} ${data.run.currency}`, sum]);
}

function costDays(data) {
  return card('Dearest days', barList(data.costDays.map(([date, paid]) =>
    [date, `${money(paid)} ${data.run.currency}`, paid]), 'loss'));
}
