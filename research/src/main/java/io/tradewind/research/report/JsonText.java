package io.tradewind.research.report;

import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** How all JSON of runs is written: decimals exact, what is undefined null, names with dashes. */
public final class JsonText {
  /** Streaming only: binding by reflection would cost more start-up than the whole report. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private JsonText() {}

  /** A generator that leaves the writer open. */
  public static JsonGenerator generator(Writer out) {
    return JSON.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** A generator of UTF-8 that leaves the stream open. */
  static JsonGenerator generator(OutputStream out) {
    return JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  /** The name of a constant, such as {@code size-too-small}. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A number, or null. */
  static void writeNumber(JsonGenerator json, String name, Optional<BigDecimal> value) {
    json.writeName(name);
    value.ifPresentOrElse(json::writeNumber, json::writeNull);
  }

  /** The digits of a double, null where it is no number. */
  public static void writeNumber(JsonGenerator json, String name, double value) {
    writeNumber(json, name, Decimals.finite(value));
  }

  /** A list of texts. */
  public static void writeTexts(JsonGenerator json, String name, List<String> texts) {
    json.writeName(name).writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
