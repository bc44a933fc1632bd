// The list of trades: filtered, sorted, and shown a page at a time.

const PAGE = 25;

/** The rows of the data as objects. */
function readTrades(data) {
  const digits = new Map(data.charts.map((c) => [c.symbol, c.digits]));
  return data.trades.map((row, i) => ({
    n: i + 1,
    symbol: data.words[row[0]],
    side: row[1],
    quantity: row[2],
    entryTime: row[3],
    entryPrice: row[4],
    exitTime: row[5],
    exitPrice: row[6],
    exitReason: data.words[row[7]],
    fees: row[8],
    slippage: row[9],
    funding: row[10],
    profit: row[11],
    percent: row[12],
    r: row[13],
    entryReason: data.words[row[14]],
    strategy: data.strategies.length > 1 ? data.words[row[15]] : '',
    held: Math.round(row[5] - row[3]),
    costs: row[8] + row[9] + row[10],
    digits: digits.get(data.words[row[0]]),
  }));
}

/** As many digits as the symbol's prices have, and more where an average needs them. */
function price(value, digits = 0) {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 8) });
}

function twoLines(first, second) {
  return [first, element('small', {}, second)];
}

/** key sorts, cell shows. */
const COLUMNS = [
  { key: 'n', label: '#', cell: (t) => [String(t.n)] },
  { key: 'symbol', label: 'Symbol' },
  { key: 'side', label: 'Side', cell: (t) => [t.side > 0
    ? element('span', { class: 'tag long' }, 'long') : element('span', { class: 'tag short' }, 'short')] },
  { key: 'quantity', label: 'Quantity', kind: 'number', cell: (t) => [quantity(t.quantity)] },
  { key: 'entryTime', label: 'Entry', kind: 'number', cell: (t) => twoLines(price(t.entryPrice, t.digits), isoMinute(t.entryTime)) },
  { key: 'exitTime', label: 'Exit', kind: 'number', cell: (t) => twoLines(price(t.exitPrice, t.digits), isoMinute(t.exitTime)) },
  { key: 'held', label: 'Held', kind: 'number', cell: (t) => [duration(t.held)] },
  { key: 'exitReason', label: 'Why out, in', kind: 'why', cell: (t) => twoLines(t.exitReason, t.entryReason) },
  { key: 'costs', label: 'Costs', kind: 'number', cell: (t) => [money(t.costs)] },
  { key: 'profit', label: 'Profit', kind: 'number', cell: (t) => [element('span', { class: tone(t.profit) }, money(t.profit, true))] },
  { key: 'percent', label: 'Percent', kind: 'number', cell: (t) => [element('span', { class: tone(t.percent) },
    t.percent === null ? ABSENT : percent(t.percent / 100, true))] },
  { key: 'r', label: 'R', kind: 'number', cell: (t) => [number(t.r)] },
];

/** What is undefined goes to the end, whichever way the list is sorted. */
function compare(a, b, key, way) {
  if (a[key] === null || b[key] === null) {
    return (a[key] === null) - (b[key] === null);
  }
  const order = a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0;
  return order === 0 ? a.n - b.n : way * order;
}

function tradeList(data, trades, chart) {
  const state = { symbol: '', side: '', result: '', key: 'n', way: 1, page: 0 };
  const body = element('tbody');
  const heads = COLUMNS.map((column) => {
    const head = element('th', { scope: 'col', class: column.kind === 'number' ? 'number' : '' },
      button(column.label, `Sort by ${column.label}`, () => sortBy(column.key)));
    return head;
  });
  const status = element('span', { role: 'status' });
  const previous = button('‹ Previous', 'Previous page', () => turn(-1));
  const next = button('Next ›', 'Next page', () => turn(1));
  let shown = trades;

  function sortBy(key, way) {
    state.way = way || (state.key === key ? -state.way : 1);
    state.key = key;
    sorting.field.value = key;
    update();
  }

  function turn(by) {
    state.page += by;
    fill();
  }

  function update() {
    state.page = 0;
    shown = trades
      .filter((t) => (state.symbol === '' || t.symbol === state.symbol)
        && (state.side === '' || String(t.side) === state.side)
        && (state.result === '' || (state.result === 'won') === (t.profit > 0)))
      .sort((a, b) => compare(a, b, state.key, state.way));
    heads.forEach((head, i) => {
      if (COLUMNS[i].key === state.key) {
        head.setAttribute('aria-sort', state.way > 0 ? 'ascending' : 'descending');
      } else {
        head.removeAttribute('aria-sort');
      }
    });
    fill();
  }

  function row(trade) {
    const made = element('tr');
    for (const column of COLUMNS) {
      const cell = column.key === 'symbol' ? symbolCell(trade) : column.cell(trade);
      made.append(element('td', { 'data-key': column.key, 'data-label': column.label, class: column.kind || '' }, ...cell));
    }
    return made;
  }

  function symbolCell(trade) {
    const whose = trade.strategy ? [element('small', {}, trade.strategy)] : [];
    if (!chart || !chart.has(trade)) {
      return [trade.symbol, ...whose];
    }
    const link = button(trade.symbol, `${trade.symbol}, show trade ${trade.n} on the chart`, () => chart.goTo(trade));
    link.className = 'link';
    return [link, ...whose];
  }

  function fill() {
    const from = state.page * PAGE;
    const rows = shown.slice(from, from + PAGE).map(row);
    body.replaceChildren(...rows);
    const total = shown.reduce((sum, t) => sum + t.profit, 0);
    status.textContent = shown.length === 0 ? 'No trade fits the filter.'
      : `${(from + 1).toLocaleString('en-US')} to ${(from + rows.length).toLocaleString('en-US')} of `
        + `${count(shown.length, 'trade', 'trades')}, together ${money(total, true)} ${data.run.currency}`;
    previous.disabled = state.page === 0;
    next.disabled = from + PAGE >= shown.length;
  }

  function filter(label, key, options) {
    return select(label, [['', 'All'], ...options], (value) => {
      state[key] = value;
      update();
    });
  }

  const symbols = [...new Set(trades.map((t) => t.symbol))].sort();
  const sorting = select('Sort by', COLUMNS.map((c) => [c.key, c.label]), (key) => sortBy(key, state.way));
  sorting.label.classList.add('narrow-only');
  const turned = button('Reverse', 'Reverse the order', () => sortBy(state.key));
  turned.classList.add('narrow-only');
  const controls = element('div', { class: 'controls' },
    filter('Symbol', 'symbol', symbols.map((s) => [s, s])).label,
    filter('Side', 'side', [['1', 'long'], ['-1', 'short']]).label,
    filter('Result', 'result', [['won', 'won'], ['lost', 'lost or even']]).label,
    sorting.label, turned);
  const table = element('table', { class: 'trades' }, element('thead', {}, element('tr', {}, ...heads)), body);
  const pager = element('div', { class: 'pager' }, previous, next, status);
  update();
  const cut = data.tradeTotal > trades.length
    ? [element('p', { class: 'notice' }, `This file holds the first ${trades.length.toLocaleString('en-US')} of `
      + `${data.tradeTotal.toLocaleString('en-US')} trades; the figures count all of them, and the JSON has them all.`)]
    : [];
  return card('', ...cut, controls, element('div', { class: 'scroll' }, table), pager);
}
