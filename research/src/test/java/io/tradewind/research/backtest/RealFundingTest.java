package io.tradewind.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.strategies.BuyAndHold;
import io.tradewind.strategies.FundingCarry;
import io.tradewind.testkit.TestInstruments;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs on the recorded rates of perpetuals. */
class RealFundingTest {
  private static final Interval HOUR = Interval.parse("1h");

  /** A month of each, held: what is paid is the sum over the file, reckoned here anew. */
  @Test
  void whoHoldsPaysWhatTheRatesAddUpTo() throws IOException {
    for (String base : List.of("BTC", "ETH", "BNB", "ADA")) {
      CandleColumns candles = RealHours.perpOrSkip(base, HOUR);
      FundingColumns rates = RealHours.fundingsOrSkip(base);
      BacktestResult result =
          run(
              new BuyAndHold(),
              Map.of(),
              List.of(TestInstruments.perp(base + "/USDT")),
              List.of(candles),
              List.of(rates));
      ClosedTrade trade = result.trades().getFirst();
      BigDecimal expected = expected(trade, candles, rates);
      BigDecimal paid = FixedPoint.toDecimal(trade.fundingScaled(), TestInstruments.CASH_SCALE);
      System.out.printf(Locale.ROOT, "%s, held for a month: funding %s%n", base, paid);
      assertThat(paid.subtract(expected).abs()).as(base).isLessThan(new BigDecimal("0.000002"));
      assertThat(paid).as(base).isNotZero();
    }
  }

  private static BigDecimal expected(
      ClosedTrade trade, CandleColumns candles, FundingColumns rates) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < rates.size(); i++) {
      long time = rates.timeNs(i);
      if (time <= trade.entryTimeNs() || time >= trade.exitTimeNs()) {
        continue;
      }
      int row = candles.firstRowFrom(time);
      long price =
          row > 0 && candles.closeTimeNs(row - 1) == time
              ? candles.close(row - 1)
              : candles.open(row - 1);
      sum =
          sum.add(
              FixedPoint.toDecimal(price, TestInstruments.PRICE_SCALE)
                  .multiply(trade.qty())
                  .multiply(FixedPoint.toDecimal(rates.rate(i), FundingColumns.RATE_SCALE)));
    }
    return sum.setScale(TestInstruments.CASH_SCALE, RoundingMode.CEILING);
  }

  /** There is no spot of that month: the perpetual's own candles stand for it. */
  @Test
  void carryIsPaidByTheLongs() throws IOException {
    CandleColumns candles = RealHours.perpOrSkip("BTC", HOUR);
    FundingColumns rates = RealHours.fundingsOrSkip("BTC");
    BacktestResult result =
        run(
            new FundingCarry(),
            Map.of("enter-percent", "2", "leave-percent", "-1", "cost-percent", "0"),
            List.of(TestInstruments.spot("BTC/USDT"), TestInstruments.perp("BTC/USDT")),
            List.of(candles, candles),
            List.of(FundingColumns.empty(), rates));
    assertThat(result.trades()).isNotEmpty();
    long received = 0;
    for (ClosedTrade trade : result.trades()) {
      if (trade.direction() == Direction.LONG) {
        assertThat(trade.fundingScaled()).isZero();
      }
      received -= trade.fundingScaled();
    }
    System.out.printf(
        Locale.ROOT,
        "funding-carry on BTC: %s trades, received %s%n",
        result.trades().size(),
        FixedPoint.format(received, TestInstruments.CASH_SCALE));
    assertThat(received).isPositive();
  }

  private static BacktestResult run(
      Strategy strategy,
      Map<String, String> parameters,
      List<Instrument> instruments,
      List<CandleColumns> feeds,
      List<FundingColumns> fundings) {
    BacktestSpec spec =
        BuiltInRuns.spec(
            "held", strategy, instruments, feeds, feeds.getFirst().openTimeNs(0), entry -> {});
    BacktestBook book = spec.books().getFirst();
    return BacktestRun.run(
        spec.of(
                List.of(
                    new BacktestBook(
                        book.name(),
                        strategy,
                        HOUR,
                        ParameterValues.of(strategy.parameters(), parameters),
                        book.exits(),
                        book.capitalScaled())))
            .funded(fundings));
  }
}
