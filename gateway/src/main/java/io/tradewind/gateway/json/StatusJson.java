package io.tradewind.gateway.json;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.LockStatus;
import io.tradewind.core.status.OrderStatus;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.PositionStatus;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** A session as JSON; {@code docs/monitoring.md} says what each field is. */
public final class StatusJson {
  private StatusJson() {}

  /** Everything. */
  public static String status(TraderStatus status) {
    return JsonText.object(json -> {
      head(json, status);
      account(json, status.account());
      positions(json, status.positions());
      orders(json, status.orders());
      array(json, "locks", status.locks(), StatusJson::lock);
      array(json, "components", status.components(), StatusJson::component);
      traffic(json, status.traffic());
      json.writeObjectPropertyStart("performance");
      performance(json, status.performance());
      json.writeEndObject();
      VitalsJson.write(json, status.vitals());
    });
  }

  /** How well it is, and each of its parts. */
  public static String health(TraderStatus status) {
    return JsonText.object(json -> {
      head(json, status);
      array(json, "components", status.components(), StatusJson::component);
    });
  }

  /**
   * Whether it trades or could.
   *
   * @param why what is in its way, in words; empty where nothing is
   */
  public static String ready(TraderStatus status, List<String> why) {
    return JsonText.object(json -> {
      json.writeBooleanProperty("isReady", why.isEmpty());
      json.writeStringProperty("activity", JsonText.key(status.activity()));
      json.writeArrayPropertyStart("why");
      why.forEach(json::writeString);
      json.writeEndArray();
    });
  }

  /** Its open positions. */
  public static String positions(TraderStatus status) {
    return JsonText.object(json -> {
      JsonText.time(json, "time", status.timeNs());
      positions(json, status.positions());
    });
  }

  /** Its orders that have not ended. */
  public static String orders(TraderStatus status) {
    return JsonText.object(json -> {
      JsonText.time(json, "time", status.timeNs());
      orders(json, status.orders());
    });
  }

  /** What its closed trades brought. */
  public static String performance(TraderStatus status) {
    return JsonText.object(json -> {
      JsonText.time(json, "time", status.timeNs());
      json.writeStringProperty("currency", status.account().currency());
      performance(json, status.performance());
      json.writeStringProperty("summary", summary(status));
    });
  }

  private static void head(JsonGenerator json, TraderStatus status) {
    json.writeStringProperty("health", JsonText.key(status.health()));
    json.writeStringProperty("activity", JsonText.key(status.activity()));
    json.writeStringProperty("session", status.session());
    json.writeStringProperty("mode", JsonText.key(status.mode()));
    JsonText.time(json, "time", status.timeNs());
    JsonText.time(json, "started", status.startedNs());
    json.writeNumberProperty(
        "uptimeSeconds", (status.timeNs() - status.startedNs()) / Utc.SECOND_NS);
  }

  private static void account(JsonGenerator json, TraderStatus.Money account) {
    json.writeObjectPropertyStart("account");
    json.writeStringProperty("currency", account.currency());
    JsonText.number(json, "equity", account.equity());
    JsonText.number(json, "free", account.free());
    JsonText.number(json, "today", account.today());
    JsonText.number(json, "total", account.total());
    json.writeEndObject();
  }

  private static void positions(JsonGenerator json, List<PositionStatus> positions) {
    array(json, "positions", positions, StatusJson::position);
  }

  private static void position(JsonGenerator json, PositionStatus position) {
    json.writeStringProperty("strategy", position.strategy());
    json.writeStringProperty("symbol", position.instrument().toString());
    JsonText.number(json, "quantity", position.qty());
    JsonText.number(json, "entry", position.entry());
    JsonText.number(json, "mark", position.mark());
    JsonText.number(json, "unrealised", position.unrealised());
    JsonText.number(json, "stop", position.stop());
    JsonText.time(json, "since", position.sinceNs());
  }

  private static void orders(JsonGenerator json, List<OrderStatus> orders) {
    array(json, "orders", orders, StatusJson::order);
  }

  private static void order(JsonGenerator json, OrderStatus order) {
    json.writeNumberProperty("orderId", order.orderId());
    json.writeStringProperty("strategy", order.strategy());
    json.writeStringProperty("symbol", order.instrument().toString());
    json.writeStringProperty("side", JsonText.key(order.side()));
    json.writeStringProperty("purpose", JsonText.key(order.purpose()));
    json.writeStringProperty("what", order.what());
    json.writeStringProperty("state", JsonText.key(order.state()));
    JsonText.number(json, "filled", order.filled());
  }

  private static void lock(JsonGenerator json, LockStatus held) {
    Lock lock = held.lock();
    json.writeStringProperty("reason", JsonText.key(lock.reason()));
    text(json, "symbol", held.instrument().map(InstrumentId::toString).orElse(""));
    text(json, "side", lock.side().map(JsonText::key).orElse(""));
    JsonText.time(json, "since", lock.sinceNs());
    JsonText.time(json, "until", lock.untilNs());
    json.writeName("instrument");
    lock.instrument().ifPresentOrElse(json::writeNumber, json::writeNull);
  }

  private static void component(JsonGenerator json, ComponentStatus component) {
    json.writeStringProperty("name", component.name());
    json.writeStringProperty("level", JsonText.key(component.level()));
    JsonText.time(json, "since", component.sinceNs());
    json.writeStringProperty("why", component.why());
    json.writeBooleanProperty("isNeeded", component.isNeeded());
  }

  private static void traffic(JsonGenerator json, TraderStatus.Traffic traffic) {
    json.writeObjectPropertyStart("traffic");
    json.writeNumberProperty("inputs", traffic.inputs());
    json.writeNumberProperty("signals", traffic.signals());
    json.writeNumberProperty("orders", traffic.orders());
    json.writeNumberProperty("fills", traffic.fills());
    json.writeNumberProperty("trades", traffic.trades());
    json.writeNumberProperty("refusals", traffic.refusals());
    json.writeNumberProperty("errors", traffic.errors());
    json.writeEndObject();
  }

  private static void performance(JsonGenerator json, Performance performance) {
    json.writeNumberProperty("trades", performance.trades());
    json.writeNumberProperty("wins", performance.wins());
    JsonText.number(json, "winRate", performance.winRate());
    JsonText.number(json, "result", performance.result());
    JsonText.number(json, "averageResult", performance.averageResult());
    JsonText.number(json, "profitFactor", performance.profitFactor());
    JsonText.number(json, "won", performance.won());
    JsonText.number(json, "lost", performance.lost());
    JsonText.number(json, "best", performance.best());
    JsonText.number(json, "worst", performance.worst());
  }

  private static String summary(TraderStatus status) {
    Performance performance = status.performance();
    if (performance.trades() == 0) {
      return "no trade was closed yet";
    }
    return String.format(
        Locale.ROOT,
        "%d trades, %d won (%.1f%%), %s %s in all",
        performance.trades(),
        performance.wins(),
        performance.winRate().orElseThrow().movePointRight(2),
        performance.result().stripTrailingZeros().toPlainString(),
        status.account().currency());
  }

  private static void text(JsonGenerator json, String name, String text) {
    if (text.isEmpty()) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text);
    }
  }

  static <T> void array(
      JsonGenerator json, String name, List<T> all, BiConsumer<JsonGenerator, T> fields) {
    json.writeArrayPropertyStart(name);
    for (T each : all) {
      json.writeStartObject();
      fields.accept(json, each);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
