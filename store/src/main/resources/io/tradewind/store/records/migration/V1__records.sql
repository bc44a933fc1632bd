-- One text for SQLite and PostgreSQL. Times are epoch nanoseconds; ..._scaled are whole numbers in
-- the scale that stands beside them or with the session; what a line of the audit told is named by it.

CREATE TABLE session (
  session BIGINT NOT NULL PRIMARY KEY,
  mode TEXT NOT NULL,
  code TEXT NOT NULL,
  cash_scale INTEGER NOT NULL,
  started_ns BIGINT NOT NULL,
  resumed_ns BIGINT NOT NULL,
  starts INTEGER NOT NULL,
  ended_ns BIGINT,
  end_reason TEXT
);

CREATE TABLE audit_cursor (
  session BIGINT NOT NULL PRIMARY KEY,
  line BIGINT NOT NULL,
  hash TEXT NOT NULL
);

CREATE TABLE session_book (
  session BIGINT NOT NULL,
  book INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (session, book)
);

-- The scales are empty where an order came before the session had told them.
CREATE TABLE session_instrument (
  session BIGINT NOT NULL,
  instrument INTEGER NOT NULL,
  id TEXT NOT NULL,
  price_scale INTEGER,
  qty_scale INTEGER,
  cash_scale INTEGER,
  PRIMARY KEY (session, instrument)
);

CREATE TABLE orders (
  session BIGINT NOT NULL,
  order_id BIGINT NOT NULL,
  line BIGINT NOT NULL,
  book INTEGER NOT NULL,
  instrument INTEGER NOT NULL,
  side TEXT NOT NULL,
  purpose TEXT NOT NULL,
  kind TEXT NOT NULL,
  intent TEXT NOT NULL,
  state TEXT NOT NULL,
  created_ns BIGINT NOT NULL,
  changed_ns BIGINT NOT NULL,
  filled_qty_scaled BIGINT NOT NULL,
  filled_quote_scaled BIGINT NOT NULL,
  PRIMARY KEY (session, order_id)
);
CREATE INDEX orders_by_time ON orders (session, created_ns);

CREATE TABLE order_state (
  session BIGINT NOT NULL,
  line BIGINT NOT NULL,
  order_id BIGINT NOT NULL,
  time_ns BIGINT NOT NULL,
  venue_time_ns BIGINT NOT NULL,
  state TEXT NOT NULL,
  event TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (session, line)
);
CREATE INDEX order_state_by_order ON order_state (session, order_id);

-- trade_line is empty while the trade is open.
CREATE TABLE fill (
  session BIGINT NOT NULL,
  line BIGINT NOT NULL,
  order_id BIGINT NOT NULL,
  book INTEGER NOT NULL,
  instrument INTEGER NOT NULL,
  side TEXT NOT NULL,
  purpose TEXT NOT NULL,
  time_ns BIGINT NOT NULL,
  qty_scaled BIGINT NOT NULL,
  price_scaled BIGINT NOT NULL,
  quote_scaled BIGINT NOT NULL,
  fee_scaled BIGINT NOT NULL,
  fee_in_base BOOLEAN NOT NULL,
  slippage_scaled BIGINT NOT NULL,
  is_last BOOLEAN NOT NULL,
  trade_line BIGINT,
  PRIMARY KEY (session, line)
);
CREATE INDEX fill_by_trade ON fill (session, trade_line, book, instrument);

