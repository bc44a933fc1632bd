package io.tradewind.exchange.admin;

import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.fault.Count;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.simulation.fault.FaultPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults and counts below {@code /admin/}, as JSON. */
public final class AdminApi {
  private static final String ROOT = "/admin/";
  private static final long LONGEST_BAN_SECONDS = 259_200;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String KNOWN =
      "GET, PUT, POST and DELETE /admin/faults; GET /admin/counts; POST and DELETE /admin/ban;"
          + " POST /admin/sockets/close, /admin/sockets/cut and /admin/sockets/half-open";

  private final FaultDesk desk;
  private final Operator operator;

  /** Ready. */
  public AdminApi(FaultDesk desk, Operator operator) {
    this.desk = desk;
    this.operator = operator;
  }

  /** Whether a path is one of its own. */
  public static boolean knows(String path) {
    return path.startsWith(ROOT);
  }

  /** Answers a request below its root. */
  public Response answer(RawRequest request) {
    String asked = request.method() + " " + request.path().substring(ROOT.length());
    return switch (asked) {
      case "GET faults" -> faults();
      case "PUT faults", "POST faults" -> change(request.body());
      case "DELETE faults" -> carryOut(desk.off());
      case "GET counts" -> done(counts());
      case "POST ban" -> ban(request.query());
      case "DELETE ban" -> done(JSON.createObjectNode().put("bannedUntil", operator.ban(0)));
      case "POST sockets/close" -> sockets(Operator.SocketAction.CLOSE);
      case "POST sockets/cut" -> sockets(Operator.SocketAction.CUT);
      case "POST sockets/half-open" -> sockets(Operator.SocketAction.HALF_OPEN);
      default -> refused(404, List.of("there is no " + asked + "; there are " + KNOWN));
    };
  }

  private Response faults() {
    ObjectNode json = JSON.createObjectNode();
    json.set("faults", faults(desk.plan()));
    json.set("counts", counts());
    return done(json);
  }

  private static ObjectNode faults(FaultPlan plan) {
    ObjectNode json =
        JSON.createObjectNode().put("seed", plan.seed()).put("maintenance", plan.maintenance());
    plan.numbers()
        .forEach(
            (setting, value) -> json.put(setting.key(), new BigDecimal(FaultPlan.text(value))));
    plan.symbols()
        .forEach((fault, names) -> {
          ArrayNode list = json.putArray(fault.key());
          names.forEach(list::add);
        });
    return json;
  }

  private ObjectNode counts() {
    ObjectNode json = JSON.createObjectNode().put("orders", operator.orders());
    for (Count each : Count.values()) {
      json.put(each.key(), desk.counted(each));
    }
    return json;
  }

  private Response change(String body) {
    JsonNode asked;
    try {
      asked = JSON.readTree(body);
    } catch (JacksonException broken) {
      return refused(400, List.of("the body is no JSON: " + broken.getOriginalMessage()));
    }
    if (!asked.isObject()) {
      return refused(400, List.of("the body must be an object such as {\"latency-ms\": 50}"));
    }
    FaultPlan plan = desk.plan();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : asked.properties()) {
      switch (plan.set(each.getKey(), texts(each.getValue()))) {
        case FaultPlan.Change.Made(FaultPlan changed) -> plan = changed;
        case FaultPlan.Change.Refused(String reason) -> wrong.add(reason);
      }
    }
    return wrong.isEmpty() ? carryOut(plan) : refused(400, wrong);
  }

  private static List<String> texts(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(AdminApi::text).toList();
    }
    return List.of(text(value));
  }

  private static String text(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return value.isString() ? value.stringValue() : value.toString();
  }

  private Response carryOut(FaultPlan plan) {
    List<String> wrong = desk.refusal(plan);
    if (!wrong.isEmpty()) {
      return refused(400, wrong);
    }
    operator.change(plan);
    return faults();
  }

  private Response ban(String query) {
    Optional<String> seconds =
        List.of(query.split("&")).stream()
            .filter(pair -> pair.startsWith("seconds="))
            .map(pair -> pair.substring("seconds=".length()))
            .findFirst();
    if (seconds.isEmpty()
        || !seconds.get().matches("[0-9]{1,6}")
        || Long.parseLong(seconds.get()) > LONGEST_BAN_SECONDS) {
      return refused(
          400,
          List.of(
              "seconds must be a whole number from 0 to "
                  + LONGEST_BAN_SECONDS
                  + ", such as /admin/ban?seconds=30"));
    }
    long untilMs = operator.ban(Long.parseLong(seconds.get()));
    return done(JSON.createObjectNode().put("bannedUntil", untilMs));
  }

  private Response sockets(Operator.SocketAction action) {
    return done(JSON.createObjectNode().put("sockets", operator.sockets(action)));
  }

  private static Response done(ObjectNode body) {
    return new Response(200, Map.of(), body.toPrettyString() + "\n");
  }

  private static Response refused(int status, List<String> reasons) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode list = json.putArray("errors");
    reasons.forEach(list::add);
    return new Response(status, Map.of(), json.toPrettyString() + "\n");
  }
}
