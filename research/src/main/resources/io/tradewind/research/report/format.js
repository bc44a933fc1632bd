// Numbers and times as people read them. All times are seconds of the epoch, shown in UTC.

const ABSENT = '–';
const MINUS = '−';

function decimals(value, digits) {
  return Math.abs(value)
    .toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function isZero(text) {
  return !/[1-9]/.test(text);
}

function signed(text, value, withPlus) {
  if (isZero(text)) {
    return text;
  }
  return (value < 0 ? MINUS : withPlus ? '+' : '') + text;
}

function number(value, digits = 2) {
  return value === null ? ABSENT : signed(decimals(value, digits), value, false);
}

/** A fraction as percent: 0.05 is 5 %. */
function percent(value, withPlus = false, digits = 2) {
  if (value === null) {
    return ABSENT;
  }
  const shown = Math.abs(value) >= 10 ? 0 : digits;
  return signed(decimals(value * 100, shown), value, withPlus) + ' %';
}

/** Small amounts keep their leading digits, so that a result in BTC is not shown as 0.00. */
function money(value, withPlus = false) {
  if (value === null) {
    return ABSENT;
  }
  const size = Math.abs(value);
  const digits = size === 0 || size >= 1 ? 2 : Math.min(8, 2 - Math.floor(Math.log10(size)));
  return signed(decimals(value, digits), value, withPlus);
}

function quantity(value) {
  return value.toLocaleString('en-US', { maximumFractionDigits: 8 });
}

function isoDate(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function isoMinute(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

function longDate(seconds) {
  return new Date(seconds * 1000)
    .toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}

function monthName(index) {
  return new Date(Date.UTC(2024, index, 1))
    .toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
}

/** Such as 3d 4h, 12h 5m, 5m. */
function duration(seconds) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  if (days > 0) {
    return hours > 0 ? `${days}d ${hours}h` : `${days}d`;
  }
  if (hours > 0) {
    return minutes > 0 ? `${hours}h ${minutes}m` : `${hours}h`;
  }
  return minutes > 0 ? `${minutes}m` : `${Math.round(seconds)}s`;
}

function count(value, one, many) {
  return `${value.toLocaleString('en-US')} ${value === 1 ? one : many}`;
}

function tone(value) {
  return value === null || value === 0 ? '' : value > 0 ? 'gain' : 'loss';
}
