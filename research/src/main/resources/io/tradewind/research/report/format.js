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

/** Digits of money: 2 for an account of hundreds and more, so many that one in BTC shows, too. */
let moneyDigits = 2;

function setMoneyDigits(capital) {
  moneyDigits = capital >= 100 ? 2 : Math.min(8, 5 - Math.floor(Math.log10(Math.max(capital, 1e-8))));
}

function money(value, withPlus = false) {
  return value === null ? ABSENT : signed(decimals(value, moneyDigits), value, withPlus);
}

function quantity(value) {
  return value.toLocaleString('en-US', { maximumFractionDigits: 8 });
}

function isoDate(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Cut, as the text of the terminal is: a fill just before 12:00 shows 11:59. */
function isoMinute(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

function longDate(seconds) {
  const [year, month, day] = isoDate(seconds).split('-').map(Number);
  return `${day} ${monthName(month - 1)} ${year}`;
}

function monthName(index) {
  return ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][index];
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
