// The parts of the report that are words and tables.

function figure(data, key) {
  return data.figures.find((f) => f.key === key).value;
}

function figureText(item, currency) {
  switch (item.unit) {
    case 'RATIO': return percent(item.value);
    case 'MONEY': return item.value === null ? ABSENT : `${money(item.value)} ${currency}`;
    case 'R': return item.value === null ? ABSENT : `${number(item.value)} R`;
    case 'DAYS': return item.value === null ? ABSENT : count(item.value, 'day', 'days');
    case 'COUNT': return item.value === null ? ABSENT : number(item.value, 0);
    default: return number(item.value);
  }
}

function bareSymbol(name) {
  return name.replace(/^[^:/]+:(?=.*\/)/, '');
}

function summary(data) {
  const { run } = data;
  const total = figure(data, 'totalReturn');
  const held = figure(data, 'buyAndHoldReturn');
  const symbols = run.symbols.map(bareSymbol);
  const named = symbols.length > 6 ? `${symbols.slice(0, 6).join(', ')} and ${symbols.length - 6} more` : symbols.join(', ');
  const lead = element('p', { class: 'lead' });
  lead.append(`${money(Number(run.capital))} ${run.currency} became `,
    element('strong', {}, `${money(figure(data, 'finalEquity'))} ${run.currency}`), ' in ',
    `${duration(Math.floor((run.to - run.from) / DAY) * DAY || run.to - run.from).replace(/d$/, ' days').replace(/^1 days/, '1 day')}: `,
    element('strong', { class: tone(total) }, percent(total, true)), ', where holding would have given ',
    element('strong', { class: tone(held) }, percent(held, true)), '.');
  const profit = figure(data, 'netProfit');
  const lasted = figure(data, 'maxDrawdownDays');
  const tiles = [
    ['Final equity', money(figure(data, 'finalEquity')), `${money(profit, true)} ${run.currency} net profit`, ''],
    ['Return', percent(total, true), `holding ${percent(held, true)}`, tone(total)],
    ['Sharpe', number(figure(data, 'sharpe')), `Sortino ${number(figure(data, 'sortino'))}`, ''],
    ['Max drawdown', percent(figure(data, 'maxDrawdown')),
      lasted === null ? ABSENT : `lasted ${count(lasted, 'day', 'days')}`, ''],
    ['Trades', number(figure(data, 'trades'), 0), `${percent(figure(data, 'exposure'), false, 0)} of the time in the market`, ''],
    ['Win rate', percent(figure(data, 'winRate'), false, 1), `profit factor ${number(figure(data, 'profitFactor'))}`, ''],
  ];
  const strip = element('dl', { class: 'headline card' });
  for (const [term, value, beneath, kind] of tiles) {
    strip.append(element('div', {}, element('dt', {}, term),
      element('dd', { class: kind }, value, element('small', {}, beneath))));
  }
  return [
    element('p', { class: 'eyebrow' }, `Backtest · ${named} · ${run.interval} candles · ${longDate(run.from)} to ${longDate(run.to)}`),
    element('h1', {}, run.strategy), lead, strip,
  ];
}

function monthTable(data) {
  if (data.years.length === 0) {
    return card('', element('p', { class: 'soft' }, 'The run has no full day.'));
  }
  const names = Array.from({ length: 12 }, (_, i) => monthName(i));
  const all = data.years.flatMap((year) => year.months).filter((m) => m !== null);
  const most = Math.max(...all.map(Math.abs), 0.0001);
  const cell = (value, label, kind) => {
    const made = element('td', { 'data-label': label, class: `${kind} ${value === null ? 'none' : ''}`.trim() },
      value === null ? '·' : percent(value, true, 1).replace(' %', ''));
    if (value !== null) {
      const strength = 0.06 + 0.32 * Math.min(1, Math.abs(value) / most);
      made.style.background = `rgba(var(--${value < 0 ? 'loss' : 'gain'}-rgb), ${strength.toFixed(3)})`;
    }
    return made;
  };
  const head = element('tr', {}, element('th', { scope: 'col' }, element('span', { class: 'soft' }, 'In %')),
    ...names.map((name) => element('th', { scope: 'col' }, name)), element('th', { scope: 'col' }, 'Year'));
  const rows = data.years.map((year) => element('tr', {}, element('th', { scope: 'row' }, String(year.year)),
    ...year.months.map((value, i) => cell(value, names[i], '')), cell(year.total, 'Year', 'sum')));
  return card('', element('table', { class: 'months' }, element('thead', {}, head), element('tbody', {}, ...rows)),
    element('p', { class: 'soft small' }, 'In percent of equity at the start of each month or year; the first and the last may be incomplete.'));
}

