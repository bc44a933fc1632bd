package io.tradewind.exchange.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapeTest {
  private static final long ONE = 100_000_000;
  private static final long START = Instant.parse("2024-03-01T00:00:00Z").toEpochMilli();

  private final Tape tape = new Tape();
  private long lastId;

  /** At so many seconds: price, quantity, taker order, who took. */
  private void print(long second, long price, long qty, long taker, boolean buyerIsMaker) {
    tape.add(
        new Print(
            ++lastId,
            price * ONE,
            qty * ONE,
            price * qty * ONE,
            START + second * 1000,
            buyerIsMaker,
            taker));
  }

  private String klines(KlineInterval interval, long nowSecond) {
    return tape.klines(interval, START + nowSecond * 1000).stream()
        .map(each ->
            (each.openMs() - START) / 1000
                + ":"
                + each.openE8() / ONE
                + " "
                + each.highE8() / ONE
                + " "
                + each.lowE8() / ONE
                + " "
                + each.closeE8() / ONE
                + " x"
                + each.flow().baseE8().longValueExact() / ONE
                + " n"
                + each.flow().count()
                + " ids"
                + each.firstId()
                + ".."
                + each.lastId())
        .collect(Collectors.joining("; "));
  }

  /** Four billion in an hour are more in a day than a long of hundred-millionths holds. */
  @Test
  void volumesHaveAnySize() {
    for (int hour = 0; hour < 30; hour++) {
      print(hour * 3600L, 4, 1_000_000_000, hour, false);
    }
    Kline day =
        tape.klines(KlineInterval.of("1d").orElseThrow(), START + 23 * 3_600_000).getFirst();
    assertThat(day.flow().quoteE8()).isEqualTo("9600000000000000000");
    assertThat(day.flow().takerQuoteE8()).isEqualTo("9600000000000000000");
    assertThat(day.flow().baseE8()).isEqualTo(24_000_000_000L * ONE);
    assertThat(day.flow().count()).isEqualTo(24);
  }

  @Test
  void candlesOfAllIntervalsAndEmptyOnesBetween() {
    print(10, 100, 1, 1, false);
    print(50, 102, 2, 2, true);
    print(59, 99, 1, 3, false);
    print(185, 105, 4, 4, false);
    assertThat(klines(KlineInterval.M1, 250))
        .isEqualTo(
            "0:100 102 99 99 x4 n3 ids1..3; 60:99 99 99 99 x0 n0 ids-1..-1;"
                + " 120:99 99 99 99 x0 n0 ids-1..-1; 180:105 105 105 105 x4 n1 ids4..4;"
                + " 240:105 105 105 105 x0 n0 ids-1..-1");
    assertThat(klines(KlineInterval.M3, 250))
        .isEqualTo("0:100 102 99 99 x4 n3 ids1..3; 180:105 105 105 105 x4 n1 ids4..4");
    assertThat(klines(KlineInterval.MONTH, 250)).isEqualTo("0:100 105 99 105 x8 n4 ids1..4");
    Kline first = tape.klines(KlineInterval.M1, START + 250_000).getFirst();
    assertThat(first.flow().takerBaseE8()).isEqualTo(2 * ONE);
    assertThat(first.flow().takerQuoteE8()).isEqualTo(199 * ONE);
    assertThat(first.flow().quoteE8()).isEqualTo(403 * ONE);
    assertThat(first.closeMs()).isEqualTo(START + 59_999);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "1w, 2024-03-01T10:00:00Z, 2024-02-26T00:00:00Z, 2024-03-04T00:00:00Z",
    "1w, 2024-03-04T00:00:00Z, 2024-03-04T00:00:00Z, 2024-03-11T00:00:00Z",
    "1M, 2024-02-29T23:59:59Z, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
    "1d, 2024-02-29T23:59:59Z, 2024-02-29T00:00:00Z, 2024-03-01T00:00:00Z",
    "8h, 2024-02-29T15:59:59Z, 2024-02-29T08:00:00Z, 2024-02-29T16:00:00Z",
    "1s, 2024-02-29T15:59:59Z, 2024-02-29T15:59:59Z, 2024-02-29T16:00:00Z"
  })
  void candlesOpenWhereBinancesDo(String interval, Instant at, Instant open, Instant next) {
    KlineInterval of = KlineInterval.of(interval).orElseThrow();
    assertThat(of.openMs(at.toEpochMilli())).isEqualTo(open.toEpochMilli());
    assertThat(of.nextMs(open.toEpochMilli())).isEqualTo(next.toEpochMilli());
    assertThat(KlineInterval.of("1min")).isEmpty();
  }

  @Test
  void tradesOfOneOrderAtOnePriceAreOne() {
    print(1, 100, 1, 7, false);
    print(1, 100, 2, 7, false);
    print(1, 101, 1, 7, false);
    print(1, 101, 1, 8, false);
    print(2, 101, 1, 8, false);
    assertThat(tape.aggregates())
        .extracting(each ->
            each.id() + ":" + each.firstId() + ".." + each.lastId() + " x" + each.qtyE8() / ONE)
        .containsExactly("1:1..2 x3", "2:3..3 x1", "3:4..4 x1", "4:5..5 x1");
  }

  @Test
  void aDayIsTheMinutesOfADay() {
    print(0, 100, 1, 1, false);
    print(86_400 - 60, 120, 1, 2, false);
    print(86_400, 90, 1, 3, false);
    Summary all = tape.summary(1440, START + 86_400_000).orElseThrow();
    assertThat(all.candle().openE8() / ONE).isEqualTo(100);
    assertThat(all.candle().flow().count()).isEqualTo(2);
    assertThat(all.candle().firstId()).isEqualTo(2);
    assertThat(all.candle().lastId()).isEqualTo(3);
    assertThat(all.candle().highE8() / ONE).isEqualTo(120);
    assertThat(all.candle().lowE8() / ONE).isEqualTo(90);
    assertThat(new Tape().summary(1440, START)).isEmpty();
  }

  @Test
  void aLongSilenceIsNoLongWork() {
    print(0, 100, 1, 1, false);
    print(10L * 365 * 86_400, 101, 1, 2, false);
    assertThat(tape.klines(KlineInterval.S1, START)).hasSize(5000);
    assertThat(klines(KlineInterval.MONTH, 0)).startsWith("0:100 100 100 100 x1");
  }

  @Test
  void onlyTheLatestAreKept() {
    for (int i = 0; i < Tape.MOST + 5; i++) {
      print(i, 100, 1, i, false);
    }
    assertThat(tape.prints()).hasSize(Tape.MOST);
    assertThat(tape.prints().getFirst().id()).isEqualTo(6);
    assertThat(tape.aggregates()).hasSize(Tape.MOST);
    assertThat(tape.klines(KlineInterval.S1, START)).hasSize(5000);
    assertThatThrownBy(() -> print(0, 1, 1, 1, true)).hasMessageContaining("times must not fall");
  }
}
