package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.NewOrder;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.fault.SymbolFault;
import io.tradewind.store.audit.Incident;
import io.tradewind.store.audit.Reconciliation;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What happens to a position without its session: the account's owner closes it by hand, or the
 * venue takes the symbol off its list.
 */
class ElsewhereTest {
  private static final String HELD = "BTCUSDT";
  private static final int PLACE = 0;
  private static final int OTHER = 1;
  private static final long LOT_E8 = 1_000;
  private static final long ROOM = 1L << 30;
  private static final long READY_NS = 100 * Utc.SECOND_NS;
  private static final long HEAL_NS = 30 * Utc.SECOND_NS;

  /** A look at everything comes each 40 seconds: what is found here is found without. */
  private static final long AFTER_LOOK_NS = 5 * Utc.SECOND_NS;

  private final World world = new World(World.Terms.usual(3, Weather.CLEAR).keeping(40));
  private final List<AuditRecord> decided = new ArrayList<>();

  private Life begin(Voyage voyage) {
    Life life = new Life(world, voyage, new VolatileDisk(1, ROOM), decided::add, 1);
    assertThat(world.run(READY_NS, life, () -> life.isInStep() && ours(life) > 0)).isTrue();
    int looks = life.reconciliations().size();
    assertThat(world.run(READY_NS, life, () -> life.reconciliations().size() > looks)).isTrue();
    world.run(AFTER_LOOK_NS, life);
    return life;
  }

  private static long ours(Life life) {
    return life.engine().stream()
        .mapToLong(engine -> engine.books().of(0).position(PLACE).qtyScaled())
        .sum();
  }

  private long theirsE8(Market market) {
    return market == Market.SPOT
        ? Objects.requireNonNull(world.exchange().truth().balances().get("BTC")).freeE8()
        : world.exchange().truth().positionsE8().getOrDefault(HELD, 0L);
  }

  private long entries(int place) {
    return decided.stream()
        .filter(each ->
            each instanceof AuditRecord.OrderSent sent
                && sent.intent().purpose().opens()
                && sent.intent().instrument() == place)
        .count();
  }

  private static List<Reconciliation.Difference> differences(Life life) {
    return life.reconciliations().stream()
        .flatMap(note -> ((Reconciliation) note).differences().stream())
        .toList();
  }

  private static boolean isTold(Life life, String words) {
    return life.notes.stream()
        .anyMatch(
            note -> note instanceof Incident.IncidentRaised raised && raised.why().contains(words));
  }

  /** As an app of the venue does it: orders first, then all that is held. */
  private void closeByHand(Market market) {
    world.exchange().operate(() -> sellAll(market, world.time().nowNs()));
    assertThat(theirsE8(market)).isLessThan(LOT_E8);
  }

  private void sellAll(Market market, long nowNs) {
    if (market == Market.SPOT) {
      SpotExchange spot = world.exchange().spot();
      var _ = spot.cancelAll(ExchangeSetup.CUSTOMER, HELD, "", nowNs);
      long freeE8 = theirsE8(market);
      var _ = spot.place(ExchangeSetup.CUSTOMER, Orders.sell(freeE8 - freeE8 % LOT_E8), nowNs);
    } else {
      FuturesExchange futures = world.exchange().futures();
      var _ = futures.cancelAllAlgos(ExchangeSetup.CUSTOMER, HELD, nowNs);
      var terms = new OrderTerms.Market(theirsE8(market));
      NewOrder sell = new NewOrder(HELD, "by-hand", Side.SELL, terms, true);
      var _ = futures.place(ExchangeSetup.CUSTOMER, sell, nowNs);
    }
  }

  /** Both markets have classes of the same names. */
  private static final class Orders {
    static io.tradewind.simulation.exchange.spot.NewOrder sell(long qtyE8) {
      return new io.tradewind.simulation.exchange.spot.NewOrder(
          HELD,
          "by-hand",
          Side.SELL,
          new io.tradewind.simulation.exchange.spot.OrderTerms.Market(qtyE8));
    }
  }

