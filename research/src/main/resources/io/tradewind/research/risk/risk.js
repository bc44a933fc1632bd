// Puts the report of risk together.

const report = JSON.parse(document.getElementById('data').textContent);
const days = report.days;
const times = days.map((day) => Date.parse(day.time) / 1000);

const MODELS = {
  historical: { name: 'Historical', kind: '', colour: 'accent' },
  ewma: { name: 'EWMA', kind: 'hold', colour: 'hold', dash: [6, 4] },
  monteCarlo: { name: 'Monte Carlo', kind: 'quiet', colour: 'control', dash: [2, 3] },
};

const KINDS = {
  warned: 'Warned', limit: 'Limit reached', tripped: 'Breaker tripped', returned: 'Breaker returned', locked: 'Entries locked',
  emergency: 'Emergency stop', guarded: 'Entry guarded', hedged: 'Hedge changed',
  resumed: 'Resumed by hand', halted: 'Halted',
};

/** What stopped or changed an entry; a lock only lets a symbol rest. */
const HITS = ['limit', 'tripped', 'guarded', 'emergency', 'halted'];

const MOST_EVENTS = 500;

/** What is open at the end is closed there, so without a trade nothing was held. */
const heldNothing = report.worstTrades.length === 0;

const NOTHING = 'Nothing was held, so nothing was risked.';

function isLock(event) {
  return event.kind === 'locked';
}

function plain(text) {
  return element('p', { class: 'soft' }, text);
}

function note(text) {
  return element('p', { class: 'soft small' }, text);
}

function bare(name) {
  return name.replace(/^[^:/]+:(?=.*\/)/, '');
}

/** Columns are [heading, class]; rows are lists of cells. */
function table(kind, columns, rows) {
  return element('div', { class: 'scroll', tabindex: '0' }, element('table', { class: kind },
    element('thead', {}, element('tr', {}, ...columns.map(([name, type]) => element('th', { scope: 'col', class: type }, name)))),
    element('tbody', {}, ...rows.map((row) => element('tr', {},
      ...row.map((cell, i) => element('td', { class: columns[i][1] }, cell)))))));
}

function limitWords(use) {
  return use.limit === null ? 'no limit was set'
    : `limit ${percent(use.limit)}, over it on ${count(use.daysOver, 'day', 'days')}`;
}

function summary() {
  const { run, heat, leverage, drawdown } = report;
  const loss = report.valueAtRisk.methods.find((method) => method.method === 'historical');
  const hits = report.events.filter((event) => HITS.includes(event.kind)).length;
  const locks = report.events.filter(isLock).length;
  const tiles = [
    ['Max heat', percent(heat.max), `mean ${percent(heat.mean)}; ${limitWords(heat)}`],
    ['Max exposure', percent(leverage.max), `mean ${percent(leverage.mean)}; ${limitWords(leverage)}`],
    ['Max drawdown', percent(drawdown.max), `longest ${count(drawdown.longestDays, 'day', 'days')}`],
    ['Value at risk', loss ? percent(loss.loss) : ABSENT,
      loss ? `of a day at ${percent(report.valueAtRisk.confidence, false, 0)}, shortfall ${percent(loss.expectedShortfall)}` : 'the run is too short'],
    ['Worse days', loss ? String(loss.exceedances) : ABSENT,
      loss ? `of ${loss.daysJudged}, ${number(loss.expected, 1)} promised` : ''],
    ['Limits hit', String(hits),
      `limits and breakers; beside them ${count(locks, 'lock', 'locks')}, ${count(report.signals.raised - report.signals.followed, 'signal refused', 'signals refused')}`],
  ];
  const strip = element('dl', { class: 'headline card' });
  for (const [term, value, beneath] of tiles) {
    strip.append(element('div', {}, element('dt', {}, term), element('dd', {}, value, element('small', {}, beneath))));
  }
  const symbols = run.symbols.map(bare);
  const named = symbols.length > 6 ? `${symbols.slice(0, 6).join(', ')} and ${symbols.length - 6} more` : symbols.join(', ');
  return [
    element('p', { class: 'eyebrow' }, `Risk of a backtest · ${named} · ${run.interval} candles · `
      + `${longDate(Date.parse(run.from) / 1000)} to ${longDate(Date.parse(run.to) / 1000)}`),
    element('h1', {}, run.strategy),
    ...(heldNothing
      ? [element('p', { class: 'lead' }, `${NOTHING} ${count(report.signals.raised, 'signal was', 'signals were')} raised, ${number(report.signals.followed, 0)} followed.`)]
      : [element('p', { class: 'lead' }, 'What could have been lost, what was, and what held it back.'), strip]),
  ];
}

