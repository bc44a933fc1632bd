// Candles with the trades on them. The horizontal axis counts candles, so gaps take no room; where
// there are more candles than pixels, neighbours are drawn as one.

const MIN_CANDLE_PX = 3;
const MAX_MARKERS = 300;

/** The compact rows of the data as columns. */
function candleColumns(chart) {
  const { rows, unit, step } = chart;
  const size = rows.length / 5;
  const columns = { t: new Array(size), o: new Array(size), h: new Array(size), l: new Array(size), c: new Array(size) };
  let time = chart.start;
  let close = 0;
  for (let i = 0; i < size; i++) {
    time += rows[5 * i] * step;
    const open = close + rows[5 * i + 1];
    close = open + rows[5 * i + 2];
    columns.t[i] = time;
    columns.o[i] = open * unit;
    columns.c[i] = close * unit;
    columns.h[i] = (open + rows[5 * i + 3]) * unit;
    columns.l[i] = (open - rows[5 * i + 4]) * unit;
  }
  return columns;
}

function candleChart(data, trades) {
  const readout = element('p', { class: 'readout' });
  const note = element('p', { class: 'soft small' });
  let chart = null;
  let candles = null;
  let own = [];
  let view = { from: 0, to: 1 };
  let geometry = { right: 1, bottom: 1 };
  let cursor = null;
  let chosen = null;

  const made = plot('tall pan', 'Candles with entries and exits. Left and right pan, plus and minus zoom, '
    + 'Home shows everything, N and P go to the next and the previous trade.', paint);

  const indexOf = (time) => lastAtOrBelow(candles.t, time) + 0.5;
  const x = (index) => ((index - view.from) / (view.to - view.from)) * geometry.right;
  const indexAt = (pixel) => view.from + (pixel / geometry.right) * (view.to - view.from);

  function show(symbol) {
    chart = data.charts.find((c) => c.symbol === symbol) || data.charts[0];
    candles = candleColumns(chart);
    own = trades.filter((t) => t.symbol === chart.symbol).sort((a, b) => a.entryTime - b.entryTime);
    cursor = null;
    chosen = null;
    note.textContent = `${count(candles.t.length, 'candle', 'candles')} of ${chart.interval}`
      + (chart.joined ? `, joined from those of ${data.run.interval} to keep this file small` : '')
      + `; ${count(own.length, 'trade', 'trades')}.`;
    all();
    describe();
  }

  function setView(from, to) {
    const size = Math.max(1, candles.t.length);
    const length = Math.min(size * 1.04, Math.max(Math.min(12, size), to - from));
    const start = Math.max(-length * 0.25, Math.min(size - length * 0.75, from));
    view = { from: start, to: start + length };
    made.redraw();
  }

  function all() {
    setView(-candles.t.length * 0.01, candles.t.length * 1.01);
  }

  function zoom(factor, at = (view.from + view.to) / 2) {
    const length = view.to - view.from;
    const share = (at - view.from) / length;
    setView(at - share * length * factor, at + (1 - share) * length * factor);
  }

  function pan(share) {
    const by = share * (view.to - view.from);
    setView(view.from + by, view.to + by);
  }

  function goTo(trade) {
    chosen = trade;
    const entry = indexOf(trade.entryTime);
    const exit = indexOf(trade.exitTime);
    const room = Math.max(30, (exit - entry) * 0.8);
    setView(entry - room, exit + room);
    describe();
  }

  function step(by) {
    if (own.length > 0) {
      const at = chosen === null ? (by > 0 ? -1 : own.length) : own.indexOf(chosen);
      goTo(own[Math.max(0, Math.min(own.length - 1, at + by))]);
    }
  }

  function visibleRange() {
    return [Math.max(0, Math.floor(view.from)), Math.min(candles.t.length, Math.ceil(view.to))];
  }

  function prices(first, last) {
    let low = Infinity;
    let high = -Infinity;
    for (let i = first; i < last; i++) {
      low = Math.min(low, candles.l[i]);
      high = Math.max(high, candles.h[i]);
    }
    return low <= high ? padded(low, high, 0.08) : [0, 1];
  }

  function paint(context, width, height) {
    if (candles.t.length === 0) {
      context.fillStyle = colour('soft');
      context.textAlign = 'center';
      context.fillText('There are no candles.', width / 2, height / 2);
      return;
    }
    const [first, last] = visibleRange();
    const [low, high] = prices(first, last);
    const label = (value) => number(value, chart.digits);
    const widest = Math.max(context.measureText(label(high)).width, context.measureText(label(low)).width);
    geometry = { right: width - widest - 16, bottom: height - 28 };
    const pane = { left: 0, right: geometry.right, top: 4, bottom: geometry.bottom, height: geometry.bottom };
    const y = (price) => pane.bottom - ((price - low) / (high - low)) * (pane.bottom - pane.top);
    const { step: priceStep } = roundTicks(low, high, Math.max(2, pane.height / 60));
    verticalAxis(context, pane, low, high, y, (v) => axisNumber(v, priceStep));
    paintTimes(context, pane, first, last, width);
    context.save();
    context.beginPath();
    context.rect(0, 0, pane.right, pane.bottom + 1);
    context.clip();
    paintCandles(context, y, first, last);
    paintTrades(context, y);
    context.restore();
    if (cursor !== null) {
      paintCursor(context, pane, y, label);
    }
  }

  function paintTimes(context, pane, first, last, width) {
    const from = candles.t[Math.min(first, candles.t.length - 1)];
    const to = candles.t[Math.max(0, last - 1)];
    const axis = timeTicks(from, Math.max(to, from + 60), width / 120);
    horizontalAxis(context, pane, axis.ticks, (t) => x(lastAtOrBelow(candles.t, t)), axis.label);
  }

  function paintCandles(context, y, first, last) {
    const each = geometry.right / (view.to - view.from);
    const group = each >= MIN_CANDLE_PX ? 1 : 2 ** Math.ceil(Math.log2(MIN_CANDLE_PX / each));
    const body = Math.max(1, Math.floor(each * group * 0.7));
    const up = colour('gain');
    const down = colour('loss');
    for (let i = Math.floor(first / group) * group; i < last; i += group) {
      const end = Math.min(i + group, candles.t.length);
      let high = candles.h[i];
      let low = candles.l[i];
      for (let k = i + 1; k < end; k++) {
        high = Math.max(high, candles.h[k]);
        low = Math.min(low, candles.l[k]);
      }
      const rises = candles.c[end - 1] >= candles.o[i];
      const centre = Math.round(x(i + group / 2));
      context.globalAlpha = 0.5;
      context.fillStyle = rises ? up : down;
      context.fillRect(centre, y(high), 1, Math.max(1, y(low) - y(high)));
      const top = y(Math.max(candles.o[i], candles.c[end - 1]));
      const bottom = y(Math.min(candles.o[i], candles.c[end - 1]));
      context.fillRect(centre - Math.floor(body / 2), top, body, Math.max(1, bottom - top));
    }
    context.globalAlpha = 1;
  }

  function visibleTrades() {
    return own.filter((t) => indexOf(t.exitTime) >= view.from && indexOf(t.entryTime) <= view.to);
  }

  function paintTrades(context, y) {
    const seen = visibleTrades();
    const marked = seen.length <= MAX_MARKERS;
    const size = seen.length <= 40 ? 1 : 0.72;
    for (const trade of seen) {
      const from = [x(indexOf(trade.entryTime)), y(trade.entryPrice)];
      const to = [x(indexOf(trade.exitTime)), y(trade.exitPrice)];
      context.strokeStyle = colour(trade.profit >= 0 ? 'gain' : 'loss');
      context.lineWidth = trade === chosen ? 3 : 1.5;
      context.beginPath();
      context.moveTo(...from);
      context.lineTo(...to);
      context.stroke();
      if (marked) {
        entryMarker(context, from, trade, size);
        exitMarker(context, to, trade, size);
      }
    }
  }

  /** A triangle that points the way the trade hopes to go. */
  function entryMarker(context, [atX, atY], trade, scale) {
    const size = trade === chosen ? 9 : 6.5 * scale;
    const way = trade.side > 0 ? 1 : -1;
    context.beginPath();
    context.moveTo(atX, atY);
    context.lineTo(atX - size * 0.85, atY + way * size * 1.6);
    context.lineTo(atX + size * 0.85, atY + way * size * 1.6);
    context.closePath();
    context.fillStyle = colour('accent');
    context.fill();
    context.strokeStyle = colour('card');
    context.lineWidth = 1.5;
    context.stroke();
  }

  /** A ring in the colour of the result. */
  function exitMarker(context, [atX, atY], trade, scale) {
    context.beginPath();
    context.arc(atX, atY, trade === chosen ? 6.5 : 4.5 * scale, 0, 2 * Math.PI);
    context.fillStyle = colour('card');
    context.fill();
    context.strokeStyle = colour(trade.profit >= 0 ? 'gain' : 'loss');
    context.lineWidth = 2.2;
    context.stroke();
  }

  function paintCursor(context, pane, y, label) {
    const at = x(cursor.index + 0.5);
    context.strokeStyle = colour('control');
    context.lineWidth = 1;
    context.setLineDash([3, 3]);
    context.beginPath();
    context.moveTo(at, pane.top);
    context.lineTo(at, pane.bottom);
    context.moveTo(pane.left, y(candles.c[cursor.index]));
    context.lineTo(pane.right, y(candles.c[cursor.index]));
    context.stroke();
    context.setLineDash([]);
    const text = label(candles.c[cursor.index]);
    context.fillStyle = colour('ink');
    context.fillRect(pane.right + 2, y(candles.c[cursor.index]) - 10, context.measureText(text).width + 12, 20);
    context.fillStyle = colour('card');
    context.textAlign = 'left';
    context.fillText(text, pane.right + 8, y(candles.c[cursor.index]));
  }

  function describe() {
    const parts = [];
    if (cursor !== null) {
      const i = cursor.index;
      const price = (value) => number(value, chart.digits);
      parts.push(element('b', {}, isoMinute(candles.t[i])),
        ` open ${price(candles.o[i])} · high ${price(candles.h[i])} · low ${price(candles.l[i])} · close ${price(candles.c[i])} `);
    }
    const trade = (cursor && cursor.trade) || chosen;
    if (trade) {
      parts.push(element('b', {}, `Trade ${trade.n}: ${trade.side > 0 ? 'long' : 'short'} `),
        `${quantity(trade.quantity)}, in ${isoMinute(trade.entryTime)} at ${number(trade.entryPrice, chart.digits)}`
        + ` (${trade.entryReason || 'no reason given'}), out ${isoMinute(trade.exitTime)} at `
        + `${number(trade.exitPrice, chart.digits)} (${trade.exitReason}): `,
        element('b', { class: tone(trade.profit) }, `${money(trade.profit, true)} ${data.run.currency}`));
    }
    if (parts.length === 0) {
      parts.push('Drag to pan; pinch, or click and scroll, to zoom; point at a trade to read it.');
    }
    readout.replaceChildren(...parts);
  }

  function point(pixel) {
    const index = Math.max(0, Math.min(candles.t.length - 1, Math.floor(indexAt(pixel))));
    const reach = (8 / geometry.right) * (view.to - view.from);
    const near = (t) => Math.min(
      Math.abs(indexOf(t.entryTime) - index - 0.5), Math.abs(indexOf(t.exitTime) - index - 0.5));
    let trade = null;
    for (const t of visibleTrades()) {
      if (near(t) <= reach && (trade === null || near(t) < near(trade))) {
        trade = t;
      }
    }
    cursor = { index, trade };
    describe();
    made.redraw();
  }

  listen();

  function listen() {
    const pointers = new Map();
    const { canvas } = made;
    canvas.addEventListener('pointerdown', (event) => {
      canvas.focus({ preventScroll: true });
      canvas.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, event.offsetX);
    });
    canvas.addEventListener('pointermove', (event) => {
      if (candles.t.length === 0) {
        return;
      }
      const before = [...pointers.values()];
      if (pointers.has(event.pointerId)) {
        pointers.set(event.pointerId, event.offsetX);
        const now = [...pointers.values()];
        if (now.length === 1) {
          pan((before[0] - now[0]) / geometry.right);
        } else {
          pinch(before, now);
        }
      } else {
        point(event.offsetX);
      }
    });
    for (const end of ['pointerup', 'pointercancel']) {
      canvas.addEventListener(end, (event) => {
        pointers.delete(event.pointerId);
        if (candles.t.length > 0) {
          point(event.offsetX);
        }
      });
    }
    canvas.addEventListener('pointerleave', () => {
      cursor = null;
      describe();
      made.redraw();
    });
    canvas.addEventListener('wheel', (event) => {
      if (event.ctrlKey || document.activeElement === canvas) {
        event.preventDefault();
        zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, indexAt(event.offsetX));
      }
    }, { passive: false });
    canvas.addEventListener('keydown', (event) => {
      const action = {
        ArrowLeft: () => pan(-0.15),
        ArrowRight: () => pan(0.15),
        '+': () => zoom(1 / 1.4),
        '=': () => zoom(1 / 1.4),
        '-': () => zoom(1.4),
        Home: all,
        n: () => step(1),
        p: () => step(-1),
      }[event.key];
      if (action && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        action();
      }
    });
  }

  function pinch(before, now) {
    const spread = (pair) => Math.max(10, Math.abs(pair[0] - pair[1]));
    zoom(spread(before) / spread(now), indexAt((now[0] + now[1]) / 2));
  }

  const symbol = select('Symbol', data.charts.map((c) => [c.symbol, c.symbol]), show);
  const controls = element('div', { class: 'controls' }, symbol.label,
    button('Zoom in', '', () => zoom(1 / 1.6)),
    button('Zoom out', '', () => zoom(1.6)),
    button('All', 'Show everything', all),
    button('‹ Trade', 'Previous trade', () => step(-1)),
    button('Trade ›', 'Next trade', () => step(1)));
  show(data.charts[0].symbol);

  return {
    card: card('', controls, made.box, readout, note),
    has: (trade) => data.charts.some((c) => c.symbol === trade.symbol),
    goTo(trade) {
      if (chart.symbol !== trade.symbol) {
        symbol.field.value = trade.symbol;
        show(trade.symbol);
      }
      goTo(trade);
      document.getElementById('chart').scrollIntoView();
      made.canvas.focus({ preventScroll: true });
    },
  };
}