CREATE TABLE trade (
  session BIGINT NOT NULL,
  line BIGINT NOT NULL,
  strategy TEXT NOT NULL,
  instrument TEXT NOT NULL,
  price_scale INTEGER NOT NULL,
  qty_scale INTEGER NOT NULL,
  cash_scale INTEGER NOT NULL,
  direction TEXT NOT NULL,
  qty_scaled BIGINT NOT NULL,
  entry_ns BIGINT NOT NULL,
  exit_ns BIGINT NOT NULL,
  entry_quote_scaled BIGINT NOT NULL,
  exit_qty_scaled BIGINT NOT NULL,
  exit_quote_scaled BIGINT NOT NULL,
  fees_scaled BIGINT NOT NULL,
  slippage_scaled BIGINT NOT NULL,
  funding_scaled BIGINT NOT NULL,
  profit_scaled BIGINT NOT NULL,
  risk_scaled BIGINT NOT NULL,
  reason TEXT NOT NULL,
  entry_reason TEXT NOT NULL,
  PRIMARY KEY (session, line)
);
CREATE INDEX trade_by_time ON trade (session, exit_ns);

-- The thought behind an entry; joined_line is that of its first fill.
CREATE TABLE idea (
  session BIGINT NOT NULL,
  line BIGINT NOT NULL,
  order_id BIGINT NOT NULL,
  book INTEGER NOT NULL,
  instrument INTEGER NOT NULL,
  time_ns BIGINT NOT NULL,
  signal TEXT NOT NULL,
  features TEXT NOT NULL,
  joined_line BIGINT,
  trade_line BIGINT,
  PRIMARY KEY (session, line)
);
CREATE INDEX idea_by_trade ON idea (session, trade_line, book, instrument);

-- What a strategy said when it asked for an exit.
CREATE TABLE exit_word (
  session BIGINT NOT NULL,
  line BIGINT NOT NULL,
  strategy TEXT NOT NULL,
  instrument TEXT NOT NULL,
  time_ns BIGINT NOT NULL,
  words TEXT NOT NULL,
  trade_line BIGINT,
  PRIMARY KEY (session, line)
);
CREATE INDEX exit_word_by_trade ON exit_word (session, trade_line, strategy, instrument);

CREATE TABLE equity (
  session BIGINT NOT NULL,
  line BIGINT NOT NULL,
  time_ns BIGINT NOT NULL,
  kind TEXT NOT NULL,
  equity_scaled BIGINT NOT NULL,
  PRIMARY KEY (session, line)
);
CREATE INDEX equity_by_time ON equity (session, kind, time_ns);

-- Breakers, limits, locks, refusals, commands of people, what happened to accounts: by group and
-- kind, with the whole entry as it stands in the audit.
CREATE TABLE event (
  session BIGINT NOT NULL,
  line BIGINT NOT NULL,
  time_ns BIGINT NOT NULL,
  about TEXT NOT NULL,
  kind TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (session, line)
);
CREATE INDEX event_by_time ON event (session, about, time_ns);

CREATE TABLE reconciliation (
  session BIGINT NOT NULL,
  line BIGINT NOT NULL,
  time_ns BIGINT NOT NULL,
  venue TEXT NOT NULL,
  occasion TEXT NOT NULL,
  compared INTEGER NOT NULL,
  differing INTEGER NOT NULL,
  PRIMARY KEY (session, line)
);

CREATE TABLE reconciliation_difference (
  session BIGINT NOT NULL,
  line BIGINT NOT NULL,
  place INTEGER NOT NULL,
  time_ns BIGINT NOT NULL,
  subject TEXT NOT NULL,
  deviation TEXT NOT NULL,
  name TEXT NOT NULL,
  ours_scaled BIGINT NOT NULL,
  venue_scaled BIGINT NOT NULL,
  tolerance_scaled BIGINT NOT NULL,
  scale INTEGER NOT NULL,
  action TEXT NOT NULL,
  PRIMARY KEY (session, line, place)
);

CREATE TABLE incident (
  session BIGINT NOT NULL,
  component TEXT NOT NULL,
  since_ns BIGINT NOT NULL,
  line BIGINT NOT NULL,
  time_ns BIGINT NOT NULL,
  severity TEXT NOT NULL,
  why TEXT NOT NULL,
  ended_ns BIGINT,
  how TEXT,
  PRIMARY KEY (session, component, since_ns)
);