function figureGroups(data) {
  const groups = new Map();
  for (const item of data.figures) {
    groups.set(item.group, [...(groups.get(item.group) || []), item]);
  }
  const cards = [...groups].map(([title, items]) => card(title,
    element('dl', { class: 'figures' }, ...items.map((item) => {
      const tip = `tip-${item.key}`;
      return element('div', {},
        element('dt', {}, element('button', { type: 'button', class: 'term', 'aria-describedby': tip }, item.label),
          element('span', { class: 'tip', role: 'tooltip', id: tip }, item.explanation)),
        element('dd', {}, figureText(item, data.run.currency)));
    }))));
  return element('div', { class: 'groups' }, ...cards);
}

function costs(data) {
  const rows = data.strategies.length > 0 ? costRows(data) : ['fees', 'slippage', 'funding'].map((key) => {
    const item = data.figures.find((f) => f.key === key);
    return [item.label, figureText(item, data.run.currency), item.value || 0];
  });
  const total = rows.reduce((sum, row) => sum + row[2], 0);
  const share = total / Number(data.run.capital);
  return card('Costs', barList(rows, 'loss'), element('p', { class: 'soft small' },
    `Together ${money(total)} ${data.run.currency}, ${percent(share)} of the capital; profits are after all of it.`));
}

function signals(data) {
  const { raised, followed, refused } = data.signals;
  const rows = [['Followed', followed.toLocaleString('en-US'), followed],
    ...refused.map(([text, by, n]) => [`Refused by the ${by}: ${text}`, n.toLocaleString('en-US'), n])];
  return card('Signals', element('p', { class: 'soft small' }, `${count(raised, 'signal was', 'signals were')} raised.`),
    barList(rows, 'plain'));
}

function replayed(trades, changes) {
  return `${count(trades, 'trade', 'trades')} and ${count(changes, 'change', 'changes')} of order books`;
}

function runFacts(data) {
  const { run } = data;
  const trades = run.data.reduce((sum, span) => sum + span[5], 0);
  const changes = run.data.reduce((sum, span) => sum + span[6], 0);
  const rate = data.elapsedNs > 0 ? ` (${number(data.candles / (data.elapsedNs / 1e3), 1)} million a second)` : '';
  const made = [
    ['Strategy', run.strategy],
    ['Symbols', run.symbols.join(', ')],
    ['Interval', run.interval],
    ['Traded', `${isoMinute(run.from)} to ${isoMinute(run.to)}, the end not included`],
    ['Capital', `${money(Number(run.capital))} ${run.currency}`],
    ['Tradewind', `${run.version} on Java ${run.java}`],
    ['Candles', `${data.candles.toLocaleString('en-US')} in ${number(data.elapsedNs / 1e6, 1)} ms${rate}`],
    ...(trades > 0 ? [['Ticks', replayed(trades, changes)]] : []),
    ['Fingerprint', element('code', {}, data.fingerprint)],
    ['State hash', element('code', {}, data.stateHash)],
  ];
  const none = () => element('p', { class: 'soft' }, 'None.');
  const spans = element('div', {}, ...run.data.map(([symbol, intervals, first, last, n, ticks, set]) => element('p', { class: 'small' },
    element('strong', {}, symbol), ` ${ticks > 0 ? replayed(ticks, set) : `${count(n, 'candle', 'candles')} of ${intervals}`}, ${isoMinute(first)} to ${isoMinute(last)}`)));
  const run1 = card('Run', facts(made));
  run1.classList.add('wide');
  const grid = element('div', { class: 'pair' }, run1,
    card('Parameters', run.parameters.length > 0 ? facts(run.parameters) : none()),
    card('Data', run.data.length > 0 ? spans : none()),
    card('Settings', run.settings.length > 0 ? facts(run.settings) : none()));
  grid.lastChild.classList.add('wide');
  return [...run.notices.map((text) => element('p', { class: 'notice' }, text)), grid];
}
