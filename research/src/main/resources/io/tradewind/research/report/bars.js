// The distribution of trade results, figures of each 30 days, and lists with bars.

const BINS = 31;

/** Counts of trades by result in percent; what lies outside of the middle 98 % joins the ends. */
function bins(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const low = Math.min(0, sorted[Math.floor((sorted.length - 1) * 0.01)]);
  const high = Math.max(0, sorted[Math.ceil((sorted.length - 1) * 0.99)]);
  const { step } = roundTicks(low, high > low ? high : low + 1, BINS);
  const first = Math.floor(low / step);
  const size = Math.max(1, Math.ceil(high / step) - first);
  const counts = new Array(size).fill(0);
  for (const value of values) {
    counts[Math.max(0, Math.min(size - 1, Math.floor(value / step + 1e-9) - first))]++;
  }
  return { counts, step, first };
}

function distribution(trades) {
  const values = trades.map((t) => t.percent).filter((v) => v !== null);
  if (values.length === 0) {
    return card('Results of the trades', element('p', { class: 'soft' }, 'There were no trades.'));
  }
  const { counts, step, first } = bins(values);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const most = counts.reduce((a, b) => Math.max(a, b));
  const made = plot('short', `Histogram of ${values.length} trade results in percent, mean ${percent(mean / 100, true)}`, paint);

  function paint(context, width, height) {
    const pane = { left: 0, right: width - 40, top: 8, bottom: height - 26, height: height - 34 };
    const x = (value) => ((value / step - first) / counts.length) * pane.right;
    const y = (value) => pane.bottom - (value / most) * (pane.bottom - pane.top);
    verticalAxis(context, pane, 0, most, y, (v, s) => (s < 1 && v % 1 !== 0 ? '' : number(v, 0)));
    counts.forEach((value, i) => {
      context.fillStyle = colour((first + i) * step >= 0 ? 'gain' : 'loss');
      const left = x((first + i) * step);
      context.fillRect(left + 1, y(value), Math.max(1, pane.right / counts.length - 2), pane.bottom - y(value));
    });
    const axis = roundTicks(first * step, (first + counts.length) * step, width / 90);
    horizontalAxis(context, pane, axis.ticks, x, (v) => axisNumber(v, axis.step) + ' %');
    context.strokeStyle = colour('ink');
    context.setLineDash([4, 3]);
    context.beginPath();
    context.moveTo(x(mean), pane.top);
    context.lineTo(x(mean), pane.bottom);
    context.stroke();
    context.setLineDash([]);
  }

  return card('Results of the trades', element('p', { class: 'soft small' },
    `Profit in percent of the entry; the dashed line is the mean, ${percent(mean / 100, true)}.`), made.box);
}

const ROLLING = {
  sharpe: ['Sharpe ratio', number],
  sortino: ['Sortino ratio', number],
  volatility: ['Volatility', percent],
};

/** One of the figures of each 30 days over time; the reader picks which. */
function rolling(data) {
  const title = `Each ${data.rolling.days} days`;
  const curves = {};
  for (const key of Object.keys(ROLLING)) {
    curves[key] = data.rolling.t.map((time, i) => [time, data.rolling[key][i]]).filter((point) => point[1] !== null);
  }
  if (curves.volatility.length < 2) {
    return card(title, element('p', { class: 'soft' }, 'The run is too short for it.'));
  }
  let key = 'sharpe';
  const made = plot('short', label(), paint);

  function label() {
    const [name, format] = ROLLING[key];
    const last = curves[key].at(-1);
    return `${name} of each ${data.rolling.days} days, at the end ${last ? format(last[1]) : 'undefined'}`;
  }

  function paint(context, width, height) {
    if (curves[key].length < 2) {
      return;
    }
    const times = curves[key].map((point) => point[0]);
    const values = curves[key].map((point) => point[1]);
    const [low, high] = padded(Math.min(0, ...values), Math.max(0, ...values), 0.08);
    const pane = { left: 0, right: width - 44, top: 6, bottom: height - 26, height: height - 32 };
    const x = (time) => ((time - times[0]) / (times[times.length - 1] - times[0])) * pane.right;
    const y = (value) => pane.bottom - ((value - low) / (high - low)) * (pane.bottom - pane.top);
    verticalAxis(context, pane, low, high, y, key === 'volatility' ? (v) => percent(v, false, 0) : axisNumber);
    const axis = timeTicks(times[0], times[times.length - 1], width / 110);
    horizontalAxis(context, pane, axis.ticks, x, axis.label);
    context.strokeStyle = colour('control');
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(0, Math.round(y(0)) + 0.5);
    context.lineTo(pane.right, Math.round(y(0)) + 0.5);
    context.stroke();
    context.strokeStyle = colour('accent');
    context.lineWidth = 2;
    context.lineJoin = 'round';
    strokeLine(context, times, values, x, y);
  }

  const options = Object.entries(ROLLING).map(([value, [name]]) => [value, name]);
  const picked = select('Figure', options, (value) => {
    key = value;
    made.canvas.setAttribute('aria-label', label());
    made.redraw();
  });
  return card(title, element('p', { class: 'soft small' },
    'Whether the result was earned all along or in a few weeks.'),
    element('div', { class: 'controls' }, picked.label), made.box);
}

/** The colour of a bar by what it counts, above 0 and below. */
const BAR_COLOURS = { plain: ['', 'loss-bar'], loss: ['loss-bar', 'gain-bar'], result: ['gain-bar', 'loss-bar'] };

/**
 * Rows of [term, shown text, size]; the longest bar is the largest size, unless a whole is given.
 * Results, and what else falls below 0, stand on both sides of a line in the middle.
 */
function barList(rows, kind, whole = 0) {
  const most = whole || Math.max(...rows.map((row) => Math.abs(row[2])), 1e-12);
  const isTwoSided = kind === 'result' || rows.some((row) => row[2] < 0);
  const list = element('dl', { class: isTwoSided ? 'bars two-sided' : 'bars' });
  for (const [term, text, size] of rows) {
    const bar = element('i', { class: `${BAR_COLOURS[kind][size < 0 ? 1 : 0]}${size < 0 ? ' below' : ''}` });
    bar.style.setProperty('--share', String(Math.abs(size) / most));
    list.append(element('div', {}, element('dt', {}, term), element('dd', {}, text),
      element('div', { class: 'bar-track', 'aria-hidden': 'true' }, bar)));
  }
  return list;
}
