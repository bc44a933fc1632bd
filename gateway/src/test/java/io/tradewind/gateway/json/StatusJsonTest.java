package io.tradewind.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.execution.latency.LatencyBuckets;
import io.tradewind.core.execution.latency.LatencySummary;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.Side;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.LockReason;
import io.tradewind.core.status.BufferStatus;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.LockStatus;
import io.tradewind.core.status.MemoryStatus;
import io.tradewind.core.status.OrderStatus;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.PositionStatus;
import io.tradewind.core.status.SourceStatus;
import io.tradewind.core.status.Timing;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.Vitals;
import io.tradewind.core.trade.Direction;
import io.tradewind.gateway.Sample;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read back as it was. */
class StatusJsonTest {
  private static final int SESSIONS = 500;

  @Test
  void anySessionComesBack() {
    for (long seed = 0; seed < SESSIONS; seed++) {
      TraderStatus status = new Draw(seed).status();
      assertThat(StatusReading.status(StatusJson.status(status)))
          .as("seed %d", seed)
          .isEqualTo(status);
      assertThat(StatusReading.positions(StatusJson.positions(status)))
          .as("seed %d", seed)
          .isEqualTo(status.positions());
      assertThat(StatusReading.orders(StatusJson.orders(status)))
          .as("seed %d", seed)
          .isEqualTo(status.orders());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "equity":10250.5            | "equity":"x"              | 'equity' must be a number
          "equity":10250.5,           | ``                        | 'equity' is missing
          "mode":"paper"              | "mode":"real"             | 'mode' must be one of paper, testnet, live, was 'real'
          "time":"2026-03-01T12:00:00Z" | "time":"noon"           | 'time' is no time: noon
          "isNeeded":true             | "isNeeded":1              | 'isNeeded' must be true or false
          "inputs":90000              | "inputs":9.5              | 'inputs' must be a whole number
          "orders":[                  | "ordres":[                | 'orders' is missing
          "waiting":12                | "waiting":"x"             | 'waiting' must be a whole number
          "buckets":[0,               | "buckets":[0.5,           | 'buckets' must hold whole numbers
          "buckets":[0,               | "buckets":[               | there must be 23 counts, there were 22
          "steps":[                   | "stpes":[                 | 'steps' is missing
          "locks":[{                  | "locks":{},"x":[{         | 'locks' must be a list
          "account":{                 | "account":7,"x":{         | 'account' must be an object
          """)
  void whatIsNotReadIsNamed(String right, String wrong, String message) {
    String text = StatusJson.status(Sample.status());
    assertThat(text).contains(right);
    assertThatThrownBy(() -> StatusReading.status(text.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /** Sessions of a seed. */
  private static final class Draw {
    private final SplitMix random;

    Draw(long seed) {
      random = new SplitMix(seed);
    }

    TraderStatus status() {
      return new TraderStatus(
          time(),
          text(),
          one(TraderStatus.Mode.values()),
          time(),
          one(TraderStatus.Activity.values()),
          new TraderStatus.Money(text(), number(), number(), number(), number()),
          some(this::position),
          some(this::order),
          some(this::lock),
          some(this::component),
          new TraderStatus.Traffic(count(), count(), count(), count(), count(), count(), count()),
          performance(),
          vitals());
    }

    private Vitals vitals() {
      return new Vitals(
          new MemoryStatus(count(), count(), count()),
          some(() ->
              new SourceStatus(
                  text(), random.nextInt(2) == 0 ? OptionalLong.empty() : OptionalLong.of(time()))),
          some(() -> new BufferStatus(text(), count(), count())),
          some(this::timing),
          some(this::timing));
    }

    private Timing timing() {
      LatencySummary summary =
          new LatencySummary(count(), count(), count(), count(), count(), count());
      int buckets = LatencyBuckets.BOUNDS_NS.size() + 1;
      List<Long> counts = Stream.generate(this::count).limit(buckets).toList();
      return new Timing(text(), count(), summary, new LatencyBuckets(counts, count()));
    }

    private PositionStatus position() {
      return new PositionStatus(
          text(), id(), number(), number(), number(), number(), maybe(this::number), time());
    }

    private OrderStatus order() {
      return new OrderStatus(
          random.nextLong(),
          text(),
          id(),
          one(Side.values()),
          one(OrderPurpose.values()),
          text(),
          one(OrderState.values()),
          number());
    }

    private LockStatus lock() {
      OptionalInt instrument =
          random.nextInt(2) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(9));
      return new LockStatus(
          new Lock(
              one(LockReason.values()),
              instrument,
              maybe(() -> one(Direction.values())),
              time(),
              time()),
          instrument.isPresent() ? Optional.of(id()) : Optional.empty());
    }

    private ComponentStatus component() {
      return new ComponentStatus(
          text(), one(ComponentStatus.Level.values()), time(), text(), random.nextInt(2) == 0);
    }

    private Performance performance() {
      long trades = random.nextInt(1000);
      return new Performance(
          trades,
          random.nextInt((int) trades + 1),
          number().abs(),
          number().abs().negate(),
          maybe(this::number),
          maybe(this::number));
    }

    private InstrumentId id() {
      return random.nextInt(2) == 0 ? Sample.BTC : Sample.ETH;
    }

    /** With letters that JSON has to write in another way. */
    private String text() {
      String letters = "ab c\"\\\n\t/é€\uD83D\uDE00\u0000<";
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        int at = random.nextInt(letters.codePointCount(0, letters.length()));
        text.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, at)));
      }
      return text.toString();
    }

    private long time() {
      return random.nextLong();
    }

    private long count() {
      return random.nextLong() >>> 1;
    }

    /** As it is written: no zeros at the end, no exponent. */
    private BigDecimal number() {
      BigDecimal drawn =
          BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20))
              .stripTrailingZeros();
      return drawn.scale() < 0 ? drawn.setScale(0) : drawn;
    }

    private <T> T one(T[] all) {
      return all[random.nextInt(all.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> draw) {
      return random.nextInt(2) == 0 ? Optional.empty() : Optional.of(draw.get());
    }

    private <T> List<T> some(Supplier<T> draw) {
      return Stream.generate(draw).limit(random.nextInt(4)).toList();
    }
  }
}
