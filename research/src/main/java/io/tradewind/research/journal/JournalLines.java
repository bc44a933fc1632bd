package io.tradewind.research.journal;

import io.tradewind.core.audit.AuditRecord.FeatureSeen;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.journal.JournalEntry;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.report.Decimals;
import io.tradewind.research.report.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * A journal as JSON lines, one for each closed trade, described by {@value #SCHEMA} beside this
 * class and in {@code docs/json-output.md}. Decimals are exact, times are ISO 8601 in UTC.
 */
public final class JournalLines {
  /** The JSON schema (draft 2020-12) of a line, a resource beside this class. */
  public static final String SCHEMA = "journal.schema.json";

  /** How every line begins. */
  public static final String MARK = "{\"trade\":{\"symbol\":";

  private final JournalEntry entry;
  private final Instrument instrument;
  private final JsonGenerator json;

  private JournalLines(JournalEntry entry, JsonGenerator json) {
    this.entry = entry;
    this.instrument = entry.trade().instrument();
    this.json = json;
  }

  /**
   * Writes a line for each.
   *
   * @throws IOException if the writer fails
   */
  public static void write(List<JournalEntry> entries, Writer out) throws IOException {
    for (JournalEntry entry : entries) {
      out.write(line(entry));
      out.write('\n');
    }
  }

  /** One line, without its end. */
  static String line(JournalEntry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonText.generator(text)) {
      new JournalLines(entry, json).write();
    }
    return text.toString();
  }

  private void write() {
    json.writeStartObject();
    writeTrade(entry.trade());
    json.writeName("ideas").writeStartArray();
    entry.ideas().forEach(this::writeIdea);
    json.writeEndArray();
    json.writeName("fills").writeStartArray();
    entry.fills().forEach(this::writeFill);
    json.writeEndArray();
    json.writeStringProperty("exitWords", entry.exitWords());
    json.writeEndObject();
  }

  private void writeTrade(ClosedTrade trade) {
    json.writeName("trade").writeStartObject();
    json.writeStringProperty("symbol", instrument.id().symbol());
    json.writeStringProperty("strategy", trade.strategy());
    json.writeStringProperty("side", trade.direction().label());
    json.writeNumberProperty("quantity", Decimals.canonical(trade.qty()));
    json.writeStringProperty("entryTime", Utc.format(trade.entryTimeNs()));
    json.writeNumberProperty("entryPrice", Decimals.canonical(trade.entryPrice()));
    json.writeStringProperty("exitTime", Utc.format(trade.exitTimeNs()));
    json.writeNumberProperty("exitPrice", Decimals.canonical(trade.exitPrice()));
    json.writeStringProperty("exitReason", trade.reason().label());
    json.writeNumberProperty("fees", cash(trade.feesScaled()));
    json.writeNumberProperty("slippage", cash(trade.slippageScaled()));
    json.writeNumberProperty("funding", cash(trade.fundingScaled()));
    json.writeNumberProperty("profit", cash(trade.profitScaled()));
    if (trade.riskScaled() == 0) {
      json.writeNullProperty("risk");
    } else {
      json.writeNumberProperty("risk", cash(trade.riskScaled()));
    }
    json.writeStringProperty("entryReason", trade.entryReason());
    json.writeEndObject();
  }

  private void writeIdea(JournalEntry.Idea idea) {
    if (!(idea.signal() instanceof Signal.Enter signal)) {
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("time", Utc.format(signal.timeNs()));
    json.writeStringProperty("side", signal.direction().label());
    writeNumber("confidence", signal.confidence());
    json.writeStringProperty("size", words(signal.size()));
    writeNumber("limit", signal.entry().orElse(Double.NaN));
    writeNumber("stop", signal.stop().orElse(Double.NaN));
    json.writeName("targets").writeStartArray();
    signal
        .targets()
        .forEach(target -> json.writeNumber(Decimals.canonical(BigDecimal.valueOf(target))));
    json.writeEndArray();
    writeNumber("leverage", signal.leverage());
    json.writeBooleanProperty("adds", signal.adds());
    json.writeStringProperty("reason", signal.reason());
    json.writeName("features").writeStartArray();
    for (FeatureSeen feature : idea.features()) {
      json.writeStartObject();
      json.writeStringProperty("name", feature.name());
      writeNumber("value", feature.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String words(SignalSize size) {
    return switch (size) {
      case SignalSize.EqualShare _ -> "equal share";
      case SignalSize.Share share ->
          "share " + Decimals.canonical(BigDecimal.valueOf(share.ratio()));
      case SignalSize.Qty qty -> "quantity " + Decimals.canonical(BigDecimal.valueOf(qty.base()));
      case SignalSize.Notional notional ->
          "sum " + Decimals.canonical(BigDecimal.valueOf(notional.quote()));
    };
  }

  private void writeFill(JournalEntry.Fill fill) {
    OrderEvent.Filled event = fill.event();
    json.writeStartObject();
    json.writeStringProperty("time", Utc.format(event.timeNs()));
    json.writeStringProperty("side", JsonText.key(fill.side()));
    json.writeStringProperty("purpose", JsonText.key(fill.purpose()));
    json.writeNumberProperty("orderId", event.orderId());
    json.writeNumberProperty("quantity", Decimals.of(event.qtyScaled(), instrument.qtyScale()));
    json.writeNumberProperty("price", Decimals.of(event.priceScaled(), instrument.priceScale()));
    json.writeNumberProperty("quote", cash(event.quoteScaled()));
    json.writeNumberProperty(
        "fee",
        event.feeInBase()
            ? Decimals.of(event.feeScaled(), instrument.qtyScale())
            : cash(event.feeScaled()));
    json.writeStringProperty("feeAsset", event.feeInBase() ? "base" : "quote");
    json.writeNumberProperty("slippage", cash(event.slippageScaled()));
    json.writeEndObject();
  }

  private BigDecimal cash(long scaled) {
    return Decimals.of(scaled, instrument.cashScale());
  }

  private void writeNumber(String name, double value) {
    JsonText.writeNumber(json, name, value);
  }
}
