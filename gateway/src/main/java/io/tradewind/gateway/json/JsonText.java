package io.tradewind.gateway.json;

import io.tradewind.core.time.Utc;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** How all answers are written: decimals exact, what is undefined null, names with dashes. */
public final class JsonText {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private JsonText() {}

  /** The text of one object. */
  public static String object(Consumer<JsonGenerator> fields) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      fields.accept(json);
      json.writeEndObject();
    }
    return out.toString();
  }

  /** The name of a constant, such as {@code warming-up}. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static void time(JsonGenerator json, String name, long timeNs) {
    json.writeStringProperty(name, Utc.format(timeNs));
  }

  static void number(JsonGenerator json, String name, BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    json.writeNumberProperty(name, plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  static void number(JsonGenerator json, String name, Optional<BigDecimal> value) {
    value.ifPresentOrElse(each -> number(json, name, each), () -> json.writeNullProperty(name));
  }
}