function column(key) {
  return days.map((day) => day[key]);
}

function exposure() {
  const heat = dayChart('Heat over time', times, [
    { name: 'Most of the day', kind: '', colour: 'accent', values: column('maxHeat') },
    { name: 'At its end', kind: 'hold', colour: 'hold', dash: [5, 4], values: column('heat') },
  ], { limit: report.heat.limit });
  const held = dayChart('Exposure over time', times, [
    { name: 'Longs and shorts together, most of the day', kind: '', colour: 'accent', values: column('maxLeverage') },
    { name: 'Longs less shorts, at its end', kind: 'hold', colour: 'hold', dash: [5, 4], values: column('net') },
  ], { limit: report.leverage.limit });
  const symbols = report.symbols.map((one) => [one.symbol, `${percent(one.maxExposure)} on ${count(one.daysHeld, 'day', 'days')}`, one.maxExposure]);
  return element('div', { class: 'stack' },
    card('Heat', note('What all stops together would lose, of equity; a position without a stop counts whole.'), ...heat),
    card('Exposure', note('Notional of all positions, of equity.'), ...held),
    card('Most of each symbol', barList(symbols, 'plain')));
}

function losses() {
  const { methods, window, confidence } = report.valueAtRisk;
  if (methods.length === 0) {
    return card('', plain(heldNothing ? NOTHING : 'The run is too short to tell any: it takes 80 days.'));
  }
  const first = methods[0].method;
  const marks = days.map((_, i) => i).filter((i) => days[i][first] !== null && -days[i].return > days[i][first]);
  const series = methods.map((method) => ({
    ...MODELS[method.method],
    values: days.map((day) => (day[method.method] === null ? null : -day[method.method])),
  }));
  const chart = dayChart('Value at risk and daily returns', times, series, { bars: { name: 'Return', values: column('return') }, marks });
  const rows = methods.map((method) => [
    MODELS[method.method].name, percent(method.loss), percent(method.expectedShortfall),
    `${method.exceedances} of ${method.daysJudged}`, number(method.expected, 1),
    number(method.kupiecP, 3), number(method.independenceP, 3),
  ]);
  return card('', note(`What a day was told to lose at most in ${percent(confidence, false, 0)} of all cases, each from the `
    + `${window} days before; days that the historical one did not cover are full red.`), ...chart,
  table('list', [['Method', ''], ['Next day', 'number'], ['Shortfall', 'number'], ['Worse days', 'number'], ['Promised', 'number'],
    ["Kupiec's p", 'number'], ["Christoffersen's p", 'number']], rows),
  note('A p under 0.05 makes a method doubtful: too many or too few days were worse (Kupiec), or they came in clusters (Christoffersen).'));
}

function falls() {
  const chart = dayChart('Drawdown over time', times,
    [{ name: 'Drawdown', kind: 'fall', colour: 'loss', values: days.map((day) => -day.drawdown) }], {});
  return card('', note(`At most ${percent(report.drawdown.max)}, at the end ${percent(report.drawdown.last)}, `
    + `the longest ${count(report.drawdown.longestDays, 'day', 'days')}.`), ...chart);
}

