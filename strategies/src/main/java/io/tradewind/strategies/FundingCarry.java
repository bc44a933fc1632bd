package io.tradewind.strategies;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;
import io.tradewind.core.feature.Features;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.util.Arrays;
import java.util.List;

/**
 * Funding carry: as long as those who are long a perpetual pay for it, hold the coin and sell as
 * much of the perpetual short; prices cancel, the funding stays. In when the mean funding of the
 * last candles, as a rate for a year, is above {@code enter-percent} after the costs of going in
 * and out, spread over {@code hold-days}; out when it is below {@code leave-percent}. The run has
 * spot and perpetual of one base, or of several.
 *
 * <p>Both legs have the same quantity, and each a stop far away, against what a hedge does not
 * cover: a short that is liquidated, a basis that breaks. If one leg is gone, the other is closed.
 * There is no target: it ends with the funding. Source: S. He, A. Manela, O. Ross and V. von
 * Wachter (2022), "Fundamentals of Perpetual Futures", arXiv 2212.06888.
 */
public final class FundingCarry implements Strategy {
  private static final Parameter<Double> ENTER = Parameter.decimal("enter-percent", 10, 0, 500);
  private static final Parameter<Double> LEAVE = Parameter.decimal("leave-percent", 2, -100, 500);
  private static final Parameter<Integer> CANDLES = Parameter.integer("candles", 72, 1, 5000);
  private static final Parameter<Double> FUNDINGS =
      Parameter.decimal("fundings-per-day", 3, 0.5, 24);
  private static final Parameter<Double> COST = Parameter.decimal("cost-percent", 0.3, 0, 10);
  private static final Parameter<Double> HOLD = Parameter.decimal("hold-days", 30, 1, 1000);
  private static final Parameter<Double> STOP = Parameter.decimal("stop-percent", 50, 5, 95);
  private static final Parameter<Double> SHARE = Parameter.decimal("share", 0.9, 0.01, 1);
  private static final int NONE = -1;
  private static final double DAYS_A_YEAR = 365;

  private double enter;
  private double leave;
  private double perYear;
  private double costPerYear;
  private double stop;
  private double share;
  private int candles;
  private int[] spotOf = {};
  private int pairs;
  private RollingSum[] rates = {};

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(ENTER, LEAVE, CANDLES, FUNDINGS, COST, HOLD, STOP, SHARE);
  }

  @Override
  public void prepare(Preparation preparation) {
    List<InstrumentId> instruments = preparation.instruments();
    enter = preparation.get(ENTER);
    leave = preparation.get(LEAVE);
    Check.argument(
        leave < enter, "leave-percent must be < enter-percent = %s, was %s", enter, leave);
    perYear = 100 * preparation.get(FUNDINGS) * DAYS_A_YEAR;
    costPerYear = preparation.get(COST) * DAYS_A_YEAR / preparation.get(HOLD);
    stop = preparation.get(STOP) / 100;
    share = preparation.get(SHARE);
    candles = preparation.get(CANDLES);
    preparation.feature(Features.sma(candles)); // so that a run knows how far back it looks
    spotOf = new int[instruments.size()];
    rates = new RollingSum[instruments.size()];
    Arrays.setAll(rates, i -> new RollingSum(candles));
    Arrays.setAll(spotOf, i -> spotOf(instruments, i));
    pairs = (int) Arrays.stream(spotOf).filter(spot -> spot != NONE).count();
    Check.argument(
        pairs > 0,
        "funding-carry needs spot and perpetual of one base in the run, such as BTC/USDT and"
            + " BTC/USDT:USDT; it has %s",
        String.join(", ", instruments.stream().map(InstrumentId::symbol).toList()));
  }

  private static int spotOf(List<InstrumentId> instruments, int perpetual) {
    InstrumentId perp = instruments.get(perpetual);
    for (int i = 0; i < instruments.size(); i++) {
      InstrumentId spot = instruments.get(i);
      if (perp.market() == Market.PERP
          && spot.market() == Market.SPOT
          && spot.base().equals(perp.base())
          && spot.quote().equals(perp.quote())) {
        return i;
      }
    }
    return NONE;
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    int perp = bar.instrumentIndex();
    int spot = spotOf[perp];
    if (spot == NONE) {
      return;
    }
    rates[perp].add(bar.fundingRate());
    double gross = rates[perp].isFull() ? rates[perp].mean() * perYear : Double.NaN;
    boolean holdsSpot = !bar.position(spot).isFlat();
    boolean holdsPerp = !bar.position(perp).isFlat();
    if (holdsSpot != holdsPerp) {
      signals.on(holdsSpot ? spot : perp).exit("the other leg is closed");
    } else if (holdsSpot && gross < leave) {
      String reason = "funding " + Words.tenth(gross) + " % a year, under " + Words.tenth(leave);
      signals.on(spot).exit(reason);
      signals.on(perp).exit(reason);
    } else if (!holdsSpot && gross - costPerYear > enter) {
      enter(bar, signals, gross);
    }
  }

  private void enter(BarContext bar, Signals signals, double gross) {
    int perp = bar.instrumentIndex();
    double close = bar.close();
    double base = share * bar.equity() / (2.0 * pairs * close);
    if (!(base > 0)) {
      return;
    }
    double net = gross - costPerYear;
    String reason =
        ("funding " + Words.tenth(gross) + " % a year over " + candles + " candles, ")
            + (Words.tenth(net) + " % after costs");
    double confidence = Confidence.of(Confidence.between(net, enter, 3 * enter + 1));
    SignalSize size = new SignalSize.Qty(base);
    signals
        .on(spotOf[perp])
        .enterLong(reason)
        .size(size)
        .stop(close * (1 - stop))
        .confidence(confidence);
    signals.on(perp).enterShort(reason).size(size).stop(close * (1 + stop)).confidence(confidence);
  }

  @Override
  public void save(StateWriter out) {
    out.section("funding-carry", 1);
    for (RollingSum each : rates) {
      each.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("funding-carry", 1);
    for (RollingSum each : rates) {
      each.load(in);
    }
  }
}
