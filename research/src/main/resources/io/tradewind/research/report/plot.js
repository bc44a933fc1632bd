// What every chart shares: a sharp canvas that follows its size and the theme, and axes.

const plots = [];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** A canvas in a box; paint(context, width, height) is called whenever it has to be drawn. */
function plot(kind, label, paint) {
  const canvas = element('canvas', { role: 'img', 'aria-label': label, tabindex: '0' });
  const box = element('div', { class: `plot ${kind}` }, canvas);
  let pending = false;

  function paintNow() {
    pending = false;
    const width = box.clientWidth;
    const height = box.clientHeight;
    if (width === 0 || height === 0) {
      return;
    }
    const ratio = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const context = canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.font = '12px ui-sans-serif, system-ui, sans-serif';
    context.textBaseline = 'middle';
    paint(context, width, height);
  }

  function redraw() {
    if (!pending) {
      pending = true;
      requestAnimationFrame(paintNow);
    }
  }

  new ResizeObserver(redraw).observe(box);
  const made = { box, canvas, redraw, paintNow };
  plots.push(made);
  return made;
}

/**
 * A crosshair over so many rows of a plot, moved by the pointer and by arrow keys. rowAt(pixel) finds a row, words(row)
 * tells it. Gives a function that says on which row it stands, null on none.
 */
function rowCursor(made, output, rows, rowAt, words) {
  let cursor = null;

  function show(row) {
    cursor = Math.max(0, Math.min(rows - 1, row));
    output.textContent = words(cursor);
    made.redraw();
  }

  made.canvas.addEventListener('pointermove', (event) => show(rowAt(event.offsetX)));
  made.canvas.addEventListener('pointerleave', () => {
    cursor = null;
    output.textContent = '';
    made.redraw();
  });
  made.canvas.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      event.preventDefault();
      show((cursor === null ? rows - 1 : cursor) + step);
    }
  });
  return () => cursor;
}

/** Round numbers within [low, high], about as many as asked for. */
function roundTicks(low, high, wanted) {
  const rough = (high - low) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((f) => f * power).find((s) => s >= rough) || power * 10;
  const ticks = [];
  for (let i = Math.ceil(low / step); i * step <= high + step * 1e-9; i++) {
    ticks.push(i * step);
  }
  return { ticks, step };
}

/** A range that is never empty, with room above and below. */
function padded(low, high, share) {
  const room = high > low ? (high - low) * share : Math.max(Math.abs(high) * 0.02, 1e-9);
  return [low - room, high + room];
}

/** As few digits as tell the steps apart. */
function axisNumber(value, step) {
  if (Math.abs(value) >= 1e6 && step >= 1e4) {
    return number(value / 1e6, step < 1e5 ? 2 : step < 1e6 ? 1 : 0) + 'M';
  }
  const digits = Math.max(0, Math.min(10, -Math.floor(Math.log10(step) + 1e-9)));
  const half = Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) > 1e-6 ? 1 : 0;
  return number(value, digits + half);
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const TIME_STEPS = [60, 300, 900, 1800, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY];

/** Instants for a time axis: whole minutes to weeks, then months, then years. */
function timeTicks(from, to, wanted) {
  const rough = (to - from) / Math.max(1, wanted);
  const step = TIME_STEPS.find((s) => s >= rough);
  if (step) {
    const monday = step % (7 * DAY) === 0 ? 4 * DAY : 0;
    const ticks = [];
    for (let t = Math.ceil((from - monday) / step) * step + monday; t <= to; t += step) {
      ticks.push(t);
    }
    return { ticks, label: step < DAY ? hourLabel : dayLabel };
  }
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find((m) => m * 30.4 * DAY >= rough) || 240;
  const first = new Date(from * 1000);
  const ticks = [];
  for (let m = first.getUTCFullYear() * 12; ; m += months) {
    const t = Date.UTC(Math.floor(m / 12), m % 12, 1) / 1000;
    if (t > to) {
      return { ticks, label: months < 12 ? monthLabel : (s) => isoDate(s).slice(0, 4) };
    }
    if (t >= from) {
      ticks.push(t);
    }
  }
}

function hourLabel(seconds) {
  const text = isoMinute(seconds);
  return text.endsWith('00:00') ? dayLabel(seconds) : text.slice(11);
}

function dayLabel(seconds) {
  return `${Number(isoDate(seconds).slice(8))} ${monthName(Number(isoDate(seconds).slice(5, 7)) - 1)}`;
}

function monthLabel(seconds) {
  const month = Number(isoDate(seconds).slice(5, 7)) - 1;
  return month === 0 ? isoDate(seconds).slice(0, 4) : monthName(month);
}

/** Grid lines and labels of a vertical axis at the right; y maps a value to pixels. */
function verticalAxis(context, pane, low, high, y, text) {
  const { ticks, step } = roundTicks(low, high, Math.max(3, pane.height / 60));
  context.lineWidth = 1;
  context.textAlign = 'left';
  for (const tick of ticks) {
    const at = Math.round(y(tick)) + 0.5;
    context.strokeStyle = colour('grid');
    context.beginPath();
    context.moveTo(pane.left, at);
    context.lineTo(pane.right, at);
    context.stroke();
    context.fillStyle = colour('soft');
    context.fillText(text(tick, step), pane.right + 8, at);
  }
}

/** Labels along the bottom; those that would overlap are left out. */
function horizontalAxis(context, pane, ticks, x, text) {
  context.textAlign = 'center';
  context.fillStyle = colour('soft');
  let end = -Infinity;
  for (const tick of ticks) {
    const label = text(tick);
    const half = context.measureText(label).width / 2;
    const at = Math.min(Math.max(x(tick), pane.left + half), pane.right - half);
    if (at - half > end + 12) {
      context.fillText(label, at, pane.bottom + 14);
      end = at + half;
    }
  }
}

/** Last index whose value is at or below the wanted one, 0 if there is none. */
function lastAtOrBelow(values, wanted) {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle] <= wanted) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
