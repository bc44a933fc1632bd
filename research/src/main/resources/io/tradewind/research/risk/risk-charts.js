// Lines over the days of a run, with a limit and one crosshair.

/** A limit so many times as high as all else would press the lines to the ground: it is only named. */
const FAR = 3;

/**
 * Series are {name, kind, colour, dash, values}; bars, where given, stand behind them, and marks
 * are the days to be pointed out.
 */
function dayChart(label, times, series, options) {
  const output = element('output', {}, '');
  const { limit = null, bars = null, marks = [] } = options;
  const all = series.flatMap((one) => one.values).concat(bars ? bars.values : []).filter((v) => v !== null);
  const most = all.reduce((a, b) => Math.max(a, b), 0);
  const isFar = limit !== null && limit > FAR * most;
  let toIndex = () => 0;
  const made = plot('short pan', `${label}. Arrow keys move the crosshair.`, paint);

  function range() {
    const low = all.reduce((a, b) => Math.min(a, b), 0);
    const high = limit === null || isFar ? most : Math.max(most, limit);
    return padded(low, high > low ? high : 0.01, 0.06);
  }

  function paint(context, width, height) {
    const [low, high] = range();
    const pane = { left: 0, right: width - 62, top: 6, bottom: height - 26, height: height - 32 };
    const from = times[0];
    const to = Math.max(times[times.length - 1], from + 1);
    const x = (time) => ((time - from) / (to - from)) * pane.right;
    const y = (value) => pane.bottom - ((value - low) / (high - low)) * (pane.bottom - pane.top);
    toIndex = (pixel) => lastAtOrBelow(times, from + (pixel / pane.right) * (to - from));
    verticalAxis(context, pane, low, high, y, (v, step) => percent(v, false, step < 0.01 ? 1 : 0));
    const axis = timeTicks(from, to, width / 110);
    horizontalAxis(context, pane, axis.ticks, x, axis.label);
    if (bars) {
      paintBars(context, pane, x, y);
    }
    level(context, pane, y(0), colour('control'), []);
    if (limit !== null && !isFar) {
      level(context, pane, y(limit), colour('loss'), [6, 4]);
    }
    context.lineJoin = 'round';
    for (const one of series) {
      context.setLineDash(one.dash || []);
      context.lineWidth = one.dash ? 1.6 : 2;
      context.strokeStyle = colour(one.colour);
      runs(one.values).forEach(([first, last]) => {
        strokeLine(context, times.slice(first, last), one.values.slice(first, last), x, y);
      });
    }
    context.setLineDash([]);
    const row = cursor();
    if (row !== null) {
      context.strokeStyle = colour('control');
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(x(times[row]), pane.top);
      context.lineTo(x(times[row]), pane.bottom);
      context.stroke();
    }
  }

  function paintBars(context, pane, x, y) {
    const thick = Math.max(1, pane.right / times.length - 1);
    bars.values.forEach((value, i) => {
      context.fillStyle = marks.includes(i) ? colour('loss') : `rgba(${colour(value < 0 ? 'loss-rgb' : 'gain-rgb')}, .35)`;
      const top = Math.min(y(0), y(value));
      context.fillRect(Math.max(0, x(times[i]) - thick / 2), top, thick, Math.max(1, Math.abs(y(value) - y(0))));
    });
  }

  function level(context, pane, at, style, dash) {
    context.strokeStyle = style;
    context.lineWidth = dash.length > 0 ? 1.5 : 1;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(pane.left, Math.round(at) + 0.5);
    context.lineTo(pane.right, Math.round(at) + 0.5);
    context.stroke();
    context.setLineDash([]);
  }

  function words(row) {
    const parts = (bars ? [bars] : []).concat(series)
      .map((one) => `${one.name.toLowerCase()} ${percent(one.values[row])}`);
    return `${isoDate(times[row] - 1)} · ${parts.join(' · ')}`;
  }

  const cursor = rowCursor(made, output, times.length, (pixel) => toIndex(pixel), words);
  const names = (bars ? [{ name: bars.name, kind: 'bar' }] : []).concat(series)
    .concat(limit === null ? [] : [{ name: `Limit ${percent(limit)}${isFar ? ', above the chart' : ''}`, kind: 'limit' }]);
  const legend = element('div', { class: 'legend' },
    ...names.map((one) => element('span', {}, element('span', { class: `swatch ${one.kind}` }), one.name)), output);
  return [legend, made.box];
}

/** Stretches without gaps, each [first, end). */
function runs(values) {
  const found = [];
  let first = -1;
  values.forEach((value, i) => {
    if (value !== null && first < 0) {
      first = i;
    }
    if (value === null && first >= 0) {
      found.push([first, i]);
      first = -1;
    }
  });
  return first < 0 ? found : [...found, [first, values.length]];
}
