package io.tradewind.core.engine;

import io.tradewind.analytics.regime.DailyTrend;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.analytics.window.SortedWindow;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.Allowance;
import io.tradewind.core.risk.limit.ExposureLimit;
import io.tradewind.core.risk.limit.Holding;
import io.tradewind.core.risk.limit.Holdings;
import io.tradewind.core.risk.limit.MarketRisk;
import io.tradewind.core.risk.limit.PortfolioRules;
import io.tradewind.core.risk.limit.Wanted;
import io.tradewind.core.risk.sizing.DynamicRisk;
import io.tradewind.core.risk.sizing.Evidence;
import io.tradewind.core.risk.sizing.SizeRule;
import io.tradewind.core.risk.sizing.Sizer;
import io.tradewind.core.risk.sizing.TradeRecord;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Gathers what sizes are decided from, and what the limits leave of them. */
final class SizingDesk implements Stateful {
  private static final int TREND_DAYS = 20;
  private static final int VOLATILITY_DAYS = 90;

  private final RiskDesk risk;
  private final RiskSettings settings;
  private final List<Instrument> instruments;
  private final boolean learns;
  private final DailyTrend[] trends;
  private final SortedWindow[] volatilities;

  /** Day and price of the latest candle, by instrument. */
  private final long[] days;

  private final double[] prices;
  private final RecentTrades[] trades;

  SizingDesk(RiskDesk risk, List<Instrument> instruments, int books) {
    this.risk = risk;
    this.settings = risk.settings();
    this.instruments = instruments;
    this.learns = settings.followsTrend() || settings.dynamic().isPresent();
    this.trends = new DailyTrend[instruments.size()];
    this.volatilities = new SortedWindow[instruments.size()];
    this.days = new long[instruments.size()];
    this.prices = new double[instruments.size()];
    this.trades = new RecentTrades[books];
    Arrays.setAll(trends, i -> new DailyTrend(TREND_DAYS));
    Arrays.setAll(volatilities, i -> new SortedWindow(VOLATILITY_DAYS));
    Arrays.fill(days, Long.MIN_VALUE);
    Arrays.setAll(trades, i -> new RecentTrades());
  }

  /** A candle has closed: at the first one of a day the day before is known. */
  void onCandle(int instrument, CandleColumns rows, int row) {
    if (!learns) {
      return;
    }
    long day = Utc.epochDay(rows.closeTimeNs(row) - 1);
    if (day > days[instrument]) {
      if (days[instrument] != Long.MIN_VALUE) {
        trends[instrument].update(prices[instrument]);
        volatilities[instrument].add(risk.market().volatility(instrument));
      }
      days[instrument] = day;
    }
    prices[instrument] =
        Crossing.toDouble(rows.close(row), instruments.get(instrument).priceScale());
  }

  void onTrade(int book, ClosedTrade trade) {
    trades[book].add(trade.profitRatio());
  }

  /** How much an entry may spend: the smallest of its wish, each rule and each limit. */
  Sizer.Size size(
      int book, Entry entry, Sizer.Situation now, Holdings held, int leverage, double atr) {
    Signal.Enter signal = entry.signal();
    double wish =
        Sizer.wanted(signal.size(), now, leverage).budget()
            * regime(entry.index(), signal.direction());
    if (!(wish > 0) || !(now.stopDistance() > 0)) {
      return new Sizer.Size(0, SizeRule.SIGNAL);
    }
    List<Sizer.Cap> caps =
        caps(
            risk,
            held,
            new Wanted(book, entry.index(), signal.direction(), wish, now.stopDistance()));
    if (leverage > 1) {
      double lent = LeverageDesk.lentAt(entry.instrument(), leverage);
      caps.add(new Sizer.Cap(lent, SizeRule.VENUE_TIER));
    }
    return Sizer.size(
        new Sizer.Request(
            signal.size(), now, evidence(book, entry, held, atr), leverage, entry.takerFee(), caps),
        settings.sizing());
  }

