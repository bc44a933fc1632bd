// Trades, cancels, streams and reads an account on futures with ccxt, which knows nothing of
// Tradewind. Prints one line of JSON for each step; a step that fails prints its error.
const ccxt = require('ccxt');
const { late, pause, steps } = require('./steps');

const port = process.argv[2];
const root = `http://127.0.0.1:${port}`;

const client = () => {
  const x = new ccxt.pro.binanceusdm({
    apiKey: process.argv[3],
    secret: process.argv[4],
    options: { fetchCurrencies: false, fetchMargins: false },
  });
  for (const [api, path] of Object.entries({
    fapiPublic: 'v1', fapiPublicV2: 'v2', fapiPublicV3: 'v3',
    fapiPrivate: 'v1', fapiPrivateV2: 'v2', fapiPrivateV3: 'v3',
  })) x.urls.api[api] = `${root}/fapi/${path}`;
  x.urls.api.sapi = `${root}/sapi/v1`;
  x.urls.api.fapiData = `${root}/futures/data`;
  x.urls.api.ws.future = `ws://127.0.0.1:${port}/fapi/ws`;
  x.urls.api.ws['ws-api'].future = `ws://127.0.0.1:${port}/ws-fapi/v1`;
  return x;
};

(async () => {
  const x = client();
  await x.loadHttpProxyAgent();
  const step = steps();
  const symbol = 'BTC/USDT:USDT';
  const short = (o) => [o.type, o.side, o.price, o.amount, o.filled, o.average, o.status];

  await step('markets', async () => Object.keys(await x.loadMarkets()));
  await step('time', async () => Math.abs((await x.fetchTime()) - Date.now()) < 60000);
  await step('ticker', async () => (await x.fetchTicker(symbol)).last);
  await step('best', async () => { const b = (await x.fetchBidsAsks([symbol]))[symbol]; return [b.bid, b.ask]; });
  await step('book', async () => { const b = await x.fetchOrderBook(symbol, 5); return [b.bids[0], b.asks[0]]; });
  await step('trades', async () => (await x.fetchTrades(symbol)).map((t) => [t.side, t.price, t.amount]));
  await step('candles', async () => (await x.fetchOHLCV(symbol, '1m')).length > 0);
  await step('funding', async () => { const f = await x.fetchFundingRate(symbol); return [f.fundingRate, f.markPrice, f.indexPrice]; });
  await step('open interest', async () => (await x.fetchOpenInterest(symbol)).openInterestAmount);
  await step('tiers', async () => (await x.fetchMarketLeverageTiers(symbol)).length);
  await step('balance', async () => (await x.fetchBalance()).total);
  await step('mode', async () => (await x.fetchPositionMode(symbol)).hedged);
  await step('leverage', async () => (await x.setLeverage(10, symbol)).leverage);
  await step('margin mode', async () => (await x.setMarginMode('cross', symbol)).code);

  const heard = {
    trades: x.watchTrades(symbol), book: x.watchOrderBook(symbol), ticker: x.watchTicker(symbol),
    best: x.watchBidsAsks([symbol]), candles: x.watchOHLCV(symbol, '1m'),
    mark: x.watchMarkPrice(symbol), orders: x.watchOrders(symbol), balance: x.watchBalance(),
    mine: x.watchMyTrades(symbol),
  };
  Object.values(heard).forEach((each) => each.catch(() => {}));
  await pause(2500);

  let order;
  await step('market', async () => short(order = await x.createOrder(symbol, 'market', 'buy', 0.5)));
  await step('limit', async () => short(order = await x.createOrder(symbol, 'limit', 'buy', 0.1, 59000)));
  await step('asked', async () => short(await x.fetchOrder(order.id, symbol)));
  await step('open', async () => (await x.fetchOpenOrders(symbol)).map(short));
  await step('edited', async () => short(order = await x.editOrder(order.id, symbol, 'limit', 'buy', 0.2, 58000)));
  await step('canceled', async () => (await x.cancelOrder(order.id, symbol)).status);
  await step('several', async () => (await x.createOrders([
    { symbol, type: 'limit', side: 'buy', amount: 0.1, price: 58000 },
    { symbol, type: 'limit', side: 'buy', amount: 0.1, price: 57500 },
  ])).map((o) => o.status));
  await step('all canceled', async () => { await x.cancelAllOrders(symbol); return (await x.fetchOpenOrders(symbol)).length; });
  let stop;
  await step('stop', async () => { stop = await x.createOrder(symbol, 'market', 'sell', 0.5, undefined, { stopLossPrice: 57000, reduceOnly: true }); return [stop.status, stop.triggerPrice]; });
  await step('stops', async () => (await x.fetchOpenOrders(symbol, undefined, undefined, { trigger: true })).map((o) => o.triggerPrice));
  await step('stop canceled', async () => { await x.cancelOrder(stop.id, symbol, { trigger: true }); return (await x.fetchOpenOrders(symbol, undefined, undefined, { trigger: true })).length; });
  await step('positions', async () => (await x.fetchPositions([symbol])).map((p) => [p.side, p.contracts, p.entryPrice, p.marginMode]));
  await step('my trades', async () => (await x.fetchMyTrades(symbol)).map((t) => [t.side, t.price, t.amount, t.fee.cost, t.fee.currency]));
  await step('orders', async () => (await x.fetchOrders(symbol)).map((o) => o.status));
  await step('fees', async () => { const f = await x.fetchTradingFee(symbol); return [f.maker, f.taker]; });
  await step('ledger', async () => (await x.fetchLedger('USDT')).map((l) => [l.type, l.direction, l.amount]));
  await step('unknown', () => x.fetchOrder('99999', symbol));
  await step('too much', () => x.createOrder(symbol, 'limit', 'buy', 900, 59000));
  await step('would take', () => x.createOrder(symbol, 'limit', 'buy', 0.1, 60001, { postOnly: true }));
  await step('closed', async () => short(await x.createOrder(symbol, 'market', 'sell', 0.5, undefined, { reduceOnly: true })));
  await step('nothing to reduce', () => x.createOrder(symbol, 'market', 'sell', 0.5, undefined, { reduceOnly: true }));

  const first = (promise) => Promise.race([promise, late(15000)]);
  await step('stream of trades', async () => (await first(heard.trades)).map((t) => [t.side, t.price, t.amount]));
  await step('stream of books', async () => (await first(heard.book)).asks[0]);
  await step('stream of best prices', async () => (await first(heard.best))[symbol].bid);
  await step('stream of tickers', async () => (await first(heard.ticker)).last);
  await step('stream of candles', async () => (await first(heard.candles)).length > 0);
  await step('stream of marks', async () => (await first(heard.mark)).markPrice);
  await step('stream of orders', async () => (await first(heard.orders)).map((o) => [o.type, o.side, ['open', 'closed'].includes(o.status)]));
  await step('stream of balances', async () => (await first(heard.balance)).USDT.total);
  await step('stream of my trades', async () => (await first(heard.mine)).map((t) => [t.side, t.price, t.amount]));
  await x.close();
  process.exit(0);
})();
