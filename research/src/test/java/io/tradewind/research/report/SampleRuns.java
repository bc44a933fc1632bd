package io.tradewind.research.report;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.EquityCurve;
import io.tradewind.research.backtest.Fingerprint;
import io.tradewind.research.backtest.RunDescription;
import io.tradewind.research.backtest.SignalRecord;
import io.tradewind.research.backtest.SymbolChart;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Results of runs that never were. Prices have 2 decimals, quantities 5, cash 8; everything that
 * looks like chance comes from a seed.
 */
final class SampleRuns {
  static final Instrument BTC = instrument("BTC");
  static final Instrument ETH = instrument("ETH");
  static final long START = Utc.fromInstant(Instant.parse("2024-02-01T00:00:00Z"));
  static final long HOUR_NS = Utc.DAY_NS / 24;

  private static final int CASH_SCALE = 8;
  private static final double CAPITAL = 10_000;

  private SampleRuns() {}

  static Instrument instrument(String base) {
    return new Instrument(
        new InstrumentId("binance", base, "USDT", Market.SPOT),
        2,
        5,
        CASH_SCALE,
        List.of(new TradingRules(0, 1, 1, 0, 0, 1000, 1000)));
  }

  static long cash(double amount) {
    return Crossing.amount(amount, CASH_SCALE, RoundingMode.HALF_EVEN);
  }

  /** A long trade of one BTC without costs, from 100 to {@code 100 + profit}. */
  static ClosedTrade trade(long entryNs, long exitNs, double profit, double risk) {
    return new ClosedTrade(
        BTC,
        "sample",
        Direction.LONG,
        100_000,
        entryNs,
        exitNs,
        cash(100),
        100_000,
        cash(100 + profit),
        0,
        0,
        0,
        cash(profit),
        cash(risk),
        ExitReason.SIGNAL,
        "sample entry");
  }

  /** Equity at the start and at the end of each day. */
  static EquityCurve daily(double... equity) {
    long[] times = new long[equity.length];
    long[] scaled = new long[equity.length];
    for (int i = 0; i < equity.length; i++) {
      times[i] = START + i * Utc.DAY_NS;
      scaled[i] = cash(equity[i]);
    }
    return new EquityCurve(CASH_SCALE, times, scaled);
  }

