package io.tradewind.simulation.crowd;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.synthetic.MarketModel;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the prices of a market come from. */
public sealed interface Feed {

  /**
   * Symbols that go together, made from a seed. Their crowds follow the fair prices of the model; a
   * step is a candle's part.
   *
   * @param interval of the model's candles, such as a minute
   * @param ports of the model's symbols in their order
   * @param number of this one among crowds that follow the same prices on several exchanges, from 0
   */
  record Generated(
      MarketModel model,
      long seed,
      Interval interval,
      List<MarketPort> ports,
      CrowdModel crowd,
      int number)
      implements Feed {
    /** The only crowd. */
    public Generated(
        MarketModel model, long seed, Interval interval, List<MarketPort> ports, CrowdModel crowd) {
      this(model, seed, interval, ports, crowd, 0);
    }

    /** Checks that the symbols fit. */
    public Generated {
      ports = List.copyOf(ports);
      Check.argument(
          ports.size() == model.symbols().size(),
          "there must be a port for each of %s symbols, were %s",
          model.symbols().size(),
          ports.size());
    }
  }

  /**
   * Candles that happen again. As long as no user trades, the trades of each candle have its open,
   * high, low and close, rounded to the tick, and its volume, as closely as lots and the least
   * order allow.
   *
   * @param seed of the way between a candle's prices
   * @param printsPerCandle so many trades where the volume is enough, 4 to 1000
   */
  record Candles(
      CandleColumns candles, long seed, int printsPerCandle, MarketPort port, CrowdModel crowd)
      implements Feed {
    /** Checks the ranges. */
    public Candles {
      Check.argument(candles.size() > 0, "a replay needs a candle");
      Check.argument(
          printsPerCandle >= 4 && printsPerCandle <= 1_000,
          "printsPerCandle must be 4 to 1000, was %s",
          printsPerCandle);
    }
  }

  /**
   * Trades that happen again, each at its price, rounded to the tick, with its quantity and
   * aggressor, as long as no user trades. What is no whole lot or too little for an order is added
   * to the next; what is too much for one becomes several trades.
   */
  record Trades(TradeColumns trades, MarketPort port, CrowdModel crowd) implements Feed {
    /** Checks that there are some. */
    public Trades {
      Check.argument(trades.size() > 0, "a replay needs a trade");
    }
  }

  /**
   * An order book that happens again with its trades. As long as no user trades, the makers show
   * after each message what the recording shows; each trade happens at its price, rounded to the
   * tick, with its quantity, rounded down to the lot, and aggressor. While the book is not known
   * there are no makers but for those trades; at the end of the recording they stay as they are.
   *
   * @param trades maybe none
   */
  record Book(BookColumns book, TradeColumns trades, MarketPort port, CrowdModel.Accounts accounts)
      implements Feed {
    /** Checks that there is a message. */
    public Book {
      Check.argument(book.size() > 0, "a replay needs a change of the book");
    }
  }

  /**
   * The index of futures is the middle of spot books, looked at once a second.
   *
   * @param spotBySymbol the spot book of each contract
   * @param fromNs when it is looked at first
   */
  record Index(FuturesExchange exchange, SortedMap<String, MarketPort> spotBySymbol, long fromNs)
      implements Feed {
    /** Checks that there are some. */
    public Index {
      spotBySymbol = Collections.unmodifiableSortedMap(new TreeMap<>(spotBySymbol));
      Check.argument(!spotBySymbol.isEmpty(), "an index needs a symbol");
    }
  }
}
