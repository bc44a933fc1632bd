package io.tradewind.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.time.Utc;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * A venue and a market drawn by lot from a seed: quotes that may be missing, jumps of price and
 * time, fills of random parts, refusals, ends unasked, fills after a cancel was asked. It holds
 * what an execution does against the rules after every event.
 */
final class Playground implements ChildOrders {
  private static final long S = Utc.SECOND_NS;

  private final SplittableRandom random;
  private final ParentOrder parent;
  private final ExecutionStyle style;
  private final boolean fillsAfterEnd;
  private final boolean quotes;
  private final boolean isHostile;

  /** There is room for no more. */
  private final long roomScaled;

  private final List<Child> children = new ArrayList<>();
  final List<String> log = new ArrayList<>();
  private Execution execution;
  private long nowNs;
  private long bidScaled = 10_000;
  private boolean isQuoted;
  private boolean isTraded;
  private boolean isStarted;
  private boolean isCancelled;
  private boolean isPriced;
  private long lastScaled;
  private double arrival;
  private long volumeScaled;
  int unaskedEnds;

  private static final class Child {
    private final long handle;
    private final long asked;
    private long filled;
    private boolean ended;
    private boolean cancelAsked;

    Child(long handle, long asked) {
      this.handle = handle;
      this.asked = asked;
    }

    long rest() {
      return asked - filled;
    }
  }

  Playground(long seed, ExecutionStyle style, boolean fillsAfterEnd) {
    this.random = new SplittableRandom(seed);
    this.style = style;
    this.fillsAfterEnd = fillsAfterEnd;
    this.quotes = random.nextInt(4) > 0;
    this.isHostile = random.nextInt(6) == 0;
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long limit = 10_000 + side.sign() * random.nextLong(-20, 400);
    OptionalLong worst = random.nextInt(3) == 0 ? OptionalLong.of(limit) : OptionalLong.empty();
    long qty = random.nextInt(10) == 0 ? random.nextLong(1, 500) : random.nextLong(300, 20_000);
    qty = random.nextInt(5) == 0 || qty < 100 ? qty : qty / 100 * 100;
    TradingRules rules = Stage.INSTRUMENT.rules().getFirst();
    this.parent = new ParentOrder(Stage.INSTRUMENT, rules, side, qty, worst, seed);
    this.roomScaled = random.nextInt(3) == 0 ? random.nextLong(qty) : Long.MAX_VALUE;
    this.execution = fresh();
  }

  private Execution fresh() {
    return new Execution(parent, style, ExecutionLimits.DEFAULT, this, progress -> {});
  }

  ParentOrder parent() {
    return parent;
  }

  Progress progress() {
    return execution.progress();
  }

  /**
   * Plays to the end.
   *
   * @param cutAt before which event it is saved and restored, -1 for never
   * @param cancelAt before which event it is cancelled, -1 for never
   */
  Progress play(int cutAt, int cancelAt) {
    int startAt = random.nextInt(3);
    for (int event = 0; !(event > 250 && execution.state().isFinal()); event++) {
      assertThat(event).as("it comes to an end: %s", execution.progress()).isLessThan(5000);
      if (event == cutAt) {
        cut();
      }
      if (event == cancelAt) {
        isCancelled = true;
        log.add("cancel");
        execution.cancel(nowNs);
        check();
      }
      if (event == startAt && !isCancelled) {
        isStarted = true;
        if (isQuoted || isTraded) {
          arrive();
        }
        execution.onStart(nowNs);
        check();
      }
      if (event > 250) {
        drain();
      } else {
        happen();
      }
      check();
    }
    return execution.progress();
  }

  private void cut() {
    StateWriter out = new StateWriter();
    execution.save(out);
    execution = fresh();
    StateReader in = new StateReader(out.toByteArray());
    execution.load(in);
    assertThat(in.isAtEnd()).isTrue();
    StateWriter again = new StateWriter();
    execution.save(again);
    assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
  }