function together() {
  const { pairs, limit, isLimited } = report.correlations;
  if (pairs.length === 0) {
    return card('', plain('It takes two symbols.'));
  }
  const names = report.symbols.map((one) => one.symbol);
  const of = (a, b) => pairs.find((pair) => (pair.first === a && pair.second === b) || (pair.first === b && pair.second === a));
  const cell = (a, b) => {
    const pair = of(a, b);
    if (!pair || pair.correlation === null) {
      return element('td', { class: 'none' }, pair ? ABSENT : '1');
    }
    const made = element('td', { class: pair.isOver ? 'over' : '' }, number(pair.correlation));
    made.style.background = `rgba(var(--${pair.correlation < 0 ? 'gain' : 'loss'}-rgb), ${(0.4 * Math.abs(pair.correlation)).toFixed(3)})`;
    return made;
  };
  const over = pairs.filter((pair) => pair.isOver);
  const matrix = element('table', { class: 'matrix' },
    element('thead', {}, element('tr', {}, element('td', {}), ...names.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...names.map((a) => element('tr', {}, element('th', { scope: 'row' }, a), ...names.map((b) => cell(a, b))))));
  return card('', note(`${over.length === 0 ? 'No pair is' : count(over.length, 'pair is', 'pairs are')} over ${number(limit)}`
    + `${isLimited ? ', the limit over which symbols count as one.' : ', the limit that ships; this run had none.'}`),
  element('div', { class: 'scroll', tabindex: '0' }, matrix));
}

function limits() {
  const all = report.events;
  if (all.length === 0) {
    return card('', plain('No limit of losses was reached, no breaker tripped, nothing was locked.'));
  }
  const locks = all.filter(isLock);
  const others = all.filter((event) => !isLock(event));
  return card('',
    ...(others.length > 0 ? [note(told(others, 'event', 'events')), eventTable(others)] : [plain('No limit of losses was reached, no breaker tripped.')]),
    ...(locks.length > 0 ? [element('details', {}, element('summary', {}, told(locks, 'lock', 'locks')), eventTable(locks))] : []));
}

function told(events, one, many) {
  return `${count(events.length, one, many)}, the latest first${events.length > MOST_EVENTS ? `; the last ${MOST_EVENTS} are shown, all are in --json` : ''}.`;
}

function eventTable(events) {
  const rows = events.slice(-MOST_EVENTS).reverse()
    .map((event) => [isoMinute(Date.parse(event.time) / 1000), KINDS[event.kind], event.name, event.detail]);
  const made = table('list', [['Time', ''], ['What', ''], ['Which', 'words'], ['Detail', 'words']], rows);
  made.classList.add('fold');
  return made;
}

function detail() {
  const { sizes, signals, funding, liquidations, run } = report;
  const nothing = (text) => plain(text);
  const bound = sizes.map((size) => [size.words, count(size.entries, 'entry', 'entries'), size.entries]);
  const refused = signals.refused.map((one) => [`${one.words} (${one.by})`, number(one.times, 0), one.times]);
  const rows = liquidations.map((one) => [isoMinute(Date.parse(one.time) / 1000), one.symbol, quantity(one.quantity), quantity(one.price), money(one.fee), money(one.covered)]);
  return [
    card('What decided the sizes', bound.length > 0 ? barList(bound, 'plain') : nothing('There was no entry.')),
    card('Signals', note(`${count(signals.raised, 'signal', 'signals')}, ${number(signals.followed, 0)} followed.`),
      refused.length > 0 ? barList(refused, 'loss') : nothing('None was refused.')),
    card('Funding', facts([['Paid', `${money(funding.paid)} ${run.currency}`], ['Received', `${money(funding.received)} ${run.currency}`]])),
    card('Liquidations', rows.length > 0
      ? table('list', [['Time', ''], ['Symbol', ''], ['Quantity', 'number'], ['Price', 'number'], ['Fee', 'number'], ['Covered', 'number']], rows)
      : nothing('Nothing was liquidated.')),
  ];
}

function worst() {
  if (report.worstTrades.length === 0) {
    return card('', plain('There were no trades.'));
  }
  const rows = report.worstTrades.map((trade) => [
    trade.symbol, trade.side, isoMinute(Date.parse(trade.entryTime) / 1000), isoMinute(Date.parse(trade.exitTime) / 1000), trade.exitReason,
    element('span', { class: tone(trade.profit) }, money(trade.profit, true)), percent(trade.profitRatio, true),
    trade.r === null ? ABSENT : `${number(trade.r)} R`,
  ]);
  return card('', table('list', [['Symbol', ''], ['Side', ''], ['Entry', ''], ['Exit', ''], ['By', ''], ['Profit', 'number'], ['Of the entry', 'number'], ['Of its risk', 'number']], rows));
}

function made() {
  const { run } = report;
  const notices = run.notices.map((text) => element('p', { class: 'notice' }, text));
  return [...notices, card('', facts([
    ['Strategy', run.strategy], ['Symbols', run.symbols.join(', ')], ['Capital', `${money(run.capital)} ${run.currency}`],
    ...Object.entries(run.settings)]))];
}

function start() {
  setMoneyDigits(report.run.capital);
  section('summary').append(...summary());
  const short = () => card('', plain(heldNothing ? NOTHING : 'The run was too short for a curve.'));
  const hasCurve = days.length > 1 && !heldNothing;
  section('heat').append(hasCurve ? exposure() : short());
  section('loss').append(losses());
  section('fall').append(hasCurve ? falls() : short());
  section('together').append(together());
  section('limits').append(limits());
  section('detail').append(...detail());
  section('trades').append(worst());
  section('run').append(...made());
}

startTheme();
start();
