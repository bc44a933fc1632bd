package io.tradewind.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AuditJsonTest {
  private static final int SEEDS = 200;

  static Stream<Class<?>> kinds() {
    return Stream.concat(RandomRecords.decisions().stream(), RandomRecords.notes().stream());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindComesBack(Class<?> kind) {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomRecords random = new RandomRecords(seed);
      Record value =
          AuditRecord.class.isAssignableFrom(kind)
              ? (Record) random.decision(kind, 1 + seed, seed)
              : (Record) random.note(kind, seed);
      String text = AuditJson.write(value);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      Object back = AuditJson.read(new String(bytes, StandardCharsets.UTF_8), kind);
      assertThat(back).as("seed %s: %s", seed, text).isEqualTo(value);
      assertThat(AuditJson.write((Record) back)).isEqualTo(text);
      assertThat(text).doesNotContain("\n");
    }
  }

  @Test
  void aRecordIsReadable() {
    OrderIntent intent =
        new OrderIntent(
            7,
            0,
            1,
            Side.BUY,
            new OrderSize.Base(5),
            new OrderTerms.TrailingStop(OptionalLong.empty(), 10, 99),
            TimeInForce.GTC,
            false,
            OrderPurpose.SIGNAL_EXIT);
    AuditRecord record =
        new AuditRecord.OrderMoved(
            3, 4, intent, OrderState.PARTLY_FILLED, new OrderEvent.Accepted(7, 4));
    assertThat(AuditJson.write((Record) record))
        .isEqualTo(
            """
            {"sequence":3,"timeNs":4,"intent":{"orderId":7,"book":0,"instrument":1,"side":"buy",\
            "size":{"is":"base","qtyScaled":5},"terms":{"is":"trailing-stop","stopScaled":null,\
            "trailPpm":10,"activationScaled":99},"timeInForce":{"is":"good-till-cancelled"},"reduceOnly":false,\
            "purpose":"signal-exit"},"state":"partly-filled",\
            "event":{"is":"accepted","orderId":7,"timeNs":4}}\
            """);
  }

  /** Values in a place. */
  record Place(double number, long whole, String text, List<Double> list) {}

  static Stream<Arguments> exact() {
    return Stream.of(
        Arguments.of(Double.NaN, 1L, "a", "\"NaN\",\"whole\":1,\"text\":\"a\""),
        Arguments.of(
            Double.NEGATIVE_INFINITY,
            (1L << 53) + 1,
            "'",
            "\"-Infinity\",\"whole\":9007199254740993,\"text\":\"'\""),
        Arguments.of(
            -0.0,
            Long.MAX_VALUE,
            "\"\\",
            "-0.0,\"whole\":9223372036854775807,\"text\":\"\\\"\\\\\""),
        Arguments.of(0.1, 0L, "ü🚀", "0.1,\"whole\":0,\"text\":\"ü🚀\""),
        Arguments.of(1e22, -1L, "\n\ud800", "1.0E22,\"whole\":-1,\"text\":\"\\u000a\\ud800\""));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void numbersAndTextsAreExact(double number, long whole, String text, String json) {
    Place place = new Place(number, whole, text, List.of(0.1));
    String all = "{\"number\":" + json + ",\"list\":[0.1]}";
    assertThat(AuditJson.write(place)).isEqualTo(all);
    assertThat(AuditJson.read(all, Place.class)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"number":1,"whole":1,"text":"a"}                          | Place.list is missing
          {"number":1,"whole":1.5,"text":"a","list":[]}              | Place.whole must be a whole number, was 1.5
          {"number":1,"whole":9223372036854775808,"text":"","list":[]} | Place.whole must be a whole number
          {"number":"one","whole":1,"text":"a","list":[]}            | Place.number must be a number, was "one"
          {"number":1,"whole":1,"text":2,"list":[]}                  | Place.text must be a text, was 2
          {"number":1,"whole":1,"text":"a","list":[null]}            | Place.list[0] is missing
          {"number":1,"whole":1,"text":"a","list":3}                 | Place.list must be a list, was 3
          {"number":1,"whole":1,"text":"a","list":[],"more":1}       | Place has fields that this version does not know
          {"number":1,                                               | this is no JSON
          [1]                                                        | Place must be an object, was [1]
          """)
  void whatIsNoSuchRecordIsNamed(String json, String message) {
    assertThatThrownBy(() -> AuditJson.read(json, Place.class))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          order-moved  | {"sequence":1,"timeNs":2,"intent":{},"state":"open","event":{"is":"x"}} | orderId is missing
          day-closed   | {"sequence":1,"timeNs":2}                  | DayClosed.equityScaled is missing
          who-knows    | {"sequence":1,"timeNs":2}                  | 'who-knows' is no kind of entry that this version knows
          limit-near   | {"sequence":1,"timeNs":2,"use":{"by":"a","used":1,"limit":1}} | LimitNear.use.by: 'a' is no exposure-limit
          """)
  void anEntryThatCannotBeReadIsNamed(String kind, String json, String message) {
    assertThatThrownBy(() -> AuditEntry.read(kind, json))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining(message);
  }
}
