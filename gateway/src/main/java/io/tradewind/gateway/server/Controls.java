package io.tradewind.gateway.server;

import io.tradewind.gateway.control.Control;
import io.tradewind.gateway.control.ControlDesk;
import io.tradewind.gateway.control.Outcome;
import io.tradewind.gateway.control.Wish;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be asked for. */
final class Controls {
  private final Map<String, Control> byPath =
      Arrays.stream(Control.values())
          .collect(Collectors.toMap(Control::path, Function.identity(), (a, _) -> a, TreeMap::new));
  private final ControlDesk desk;
  private final Runnable stop;
  private final AtomicBoolean ends = new AtomicBoolean();

  Controls(Door door, Duration patience) {
    this.desk = new ControlDesk(door.status(), door.control(), patience);
    this.stop = door.stop();
  }

  /** Where something can be asked for, in the order of the alphabet. */
  List<String> paths() {
    return List.copyOf(byPath.keySet());
  }

  Optional<Control> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  Answers.Answer ask(Control control, String body) {
    Wish wish;
    try {
      wish = Wish.read(control, body);
    } catch (IllegalArgumentException e) {
      return Answers.Answer.of(Reply.error(400, "body", String.valueOf(e.getMessage())));
    }
    Outcome outcome = desk.ask(control, wish);
    boolean isFirst = outcome instanceof Outcome.Ending && ends.compareAndSet(false, true);
    return new Answers.Answer(
        Reply.of(control, outcome), isFirst ? Optional.of(stop) : Optional.empty());
  }
}