  @ParameterizedTest
  @EnumSource(Market.class)
  void whatIsClosedByHandIsBookedAsClosedThere(Market market) {
    Life life = begin(Voyage.steady(market, false).corrected());
    closeByHand(market);
    long entries = entries(PLACE);
    assertThat(world.run(HEAL_NS, life, () -> ours(life) == 0)).as("found").isTrue();
    assertThat(entries(PLACE)).as("entries meanwhile").isEqualTo(entries);
    assertThat(differences(life))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.deviation()).isEqualTo(Reconciliation.Deviation.PHANTOM);
          assertThat(found.action()).isEqualTo(Reconciliation.Action.CORRECTED);
        });
    assertThat(theirsE8(market)).as("closed once").isBetween(0L, LOT_E8);
    assertThat(world.run(HEAL_NS, life, () -> ours(life) > 0)).as("enters again").isTrue();
    life.halt();
    world.run(HEAL_NS, life);
    assertThat(differences(life)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Market.class)
  void whatIsClosedByHandIsToldAndNothingOpensThere(Market market) {
    Life life = begin(Voyage.steady(market, false));
    closeByHand(market);
    long entries = entries(PLACE);
    long others = entries(OTHER);
    assertThat(world.run(HEAL_NS, life, () -> !differences(life).isEmpty())).as("found").isTrue();
    assertThat(differences(life).getFirst().action()).isEqualTo(Reconciliation.Action.ALERTED);
    world.run(HEAL_NS, life);
    assertThat(isTold(life, "the venue holds another position")).isTrue();
    assertThat(entries(PLACE)).isEqualTo(entries);
    assertThat(entries(OTHER)).as("the other symbol is traded").isGreaterThan(others);
    assertThat(theirsE8(market)).as("closed once").isBetween(0L, LOT_E8);
  }

  /** The venue answers all else. */
  @ParameterizedTest
  @CsvSource({"SPOT, /api/v3/account", "PERP, positionRisk"})
  void whatTheVenueDoesNotSayIsNotBookedAsClosed(Market market, String path) {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    Voyage voyage = Voyage.steady(market, false).corrected();
    Life first = new Life(world, voyage, disk, decided::add, 1);
    assertThat(world.run(READY_NS, first, () -> first.isInStep() && ours(first) > 0)).isTrue();
    world.run(AFTER_LOOK_NS, first);
    first.die(false);
    Life second = new Life(world, voyage, disk, decided::add, 2);
    second.notFound = path;
    world.run(2 * HEAL_NS, second);
    assertThat(ours(second)).isPositive();
    long entries = entries(OTHER);
    assertThat(decided)
        .anyMatch(each ->
            each instanceof AuditRecord.DataJudged judged
                && judged.why().equals("the venue does not say what the account holds"));
    world.run(HEAL_NS, second);
    assertThat(entries(OTHER)).as("nothing opens").isEqualTo(entries);
    second.notFound = "";
    assertThat(world.run(HEAL_NS, second, () -> entries(OTHER) > entries)).as("healed").isTrue();
    assertThat(differences(second)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Market.class)
  void aSymbolThatIsGoneIsToldAndTheOthersAreTraded(Market market) {
    Life life = begin(Voyage.steady(market, false).corrected());
    var plan = world.exchange().desk().plan();
    world.exchange().front().change(plan.with(SymbolFault.DELISTED, new TreeSet<>(List.of(HELD))));
    long entries = entries(PLACE);
    long others = entries(OTHER);
    if (market == Market.PERP) {
      assertThat(world.run(HEAL_NS, life, () -> ours(life) == 0)).as("settled").isTrue();
    }
    assertThat(world.run(2 * HEAL_NS, life, () -> isTold(life, "such as binance:BTC/USDT")))
        .as("told")
        .isTrue();
    world.run(HEAL_NS, life);
    assertThat(entries(PLACE)).isEqualTo(entries);
    assertThat(entries(OTHER)).as("the other symbol is traded").isGreaterThan(others);
    assertThat(ours(life) > 0).as("coins stay").isEqualTo(market == Market.SPOT);
  }
}