  /** What the rules look at; where nothing looks, nothing is reckoned. */
  private Evidence evidence(int book, Entry entry, Holdings held, double atr) {
    if (settings.sizing().isEmpty() && !learns) {
      return Evidence.NONE;
    }
    TradeRecord recent = trades[book].record();
    return new Evidence(
        entry.signal().confidence(),
        risk.market().volatility(entry.index()),
        atr,
        regime(entry.index(), entry.signal().direction()),
        left(recent, entry.index(), held),
        recent);
  }

  private double regime(int instrument, Direction direction) {
    if (!settings.followsTrend()) {
      return 1;
    }
    return switch (direction) {
      case LONG -> trends[instrument].trend().longFactor();
      case SHORT -> trends[instrument].trend().shortFactor();
    };
  }

  private double left(TradeRecord recent, int instrument, Holdings held) {
    if (settings.dynamic().isEmpty()) {
      return 1;
    }
    double volatility = risk.market().volatility(instrument);
    DynamicRisk.Situation now =
        new DynamicRisk.Situation(
            volatility,
            median(instrument, volatility),
            risk.losses().drawdown(),
            recent.trades(),
            recent.winRate(),
            correlation(instrument, held));
    return settings.dynamic().get().scale(now).multiplier();
  }

  /** Until there are days enough, what is now is usual. */
  private double median(int instrument, double now) {
    SortedWindow window = volatilities[instrument];
    return window.size() < MarketRisk.WARMUP ? now : window.quantile(0.5);
  }

  /** Mean of the pairs among what is held with the new one. */
  private OptionalDouble correlation(int instrument, Holdings held) {
    List<Integer> all = new ArrayList<>();
    all.add(instrument);
    for (Holding holding : held.all()) {
      if (!all.contains(holding.instrument())) {
        all.add(holding.instrument());
      }
    }
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        sum += risk.market().correlation(all.get(i), all.get(j));
        pairs++;
      }
    }
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
  }

  /** What each limit leaves, the risk of the trade first. */
  static List<Sizer.Cap> caps(RiskDesk risk, Holdings held, Wanted wanted) {
    List<Sizer.Cap> caps = new ArrayList<>();
    for (Allowance left :
        PortfolioRules.all(
            held, wanted, risk.sectors(), risk.market(), risk.settings().exposure())) {
      switch (left.by()) {
        case TRADE_RISK -> caps.addFirst(cap(left));
        case SYMBOL, SECTOR, LEVERAGE, HEAT, VOLATILITY, VALUE_AT_RISK, CORRELATION ->
            caps.add(cap(left));
        case OPEN_POSITIONS, ORDER_RATE -> {}
      }
    }
    return caps;
  }

  private static Sizer.Cap cap(Allowance left) {
    return new Sizer.Cap(left.notional(), rule(left.by()));
  }

  /** The name of a limit among what decides sizes. */
  static SizeRule rule(ExposureLimit limit) {
    return switch (limit) {
      case TRADE_RISK -> SizeRule.TRADE_RISK;
      case SYMBOL -> SizeRule.SYMBOL_EXPOSURE;
      case SECTOR -> SizeRule.SECTOR_EXPOSURE;
      case LEVERAGE -> SizeRule.LEVERAGE;
      case HEAT -> SizeRule.HEAT;
      case VOLATILITY -> SizeRule.VOLATILITY_TARGET;
      case VALUE_AT_RISK -> SizeRule.VALUE_AT_RISK;
      case CORRELATION -> SizeRule.CORRELATION;
      case OPEN_POSITIONS, ORDER_RATE ->
          throw new IllegalArgumentException("no limit of a size: " + limit);
    };
  }

  @Override
  public void save(StateWriter out) {
    out.section("sizing-desk", 1).writeLongs(days).writeDoubles(prices);
    for (int i = 0; i < days.length; i++) {
      trends[i].save(out);
      volatilities[i].save(out);
    }
    for (RecentTrades recent : trades) {
      recent.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("sizing-desk", 1);
    in.readLongs(days);
    in.readDoubles(prices);
    for (int i = 0; i < days.length; i++) {
      trends[i].load(in);
      volatilities[i].load(in);
    }
    for (RecentTrades recent : trades) {
      recent.load(in);
    }
  }
}
