package io.tradewind.app.session;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.SessionCatalogue;
import io.tradewind.app.config.Setting;
import io.tradewind.app.config.Settings;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentCodec;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a session is, from its first moment to its last: with it and its journal it can be played
 * again.
 *
 * @param number which is in the names of its orders
 * @param createdNs when it began; from then on signals are followed
 * @param warmFromNs when the first candle opens that it hears
 * @param settings all that decide, by path
 * @param instruments as they were when it began
 */
public record SessionDescription(
    String name,
    long number,
    TraderStatus.Mode mode,
    long createdNs,
    long warmFromNs,
    Map<String, String> settings,
    List<Instrument> instruments) {
  private static final int FORMAT = 1;
  private static final Set<String> SECTIONS =
      new TreeSet<>(
          List.of("trading", "ticks", "execution", "allocation", "exits", "costs", "risk"));

  /** What is of a backtest, or only a way to say other settings. */
  private static final List<Setting<?>> APART =
      List.of(Catalogue.FROM, Catalogue.TO, Catalogue.WARM_UP, Catalogue.PRESET);

  /** Copies the collections. */
  public SessionDescription {
    settings = new LinkedHashMap<>(settings);
    instruments = List.copyOf(instruments);
  }

  /** Whether another value of it makes another session. */
  public static boolean decides(Setting<?> setting) {
    return setting == SessionCatalogue.NETWORK
        || setting == SessionCatalogue.BOOKS
        || (SECTIONS.contains(setting.section().split("\\.", 2)[0]) && !APART.contains(setting));
  }

  /** Those that decide, as they are given. */
  public static Map<String, String> deciding(Settings given) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Setting<?> setting : Catalogue.ALL) {
      if (decides(setting)) {
        given.value(setting).text().ifPresent(text -> texts.put(setting.path(), text));
      }
    }
    return texts;
  }

  /** In words, each setting that is another now. */
  public List<String> differences(Settings given) {
    List<String> differences = new ArrayList<>();
    Map<String, String> now = deciding(given);
    for (Setting<?> setting : Catalogue.ALL) {
      String then = settings.getOrDefault(setting.path(), "");
      String wanted = now.getOrDefault(setting.path(), "");
      if (decides(setting) && !then.equals(wanted)) {
        differences.add(
            "%s was %s and is %s (%s)"
                .formatted(
                    setting.path(),
                    then.isEmpty() ? "not set" : then,
                    wanted.isEmpty() ? "not set" : wanted,
                    given.value(setting).origin().text()));
      }
    }
    return differences;
  }

  /** Stands for all of it. */
  public String hash() {
    return hash(text());
  }

  /** Stands for a text: SHA-256. */
  public static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private String text() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", FORMAT);
    all.put("name", name);
    all.put("number", number);
    all.put("mode", mode.name());
    all.put("created", Utc.format(createdNs));
    all.put("createdNs", createdNs);
    all.put("warmFromNs", warmFromNs);
    all.put("settings", settings);
    all.put("symbols", instruments.stream().map(each -> each.id().toString()).toList());
    all.put("instruments", instruments.stream().map(SessionDescription::coded).toList());
    return JsonText.of(all);
  }

  private static String coded(Instrument instrument) {
    StateWriter out = new StateWriter();
    InstrumentCodec.write(out, instrument);
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  /**
   * Writes it in one piece; it is on disk when this returns, for its journal is nothing without.
   */
  public void write(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(draft, text());
    force(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // Windows opens no folder.
    if (File.separatorChar == '/') {
      force(folder);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UserMistake if it can't be read
   */
  public static SessionDescription read(Path file) {
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
      if (json.path("format").asInt() != FORMAT) {
        throw new UserMistake(
            "%s is of another version: run the session with that one".formatted(file));
      }
      Map<String, String> settings = new LinkedHashMap<>();
      json.required("settings")
          .properties()
          .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asString()));
      List<Instrument> instruments = new ArrayList<>();
      for (JsonNode each : json.required("instruments")) {
        byte[] bytes = Base64.getDecoder().decode(each.asString());
        instruments.add(InstrumentCodec.read(new StateReader(bytes)));
      }
      return new SessionDescription(
          json.required("name").asString(),
          json.required("number").asLong(),
          TraderStatus.Mode.valueOf(json.required("mode").asString()),
          json.required("createdNs").asLong(),
          json.required("warmFromNs").asLong(),
          settings,
          instruments);
    } catch (IOException e) {
      throw new UserMistake("can't read " + file + ": " + UserMistake.reason(e), e);
    } catch (JacksonException | IllegalArgumentException | StateException e) {
      throw new UserMistake(
          "%s is damaged: %s; restore it from a backup, or begin a new session"
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
