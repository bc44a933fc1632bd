package io.tradewind.trader.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/** One line of JSON for each event: time, level, component, thread, message; without secrets. */
final class LogEncoder extends JsonEncoder {
  static final String LEVEL = "level";
  static final String COMPONENT = "component";

  /** JSON itself. */
  static final String ENTRY = "entry";

  private final Secrets secrets;

  LogEncoder(Secrets secrets) {
    this.secrets = secrets;
    // All of it is written below, under names and in an order of our own.
    setWithSequenceNumber(false);
    setWithTimestamp(false);
    setWithNanoseconds(false);
    setWithLevel(false);
    setWithThreadName(false);
    setWithLoggerName(false);
    setWithContext(false);
    setWithMarkers(false);
    setWithMDC(false);
    setWithKVPList(false);
    setWithMessage(false);
    setWithArguments(false);
    setWithThrowable(false);
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = new String(super.encode(event), StandardCharsets.UTF_8);
    return secrets.mask(line).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void appendCustomFields(StringBuilder out, ILoggingEvent event) {
    out.append("\"time\":\"").append(event.getInstant()).append('"');
    text(out, LEVEL, value(event, LEVEL).orElseGet(() -> level(event.getLevel())));
    text(out, COMPONENT, value(event, COMPONENT).orElse(event.getLoggerName()));
    text(out, "thread", event.getThreadName());
    text(out, "message", String.valueOf(event.getFormattedMessage()));
    value(event, ENTRY).ifPresent(json -> out.append(",\"entry\":").append(json));
    if (event.getThrowableProxy() != null) {
      appendThrowableProxy(out, "throwable", event.getThrowableProxy());
    }
  }

  private static void text(StringBuilder out, String name, String text) {
    out.append(",\"").append(name).append("\":\"");
    out.append(JsonEscapeUtil.jsonEscapeString(text)).append('"');
  }

  private static Optional<String> value(ILoggingEvent event, String name) {
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    return pairs == null
        ? Optional.empty()
        : pairs.stream()
            .filter(pair -> pair.key.equals(name))
            .map(pair -> String.valueOf(pair.value))
            .findFirst();
  }

  private static String level(Level level) {
    return level.equals(Level.WARN) ? LogLevel.WARNING.name() : level.toString();
  }
}
