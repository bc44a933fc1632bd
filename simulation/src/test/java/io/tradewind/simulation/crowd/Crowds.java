package io.tradewind.simulation.crowd;

import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.simulation.synthetic.Correlation;
import io.tradewind.simulation.synthetic.Garch;
import io.tradewind.simulation.synthetic.Jumps;
import io.tradewind.simulation.synthetic.MarketModel;
import io.tradewind.simulation.synthetic.SyntheticSymbol;
import io.tradewind.simulation.synthetic.VolatilityRegime;
import io.tradewind.simulation.synthetic.VolumeShape;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;

/** Markets with crowds for tests. */
final class Crowds {
  static final Interval MINUTE = Interval.parse("1m");
  static final long START_NS = MarketModel.DEFAULT_START_NS;
  static final CrowdModel CROWD = CrowdModel.of(Exchange.CROWD);
  static final List<String> BASES = List.of("BTC", "ETH", "SOL");

  private Crowds() {}

  /** Symbols at 40,000 with 10,000 a day that go together by 0.6, in one weather. */
  static MarketModel model(int symbols, double dailyVolatility, int stepsPerCandle) {
    return model(symbols, dailyVolatility, 0, stepsPerCandle);
  }

  /** One symbol, 1 % a day, with a drift a day. */
  static MarketModel drifting(double drift) {
    return model(1, 0.01, drift, 30);
  }

  private static MarketModel model(
      int symbols, double dailyVolatility, double drift, int stepsPerCandle) {
    List<SyntheticSymbol> of = new ArrayList<>();
    for (String base : BASES.subList(0, symbols)) {
      of.add(new SyntheticSymbol(TestInstruments.spot(base + "/USDT"), 40_000, 1, 10_000));
    }
    return new MarketModel(
        of,
        Correlation.uniform(symbols, symbols == 1 ? 0 : 0.6),
        List.of(new VolatilityRegime("normal", dailyVolatility, drift, 10, List.of(0.0))),
        Garch.DEFAULT,
        5,
        Jumps.NONE,
        new VolumeShape(VolumeShape.DEFAULT.hourly(), 0.2, 0.5),
        stepsPerCandle,
        START_NS);
  }

  /** The model's market on an exchange, each symbol with ticks of 0.01 and lots of 0.0001. */
  static Market generated(Exchange exchange, MarketModel model, long seed, CrowdModel crowd) {
    List<MarketPort> ports = new ArrayList<>();
    for (String base : BASES.subList(0, model.symbols().size())) {
      ports.add(exchange.list(base, "0.01", "0.0001", "5"));
    }
    return new Market(List.of(new Feed.Generated(model, seed, MINUTE, ports, crowd)));
  }

  /** A fair price that stands still, and no takers. */
  static Market still(Exchange exchange, String tick) {
    MarketPort port = exchange.list("BTC", tick, "0.0001", "5");
    long[] qty = {1_000 * Exchange.ONE};
    TradeColumns once =
        new TradeColumns(
            8, 8, new long[] {START_NS}, new long[] {40_000 * Exchange.ONE}, qty, new boolean[1]);
    MakerModel makers =
        new MakerModel(20, 0.5, 1.3, 1.0 / 86_400, 0.5, 5 * Exchange.SECOND, 30 * Exchange.SECOND);
    CrowdModel crowd = new CrowdModel(makers, TakerModel.DEFAULT, Exchange.CROWD);
    return new Market(List.of(new Feed.Trades(once, port, crowd)));
  }
}
