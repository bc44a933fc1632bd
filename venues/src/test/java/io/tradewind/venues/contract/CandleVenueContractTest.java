package io.tradewind.venues.contract;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approvals;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.venue.CandleVenue;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.simulation.venue.VenueListener;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The simulated venue, in process. */
class CandleVenueContractTest extends VenueContract {
  @Override
  Floor open() {
    return new CandleFloor();
  }

  /** A candle for each step; after each command one that stays where the market is. */
  private static final class CandleFloor implements Floor, VenueListener {
    private static final long MINUTE_NS = 60 * Utc.SECOND_NS;
    private static final long CASH = 1_101_000_000_000L;
    private static final long PLENTY = 10_000_000_000_000L;
    private static final Instrument BTC =
        new Instrument(
            new InstrumentId("binance", "BTC", "USDT", Market.SPOT),
            2,
            8,
            8,
            List.of(new TradingRules(0, 5, 200_000, 1_000_000, 500_000_000L, 1_000, 1_000)));

    private final List<OrderEvent> events = new ArrayList<>();
    private final CandleVenue venue =
        new CandleVenue(
            List.of(BTC),
            new CostModel(0, 0, 0, OptionalDouble.of(1), true),
            new long[] {CASH},
            this);
    private long openNs = 1_700_000_040L * Utc.SECOND_NS;
    private long last = 10_000;

    private CandleFloor() {
      candle(last, PLENTY);
      submit(
          new VenueCommand.NewOrder(
              new OrderIntent(
                  999_999,
                  0,
                  0,
                  Side.BUY,
                  new OrderSize.Base(1_000_000_000L),
                  new OrderTerms.Market(),
                  TimeInForce.GTC,
                  false,
                  OrderPurpose.ENTRY)));
      events.clear();
    }

    private void candle(long to, long volume) {
      long[][] columns = {
        {openNs},
        {openNs + MINUTE_NS},
        {last},
        {Math.max(last, to)},
        {Math.min(last, to)},
        {to},
        {volume}
      };
      CandleColumns rows = CandleColumns.of(2, 8, columns);
      venue.open(0, rows, 0);
      venue.walk(0, rows, 0);
      last = to;
      openNs += MINUTE_NS;
    }

    @Override
    public Instrument instrument() {
      return BTC;
    }

    @Override
    public void submit(VenueCommand command) {
      venue.submit(Approvals.of(command));
      venue.process(openNs);
      candle(last, PLENTY);
    }

    @Override
    public void price(long priceScaled) {
      candle(priceScaled, PLENTY);
    }

    @Override
    public void trade(long priceScaled, long qtyScaled) {
      last = priceScaled;
      candle(priceScaled, qtyScaled);
    }

    @Override
    public void onOrder(OrderEvent event) {
      events.add(event);
    }

    @Override
    public void onMargin(MarginEvent event) {}

    @Override
    public void onTransfer(Transferred event) {}

    @Override
    public List<OrderEvent> events() {
      return List.copyOf(events);
    }

    @Override
    public long cashScaled() {
      return venue.account(0).cashScaled();
    }

    @Override
    public long baseScaled() {
      return venue.account(0).heldScaled(0);
    }

    @Override
    public void close() {}
  }
}
