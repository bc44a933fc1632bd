// Trades, cancels, streams and reads an account with ccxt, which knows nothing of Tradewind.
// Prints one line of JSON for each step; a step that fails prints its error.
const ccxt = require('ccxt');
const { pause, steps } = require('./steps');

const port = process.argv[2];
const rest = `http://127.0.0.1:${port}/api/v3`;
const client = () => {
  const x = new ccxt.pro.binance({
    apiKey: process.argv[3],
    secret: process.argv[4],
    options: { fetchMarkets: { types: ['spot'] }, fetchCurrencies: false, fetchMargins: false },
  });
  for (const api of ['public', 'private', 'v1']) x.urls.api[api] = rest;
  x.urls.api.ws.spot = `ws://127.0.0.1:${port}/stream`;
  x.urls.api.ws['ws-api'].spot = `ws://127.0.0.1:${port}/ws-api/v3`;
  return x;
};

(async () => {
  const x = client();
  await x.loadHttpProxyAgent();
  const step = steps();
  const symbol = 'BTC/USDT';
  const short = (o) => [o.type, o.side, o.price, o.amount, o.filled, o.average, o.status];

  await step('markets', async () => Object.keys(await x.loadMarkets()));
  await step('time', async () => Math.abs((await x.fetchTime()) - Date.now()) < 60000);
  await step('ticker', async () => [(await x.fetchTicker(symbol)).bid, (await x.fetchTicker(symbol)).ask]);
  await step('book', async () => { const b = await x.fetchOrderBook(symbol, 2); return [b.bids, b.asks]; });
  await step('trades', async () => (await x.fetchTrades(symbol)).map((t) => [t.side, t.price, t.amount]));
  await step('candles', async () => (await x.fetchOHLCV(symbol, '1m')).length > 0);
  await step('balance', async () => (await x.fetchBalance()).total);

  const heard = {
    trades: x.watchTrades(symbol), book: x.watchOrderBook(symbol), ticker: x.watchTicker(symbol),
    candles: x.watchOHLCV(symbol, '1m'), orders: x.watchOrders(symbol), balance: x.watchBalance(),
    mine: x.watchMyTrades(symbol),
  };
  await pause(2000);

  let order;
  await step('market', async () => short(order = await x.createOrder(symbol, 'market', 'buy', 0.5)));
  await step('limit', async () => short(order = await x.createOrder(symbol, 'limit', 'buy', 0.1, 59000)));
  await step('asked', async () => short(await x.fetchOrder(order.id, symbol)));
  await step('open', async () => (await x.fetchOpenOrders(symbol)).map(short));
  await step('edited', async () => short(order = await x.editOrder(order.id, symbol, 'limit', 'buy', 0.2, 58000)));
  await step('canceled', async () => (await x.cancelOrder(order.id, symbol)).status);
  await step('stop', async () => short(await x.createOrder(symbol, 'limit', 'sell', 0.1, 55000, { stopLossPrice: 56000 })));
  await step('all canceled', async () => (await x.cancelAllOrders(symbol)).length);
  await step('my trades', async () => (await x.fetchMyTrades(symbol)).map((t) => [t.side, t.price, t.amount, t.fee.cost, t.fee.currency]));
  await step('orders', async () => (await x.fetchOrders(symbol)).map((o) => o.status));
  await step('too much', () => x.createOrder(symbol, 'limit', 'buy', 100, 59000));
  await step('would take', () => x.createOrder(symbol, 'limit', 'buy', 0.1, 61000, { postOnly: true }));
  await step('unknown', () => x.fetchOrder('99999', symbol));

  await step('stream of trades', async () => (await heard.trades).map((t) => [t.side, t.price, t.amount]));
  await step('stream of books', async () => (await heard.book).bids[0]);
  await step('stream of tickers', async () => (await heard.ticker).last);
  await step('stream of candles', async () => (await heard.candles).length > 0);
  await step('stream of orders', async () => (await heard.orders).map((o) => [o.type, o.side, ['open', 'closed'].includes(o.status)]));
  await step('stream of balances', async () => (await heard.balance).total.BTC);
  await step('stream of my trades', async () => (await heard.mine).map((t) => [t.side, t.price, t.amount]));
  await x.close();
  process.exit(0);
})();