  private void happen() {
    nowNs += random.nextInt(40) == 0 ? random.nextLong(400 * S) : random.nextLong(3 * S);
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> quote();
      case 3, 4 -> trade();
      case 5 -> time();
      default -> child();
    }
  }

  private void quote() {
    bidScaled += 10 * random.nextLong(-4, 5) + (random.nextInt(60) == 0 ? 400 : 0);
    if (quotes) {
      isQuoted = true;
      arrive();
      execution.onQuote(nowNs, bidScaled, bidScaled + 10 * random.nextLong(1, 4));
    }
  }

  private void trade() {
    lastScaled = bidScaled + 5;
    isTraded = true;
    long qty = 10 * random.nextLong(3000);
    volumeScaled += isStarted ? qty : 0;
    arrive();
    execution.onTrade(nowNs, lastScaled, qty);
  }

  /** The cap of a chase is measured from a price that was known when it was first needed. */
  private void arrive() {
    if (isStarted && !isPriced) {
      isPriced = true;
      arrival = isQuoted ? bidScaled : lastScaled;
    }
  }

  private void time() {
    long wakeNs = execution.nextWakeNs();
    if (wakeNs < Long.MAX_VALUE && random.nextBoolean()) {
      nowNs = Math.max(nowNs, wakeNs);
    }
    execution.onTime(nowNs - (random.nextInt(5) == 0 ? S : 0));
  }

  private void child() {
    List<Child> living =
        children.stream().filter(c -> !c.ended || (fillsAfterEnd && c.rest() > 0)).toList();
    if (living.isEmpty()) {
      time();
      return;
    }
    Child child = living.get(random.nextInt(living.size()));
    if (child.ended || random.nextInt(10) < 6) {
      fill(child, Math.min(child.rest(), 100 * random.nextLong(1, 1 + child.asked / 50)));
    } else if (child.cancelAsked || random.nextInt(3) == 0) {
      end(child);
    }
  }

  private void fill(Child child, long qty) {
    child.filled += qty;
    child.ended |= child.rest() == 0;
    long quote = FixedPoint.multiply(bidScaled, 2, qty, 3, 4, RoundingMode.HALF_EVEN);
    execution.onChildFill(nowNs - random.nextLong(S), child.handle, qty, quote);
  }

  private void end(Child child) {
    child.ended = true;
    ChildEnd how =
        child.cancelAsked
            ? ChildEnd.CANCELLED
            : ChildEnd.values()[random.nextInt(ChildEnd.values().length)];
    unaskedEnds += child.cancelAsked ? 0 : 1;
    execution.onChildEnd(nowNs, child.handle, how);
  }

  /** Nothing new comes of the market; children end one way or the other, and time goes on. */
  private void drain() {
    nowNs += S;
    if (!isTraded) {
      trade();
      return;
    }
    for (Child child : children) {
      if (!child.ended && (child.cancelAsked || random.nextInt(4) == 0)) {
        end(child);
        return;
      }
    }
    long wakeNs = execution.nextWakeNs();
    nowNs = wakeNs < Long.MAX_VALUE ? Math.max(nowNs, wakeNs) : nowNs;
    execution.onTime(nowNs);
  }

  private long filled() {
    return children.stream().mapToLong(c -> c.filled).sum();
  }

  private long open() {
    return children.stream().filter(c -> !c.ended).mapToLong(Child::rest).sum();
  }

  private void check() {
    execution.checkInvariants();
    if (!fillsAfterEnd) {
      assertThat(filled() + open()).isLessThanOrEqualTo(roomScaled);
    }
    Progress progress = execution.progress();
    assertThat(progress.filledScaled()).isEqualTo(filled());
    assertThat(progress.openScaled()).isEqualTo(open());
    if (!fillsAfterEnd) {
      assertThat(filled() + open()).isLessThanOrEqualTo(parent.qtyScaled());
      assertThat(filled() + open() + progress.leftScaled()).isEqualTo(parent.qtyScaled());
    }
    if (execution.state().isFinal()) {
      assertThat(open()).isZero();
      assertThat(progress.reason()).isPresent();
    }
    if (isCancelled || filled() + open() > parent.qtyScaled()) {
      assertThat(children).allMatch(c -> c.ended || c.cancelAsked);
    }
  }

  @Override
  public Placement place(OrderTerms terms, TimeInForce timeInForce, long qtyScaled) {
    assertThat(isCancelled).as("nothing is placed after a cancel").isFalse();
    assertThat(filled() + open() + qtyScaled).isLessThanOrEqualTo(parent.qtyScaled());
    assertThat(qtyScaled % 100).as("on the lot").isZero();
    checkPrice(terms, qtyScaled);
    checkStyle(qtyScaled);
    log.add(terms + " " + timeInForce + " " + qtyScaled);
    if (random.nextInt(20) < (isHostile ? 15 : 1)) {
      return new Placement.Refused();
    }
    long cut = Math.min(qtyScaled, (roomScaled - filled() - open()) / 100 * 100);
    if (cut < qtyScaled && cut < smallest(terms)) {
      return new Placement.NoRoom();
    }
    children.add(new Child(children.size() + 1, cut));
    return new Placement.Placed(children.size(), cut);
  }

  private long smallest(OrderTerms terms) {
    long price = terms instanceof OrderTerms.Limit limit ? limit.priceScaled() : price();
    return Math.ceilDiv(10 * 10_0000L, price);
  }

  private void checkPrice(OrderTerms terms, long qtyScaled) {
    long price = price();
    if (terms instanceof OrderTerms.Limit limit) {
      price = limit.priceScaled();
      assertThat(price % 10).as("on the tick").isZero();
      int sign = parent.side().sign();
      if (parent.limitScaled().isPresent()) {
        assertThat(sign * price).isLessThanOrEqualTo(sign * parent.limitScaled().getAsLong());
      }
      if (style instanceof ExecutionStyle.Chase chase) {
        double worst = arrival * (1 + sign * chase.capRatio()) + sign * 15;
        assertThat(sign * price).as("under the cap").isLessThanOrEqualTo(Math.round(sign * worst));
      }
    } else {
      assertThat(parent.limitScaled()).as("a market order under a limit").isEmpty();
    }
    assertThat(qtyScaled * price / 10.0)
        .as("%s at %s", qtyScaled, price)
        .isGreaterThanOrEqualTo(10_0000);
  }

  private long price() {
    return isQuoted ? bidScaled : lastScaled;
  }

  private void checkStyle(long qtyScaled) {
    switch (style) {
      case ExecutionStyle.Vwap vwap -> checkCap(vwap.participation(), qtyScaled);
      case ExecutionStyle.Pov pov -> checkCap(pov.participation(), qtyScaled);
      case ExecutionStyle.Iceberg iceberg -> {
        assertThat(open()).as("one part is shown").isZero();
        double roomy = Math.ceil(10_0000 * 1.05 * 10 / 9_000 / 100) * 100;
        assertThat((double) qtyScaled)
            .isLessThanOrEqualTo(
                Math.max(iceberg.visibleShare() * parent.qtyScaled(), roomy) + roomy);
      }
      case ExecutionStyle.Chase _ -> assertThat(open()).as("one child at a time").isZero();
      case ExecutionStyle.Immediate _, ExecutionStyle.Twap _ -> {}
    }
  }

  private void checkCap(double share, long qtyScaled) {
    assertThat((double) (filled() + open() + qtyScaled))
        .as("participation")
        .isLessThanOrEqualTo(share * volumeScaled + 1e-6);
  }

  @Override
  public void cancel(long handle) {
    Child child = children.get((int) handle - 1);
    assertThat(child.ended || child.cancelAsked).as("cancelled twice or too late").isFalse();
    child.cancelAsked = true;
    log.add("cancel " + handle);
  }
}
