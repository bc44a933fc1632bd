package io.tradewind.app.golive;

import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.golive.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where each strategy is on its way, in a file of the home. What it gets is written at once. */
final class GoLiveBook {
  private static final int FORMAT = 1;

  private final Path file;
  private final Map<String, Place> places = new TreeMap<>();
  private final List<Seen> seen = new ArrayList<>();

  /**
   * Where a strategy is.
   *
   * @param form stands for its settings
   * @param changed whether it was on paper before in another form
   * @param sinceNs when it came there
   */
  record Place(String form, Stage stage, boolean changed, long sinceNs) {}

  /**
   * Something that was shown outside of sessions.
   *
   * @param kind keys with their network (keys-testnet), notifications or backup
   */
  record Seen(String kind, long timeNs, String what) {}

  private GoLiveBook(Path file) {
    this.file = file;
  }

  /**
   * What the file says.
   *
   * @throws UserMistake if it can't be read
   */
  static GoLiveBook read(Path file) {
    GoLiveBook book = new GoLiveBook(file);
    if (!Files.exists(file)) {
      return book;
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
      if (json.path("format").asInt() != FORMAT) {
        throw new UserMistake(file + " is of another version of tradewind");
      }
      for (JsonNode each : json.required("strategies")) {
        book.places.put(
            each.required("strategy").asString(),
            new Place(
                each.required("form").asString(),
                Stage.valueOf(each.required("stage").asString()),
                each.required("changed").asBoolean(),
                each.required("sinceNs").asLong()));
      }
      for (JsonNode each : json.required("seen")) {
        book.seen.add(
            new Seen(
                each.required("kind").asString(),
                each.required("timeNs").asLong(),
                each.required("what").asString()));
      }
      return book;
    } catch (IOException e) {
      throw new UserMistake("can't read " + file + ": " + UserMistake.reason(e), e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UserMistake(
          "%s is damaged: %s; take it away, and the way begins anew"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  Optional<Place> place(String strategy) {
    return Optional.ofNullable(places.get(strategy));
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  void put(String strategy, Place place) {
    places.put(strategy, place);
    write();
  }

  void add(Seen shown) {
    seen.removeIf(each -> each.kind().equals(shown.kind()));
    seen.add(shown);
    write();
  }

  private void write() {
    List<Object> strategies = new ArrayList<>();
    places.forEach((strategy, place) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("strategy", strategy);
      one.put("form", place.form());
      one.put("stage", place.stage().name());
      one.put("changed", place.changed());
      one.put("sinceNs", place.sinceNs());
      strategies.add(one);
    });
    List<Object> shown = new ArrayList<>();
    seen.forEach(each -> {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("kind", each.kind());
      one.put("timeNs", each.timeNs());
      one.put("what", each.what());
      shown.add(one);
    });
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", FORMAT);
    all.put("strategies", strategies);
    all.put("seen", shown);
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(draft, JsonText.of(all));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserMistake("can't write " + file + ": " + UserMistake.reason(e), e);
    }
  }
}