  static RunDescription description(String strategy, int days) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("fast", "12");
    parameters.put("slow", "26");
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("exits.stop-loss", "3 %");
    settings.put("costs.fee-bps", "10");
    settings.put("costs.slippage-bps", "2");
    settings.put("fill.model", "next-open");
    long toNs = START + days * Utc.DAY_NS;
    return new RunDescription(
        strategy,
        parameters,
        List.of("binance:BTC/USDT", "binance:ETH/USDT"),
        "1h",
        START,
        toNs,
        "10000",
        "USDT",
        List.of(
            new RunDescription.DataSpan(
                "binance:BTC/USDT", List.of("5m", "1h"), START - 30 * Utc.DAY_NS, toNs, 4_200),
            new RunDescription.DataSpan(
                "binance:ETH/USDT", List.of("1h"), START - 30 * Utc.DAY_NS, toNs, 4_200)),
        settings,
        "0.1.0",
        "25.0.3",
        List.of("ETH/USDT: tick 0.01 and lot 0.0001 were inferred from the candles."));
  }

  static BacktestResult result(RunDescription run, List<ClosedTrade> trades, EquityCurve daily) {
    return result(run, trades, daily, List.of(), List.of());
  }

  static BacktestResult result(
      RunDescription run,
      List<ClosedTrade> trades,
      EquityCurve daily,
      List<SymbolChart> charts,
      List<SignalRecord> signals) {
    return new BacktestResult(
        run,
        trades,
        daily,
        Optional.empty(),
        daily,
        signals,
        charts,
        Fingerprint.of(trades),
        "00".repeat(32),
        4_200,
        123_456_789);
  }

  /** Two symbols on hourly candles with trades between their closes, and what that came to. */
  static BacktestResult seeded(long seed, int days, int trades) {
    SplittableRandom random = new SplittableRandom(seed);
    SymbolChart btc = new SymbolChart(BTC, candles(random, days * 24, HOUR_NS, 42_000));
    SymbolChart eth = new SymbolChart(ETH, candles(random, days * 24, HOUR_NS, 2_300));
    List<ClosedTrade> closed = new ArrayList<>();
    for (int i = 0; i < trades; i++) {
      closed.add(randomTrade(random, i % 2 == 0 ? btc : eth));
    }
    closed.sort(Comparator.comparingLong(ClosedTrade::exitTimeNs));
    return new BacktestResult(
        description("momentum", days),
        closed,
        equity(closed, days),
        Optional.empty(),
        holding(List.of(btc, eth), days),
        signals(closed),
        List.of(btc, eth),
        Fingerprint.of(closed),
        "5f".repeat(32),
        (long) days * 24 * 2,
        41_234_567);
  }

  static CandleColumns candles(SplittableRandom random, int size, long lengthNs, double first) {
    long[][] rows = new long[7][size];
    double close = first;
    for (int i = 0; i < size; i++) {
      double open = close;
      close = open * Math.exp((random.nextDouble() - 0.495) * 0.016);
      double wick = open * 0.004 * random.nextDouble();
      rows[0][i] = START + i * lengthNs;
      rows[1][i] = rows[0][i] + lengthNs;
      rows[2][i] = Math.round(open * 100);
      rows[3][i] = Math.round((Math.max(open, close) + wick) * 100);
      rows[4][i] = Math.round((Math.min(open, close) - wick) * 100);
      rows[5][i] = Math.round(close * 100);
      rows[6][i] = random.nextLong(1_000_000);
    }
    return new CandleColumns(2, 5, rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6]);
  }

  /** In at an open, out at a close; a thousand of quote, 10 bps of fees on either side. */
  static ClosedTrade randomTrade(SplittableRandom random, SymbolChart chart) {
    CandleColumns candles = chart.candles();
    int entry = random.nextInt(candles.size() - 1);
    int exit = Math.min(candles.size() - 1, entry + random.nextInt(60));
    Direction direction = random.nextInt(4) == 0 ? Direction.SHORT : Direction.LONG;
    long qty = (long) (1_000 * 1e5 / (candles.open(entry) / 100.0));
    long in = candles.open(entry) * qty * 10;
    long out = candles.close(exit) * qty * 10;
    long fees = (in + out) / 1000;
    long slippage = (in + out) / 5000;
    ExitReason[] reasons = ExitReason.values();
    return new ClosedTrade(
        chart.instrument(),
        "momentum",
        direction,
        qty,
        candles.openTimeNs(entry),
        candles.closeTimeNs(exit) - 1,
        in,
        qty,
        out,
        fees,
        slippage,
        0,
        direction.sign() * (out - in) - fees - slippage,
        random.nextInt(5) == 0 ? 0 : in / 33,
        reasons[random.nextInt(reasons.length - 1)],
        direction == Direction.LONG
            ? "fast EMA crossed above slow"
            : "fast EMA crossed below slow");
  }

  static EquityCurve equity(List<ClosedTrade> trades, int days) {
    double[] equity = new double[days + 1];
    double now = CAPITAL;
    int next = 0;
    for (int day = 0; day <= days; day++) {
      while (next < trades.size() && trades.get(next).exitTimeNs() < START + day * Utc.DAY_NS) {
        now += trades.get(next++).profit().doubleValue();
      }
      equity[day] = now;
    }
    return daily(equity);
  }

  static EquityCurve holding(List<SymbolChart> charts, int days) {
    double[] equity = new double[days + 1];
    for (SymbolChart chart : charts) {
      CandleColumns candles = chart.candles();
      for (int day = 0; day <= days; day++) {
        int row = Math.max(0, candles.firstRowFrom(START + day * Utc.DAY_NS) - 1);
        double price = day == 0 ? candles.open(0) : candles.close(row);
        equity[day] += CAPITAL / charts.size() * price / candles.open(0);
      }
    }
    return daily(equity);
  }

  /** One that was followed for each trade, and some that were refused. */
  static List<SignalRecord> signals(List<ClosedTrade> trades) {
    List<SignalRecord> signals = new ArrayList<>();
    for (int i = 0; i < trades.size(); i++) {
      Signal signal =
          new Signal.Exit(trades.get(i).entryTimeNs(), trades.get(i).instrument().id(), "sample");
      signals.add(new SignalRecord(signal, Optional.empty(), ""));
      if (i % 3 == 0) {
        signals.add(new SignalRecord(signal, Optional.of(Refusal.ALREADY_IN_POSITION), ""));
      }
      if (i % 7 == 0) {
        signals.add(new SignalRecord(signal, Optional.of(Refusal.SIZE_TOO_SMALL), ""));
      }
    }
    return signals;
  }
}
