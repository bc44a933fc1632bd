package io.tradewind.gateway.server;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.StatusPort;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.gateway.json.JsonText;
import io.tradewind.gateway.json.StatusJson;
import io.tradewind.gateway.metrics.SessionMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What can be looked at. */
final class Pages {
  private final StatusPort status;
  private final SessionMetrics metrics;
  private final SortedMap<String, Function<TraderStatus, Reply>> byPath;

  Pages(StatusPort status, SessionMetrics metrics) {
    this.status = status;
    this.metrics = metrics;
    this.byPath =
        new TreeMap<>(
            Map.of(
                "/health", Pages::health,
                "/ready", Pages::ready,
                "/status", now -> Reply.json(Reply.OK, StatusJson.status(now)),
                "/positions", now -> Reply.json(Reply.OK, StatusJson.positions(now)),
                "/orders", now -> Reply.json(Reply.OK, StatusJson.orders(now)),
                "/metrics", this::metrics,
                "/api/performance", now -> Reply.json(Reply.OK, StatusJson.performance(now))));
  }

  /** Where there is something, in the order of the alphabet. */
  List<String> paths() {
    return List.copyOf(byPath.keySet());
  }

  Optional<Reply> look(String path) {
    return Optional.ofNullable(byPath.get(path)).map(page -> page.apply(status.status()));
  }

  private static Reply health(TraderStatus now) {
    boolean isDown = now.health() == ComponentStatus.Level.DOWN;
    return Reply.json(isDown ? Reply.UNAVAILABLE : Reply.OK, StatusJson.health(now));
  }

  private static Reply ready(TraderStatus now) {
    List<String> why = inTheWay(now);
    return Reply.json(why.isEmpty() ? Reply.OK : Reply.UNAVAILABLE, StatusJson.ready(now, why));
  }

  private static List<String> inTheWay(TraderStatus now) {
    List<String> why = new ArrayList<>();
    boolean isThere =
        switch (now.activity()) {
          case STARTING, STOPPING -> false;
          case WARMING_UP, SCANNING, TRADING, PAUSED -> true;
        };
    if (!isThere) {
      why.add("the session is " + JsonText.key(now.activity()));
    }
    for (ComponentStatus each : now.components()) {
      if (each.isNeeded() && each.level() == ComponentStatus.Level.DOWN) {
        why.add(each.name() + " is down" + (each.why().isEmpty() ? "" : ": " + each.why()));
      }
    }
    return why;
  }

  private Reply metrics(TraderStatus now) {
    return new Reply(Reply.OK, SessionMetrics.CONTENT_TYPE, metrics.scrape(now), Map.of());
  }
}
