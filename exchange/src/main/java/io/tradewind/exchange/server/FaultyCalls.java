package io.tradewind.exchange.server;

import io.tradewind.exchange.dispatch.Dispatcher;
import io.tradewind.exchange.fault.Count;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.fault.FaultTexts;
import io.tradewind.exchange.fault.FaultyLine;
import io.tradewind.exchange.fault.Later;
import io.tradewind.exchange.fault.Timer;
import io.tradewind.exchange.request.WireError;
import io.tradewind.simulation.fault.CallFate;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.simulation.fault.Throttle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Carries out on a socket of the API what is decided about calls. */
final class FaultyCalls implements ExchangeServer.Ear {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern CHANGES =
      Pattern.compile(
          "\"method\"\\s*:\\s*\"[^\"]*(place|cancel|amend|modify)[^\"]*\"",
          Pattern.CASE_INSENSITIVE);
  private static final int POLICY_VIOLATION = 1008;
  private static final long MILLI_NS = 1_000_000;

  private final FaultDesk desk;
  private final FaultyLine line;
  private final ExchangeServer.Ear ear;
  private final Timer timer;
  private final Client client;
  private final Later later;

  /** Where a client has come to, and where from. */
  record Client(String path, String address) {}

  FaultyCalls(FaultDesk desk, FaultyLine line, ExchangeServer.Ear ear, Timer timer, Client client) {
    this.desk = desk;
    this.line = line;
    this.ear = ear;
    this.timer = timer;
    this.client = client;
    this.later = new Later(timer);
  }

  @Override
  public void onText(String text) {
    desk.count(Count.CALLS);
    Matcher changes = CHANGES.matcher(text);
    CallFate fate = desk.call(changes.find());
    later.run(() -> arrive(text, fate), fate.requestDelayNs());
  }

  private void arrive(String text, CallFate fate) {
    boolean isStruck = fate.kind() == CallFate.Kind.THROTTLED;
    switch (desk.look(client.address(), isStruck, timer.wallMs())) {
      case Throttle.Verdict.Free() -> let(text, fate);
      case Throttle.Verdict.Wait wait -> {
        desk.count(Count.THROTTLED);
        refuse(text, FaultTexts.of(wait, client.path()), fate);
      }
      case Throttle.Verdict.Banned banned -> {
        desk.count(Count.BANNED);
        refuse(text, FaultTexts.of(banned, client.path()), fate);
        line.close(POLICY_VIOLATION, "banned");
      }
    }
  }

  private void let(String text, CallFate fate) {
    switch (fate.kind()) {
      case ANSWERED, THROTTLED -> pass(text, fate);
      case FAILED -> {
        desk.count(Count.FAILED);
        refuse(text, FaultTexts.failed(client.path()), fate);
      }
      case ANSWER_LOST -> loseAnswer(text, fate);
      case DROPPED -> {
        desk.count(Count.DROPPED);
        silently(text, fate);
        line.cut();
      }
      case TIMED_OUT -> {
        desk.count(Count.TIMED_OUT);
        silently(text, fate);
        timer.after(desk.plan().whole(FaultSetting.TIMEOUT_MS) * MILLI_NS, line::cut);
      }
    }
  }

  private void pass(String text, CallFate fate) {
    AtomicBoolean isDone = new AtomicBoolean();
    line.answering(
        fate.answerDelayNs(),
        answer -> {
          isDone.set(isDone(answer));
          return answer;
        },
        () -> ear.onText(text));
    desk.count(isDone.get() ? Count.SUCCESSES : Count.FAILURES);
  }

  private void loseAnswer(String text, CallFate fate) {
    desk.count(Count.FAILURES);
    line.answering(
        fate.answerDelayNs(),
        answer -> {
          if (!isDone(answer)) {
            return answer;
          }
          desk.count(Count.ANSWERS_LOST);
          return Optional.of(refusal(text, FaultTexts.unknown(client.path())));
        },
        () -> ear.onText(text));
  }

  private void silently(String text, CallFate fate) {
    desk.count(Count.FAILURES);
    if (fate.isCarriedOut()) {
      line.answering(0, answer -> Optional.empty(), () -> ear.onText(text));
    }
  }

  private void refuse(String text, WireError error, CallFate fate) {
    desk.count(Count.FAILURES);
    line.answering(fate.answerDelayNs(), answer -> answer, () -> line.send(refusal(text, error)));
  }

  private static boolean isDone(Optional<String> answer) {
    return answer.isPresent() && answer.get().contains("\"status\":200");
  }

  private static String refusal(String text, WireError error) {
    ObjectNode json = JSON.createObjectNode();
    json.set("id", id(text));
    json.put("status", error.status());
    json.set("error", Dispatcher.body(error));
    return json.toString();
  }

  private static JsonNode id(String text) {
    try {
      JsonNode id = JSON.readTree(text).path("id");
      return id.isMissingNode() ? JSON.getNodeFactory().nullNode() : id;
    } catch (JacksonException broken) {
      return JSON.getNodeFactory().nullNode();
    }
  }

  @Override
  public void onClose() {
    ear.onClose();
  }
}
