// Equity with buy-and-hold, the drawdown beneath, and one crosshair over both.

function drawdowns(values) {
  let peak = -Infinity;
  return values.map((value) => {
    peak = Math.max(peak, value);
    return peak > 0 ? value / peak - 1 : 0;
  });
}

function strokeLine(context, times, values, x, y) {
  context.beginPath();
  times.forEach((time, i) => {
    if (i === 0) {
      context.moveTo(x(time), y(values[i]));
    } else {
      context.lineTo(x(time), y(values[i]));
    }
  });
  context.stroke();
}

function fillTo(context, times, values, x, y, base, style) {
  context.beginPath();
  context.moveTo(x(times[0]), base);
  times.forEach((time, i) => context.lineTo(x(time), y(values[i])));
  context.lineTo(x(times[times.length - 1]), base);
  context.closePath();
  context.fillStyle = style;
  context.fill();
}

function equityChart(data) {
  const { equity, hold } = data;
  const falls = drawdowns(equity.v);
  const output = element('output', {}, '');
  let toTime = (x) => x;

  const made = plot('tall pan', `Equity against buy and hold, and drawdown, from ${isoDate(equity.t[0])} to `
    + `${isoDate(equity.t[equity.t.length - 1])}. Arrow keys move the crosshair.`, paint);

  function paint(context, width, height) {
    const all = equity.v.concat(hold.v);
    const [low, high] = padded(all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b)), 0.06);
    const { step } = roundTicks(low, high, 5);
    const widest = Math.max(...[low, high].map((v) => context.measureText(axisNumber(v, step)).width), 44);
    const right = width - widest - 14;
    const top = { left: 0, right, top: 6, bottom: Math.round(height * 0.68), height: height * 0.66 };
    const under = { left: 0, right, top: top.bottom + 26, bottom: height - 26, height: height * 0.22 };
    const from = equity.t[0];
    const to = Math.max(equity.t[equity.t.length - 1], from + 1);
    const x = (time) => ((time - from) / (to - from)) * right;
    const y = (value) => top.bottom - ((value - low) / (high - low)) * (top.bottom - top.top);
    const deepest = Math.min(-0.001, falls.reduce((a, b) => Math.min(a, b), 0)) * 1.08;
    const depth = (value) => under.top + (value / deepest) * (under.bottom - under.top);
    toTime = (pixel) => from + (pixel / right) * (to - from);

    verticalAxis(context, top, low, high, y, axisNumber);
    verticalAxis(context, under, deepest, 0, depth, (v) => percent(v, false, deepest > -0.03 ? 1 : 0));
    const axis = timeTicks(from, to, width / 110);
    horizontalAxis(context, under, axis.ticks, x, axis.label);

    const wash = context.createLinearGradient(0, top.top, 0, top.bottom);
    wash.addColorStop(0, colour('accent-wash'));
    wash.addColorStop(1, 'transparent');
    fillTo(context, equity.t, equity.v, x, y, top.bottom, wash);
    context.lineJoin = 'round';
    if (hold.t.length > 0) {
      context.setLineDash([5, 4]);
      context.lineWidth = 1.5;
      context.strokeStyle = colour('hold');
      strokeLine(context, hold.t, hold.v, x, y);
      context.setLineDash([]);
    }
    context.lineWidth = 2.2;
    context.strokeStyle = colour('accent');
    strokeLine(context, equity.t, equity.v, x, y);
    fillTo(context, equity.t, falls, x, depth, under.top, `rgba(${colour('loss-rgb')}, .22)`);
    context.lineWidth = 1.3;
    context.strokeStyle = colour('loss');
    strokeLine(context, equity.t, falls, x, depth);
    const row = cursor();
    if (row !== null) {
      crosshair(context, x(equity.t[row]), y(equity.v[row]), top.top, under.bottom);
    }
  }

  function crosshair(context, x, y, top, bottom) {
    context.strokeStyle = colour('control');
    context.lineWidth = 1;
    context.setLineDash([3, 3]);
    context.beginPath();
    context.moveTo(x, top);
    context.lineTo(x, bottom);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = colour('accent');
    context.beginPath();
    context.arc(x, y, 4, 0, 2 * Math.PI);
    context.fill();
  }

  function words(row) {
    const held = hold.t.length > 0 ? hold.v[lastAtOrBelow(hold.t, equity.t[row])] : null;
    return `${isoMinute(equity.t[row])} · ${money(equity.v[row])} · hold ${money(held)} · drawdown ${percent(falls[row])}`;
  }

  const rowAt = (pixel) => lastAtOrBelow(equity.t, toTime(pixel));
  const cursor = rowCursor(made, output, equity.t.length, rowAt, words);

  const legend = element('div', { class: 'legend' },
    element('span', {}, element('span', { class: 'swatch' }), data.run.strategy),
    element('span', {}, element('span', { class: 'swatch hold' }), 'Buy and hold'),
    element('span', {}, element('span', { class: 'swatch fall' }), 'Drawdown'),
    output);
  return card('', legend, made.box);
}
