package io.tradewind.venues.binance.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.binance.order.ClientIds;
import io.tradewind.venues.binance.order.OrderFilters;
import io.tradewind.venues.binance.order.Sheets;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that a wallet, a price or a long day can bring, and that no calculation may end on. */
class LargeNumbersTest {
  private final Listing spot = Sheets.listing(Market.SPOT);

  private static OrderIntent sell(OrderSize size, OrderTerms terms) {
    return new OrderIntent(
        2, 0, 0, Side.SELL, size, terms, TimeInForce.GTC, true, OrderPurpose.STOP);
  }

  /** More than one order can be of is sold as far as one can. */
  @ParameterizedTest
  @CsvSource({
    "1, 100000000",
    "9000, 900000000000",
    "9001, 900000000000",
    "100000000000, 900000000000",
    "1e30, 900000000000"
  })
  void allThatIsHeldIsAsMuchAsOneOrder(BigDecimal free, long qtyScaled) {
    Holdings holdings = new Holdings();
    holdings.onBalances(List.of(new UserEvent.Balance("BTC", free, BigDecimal.ZERO)));
    long held = holdings.heldScaled(spot.instrument());
    OrderIntent all = sell(new OrderSize.Position(), new OrderTerms.Stop(9_000));
    assertThat(Sizing.of(spot, all, OptionalLong.empty(), held))
        .isEqualTo(new Sizing.Result.Sized(OptionalLong.of(qtyScaled)));
    Tracked order = new Tracked(spot, all, 0);
    order.placedQtyScaled = OptionalLong.of(qtyScaled);
    assertThat(Sizing.again(order, all, OptionalLong.empty(), held))
        .isInstanceOf(Sizing.Result.Sized.class);
  }

  @Test
  void aQuantityWithoutBoundsIsRefused() {
    OrderTerms limit = new OrderTerms.Limit(100_000_000, false);
    OrderIntent sale = sell(new OrderSize.Base(Long.MAX_VALUE / 10_000 * 10_000), limit);
    assertThat(
            new OrderFilters(spot, OptionalLong.empty())
                .check(sale, OptionalLong.of(Long.MAX_VALUE / 10_000 * 10_000)))
        .contains(RejectReason.QTY_TOO_LARGE);
    OrderIntent sum = sell(new OrderSize.Budget(Long.MAX_VALUE), new OrderTerms.Limit(1, false));
    assertThat(Sizing.of(spot, sum, OptionalLong.empty(), 0))
        .isEqualTo(new Sizing.Result.Unsized(RejectReason.QTY_TOO_LARGE));
  }

  /** A stop that follows the market for days. */
  @ParameterizedTest
  @ValueSource(ints = {46_655, 46_656, 60_466_175})
  void anOrderIsReplacedAsOftenAsItTakes(int revision) {
    ClientIds ids = new ClientIds(Long.MAX_VALUE);
    String text = ids.text(Long.MAX_VALUE, ClientIds.Part.STOP, revision);
    assertThat(text).hasSizeLessThanOrEqualTo(36);
    assertThat(ids.parse(text))
        .contains(new ClientIds.Name(Long.MAX_VALUE, ClientIds.Part.STOP, revision));
  }
}
