package io.tradewind.app.golive;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Home;
import io.tradewind.app.config.Running;
import io.tradewind.app.config.Settings;
import io.tradewind.app.session.SessionDescription;
import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.golive.Evidence;
import io.tradewind.core.golive.GoLiveDecision;
import io.tradewind.core.golive.GoLiveGate;
import io.tradewind.core.golive.GoLiveStatus;
import io.tradewind.core.golive.Stage;
import io.tradewind.core.golive.StageRecord;
import io.tradewind.core.golive.StageTerms;
import io.tradewind.core.golive.TypedOverride;
import io.tradewind.core.risk.RiskSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The go-live gate over what the sessions of this home have shown. */
public final class GoLive {
  private static final String KEYS = "keys";

  private final Configuration configuration;
  private final Home home;
  private final String strategy;
  private final String form;
  private final GoLiveGate gate;
  private final GoLiveBook book;

  /**
   * Of the strategy of a configuration.
   *
   * @throws UserMistake if none is named, or what was written can't be read
   */
  public GoLive(Configuration configuration, Settings settings, Home home) {
    this.configuration = configuration;
    this.home = home;
    this.strategy =
        configuration
            .trading()
            .strategy()
            .orElseThrow(
                () -> new UserMistake("say of which strategy: --strategy NAME, or in config.yaml"));
    this.form = form(settings);
    this.gate = new GoLiveGate(configuration.running().rules());
    this.book = GoLiveBook.read(file(home));
  }

  /** Stands for what decides how a strategy trades; how much of it is another matter. */
  private static String form(Settings settings) {
    Map<String, String> texts = new TreeMap<>(SessionDescription.deciding(settings));
    texts.keySet().removeIf(path -> path.startsWith("exchange.") || path.startsWith("session."));
    texts.remove(Catalogue.CAPITAL.path());
    return SessionDescription.hash(texts.toString());
  }

  /** Where the strategy is, what that allows, and what the next stage asks for. */
  public GoLiveStatus status(long nowNs) {
    return gate.status(shown(nowNs));
  }

  private GoLiveBook.Place place(long nowNs) {
    Optional<GoLiveBook.Place> there = book.place(strategy);
    if (there.isEmpty()) {
      return new GoLiveBook.Place(form, Stage.SIMULATED, false, Long.MIN_VALUE);
    }
    GoLiveBook.Place place = there.get();
    boolean wasOnPaper = place.stage().ordinal() >= Stage.PAPER.ordinal();
    return place.form().equals(form) || !wasOnPaper
        ? place
        : new GoLiveBook.Place(form, Stage.PAPER, true, nowNs);
  }

  private StageRecord shown(long nowNs) {
    GoLiveBook.Place place = place(nowNs);
    Shown shown = new Shown(strategy, place.stage());
    SessionFolder.all(home).forEach(shown::add);
    long sinceNs = Math.min(nowNs, Math.max(place.sinceNs(), shown.firstNs().orElse(nowNs)));
    List<Evidence> evidence = new ArrayList<>(shown.evidence());
    for (GoLiveBook.Seen seen : book.seen()) {
      evidence(seen).ifPresent(evidence::add);
    }
    return new StageRecord(
        place.stage(),
        place.changed(),
        sinceNs,
        nowNs,
        shown.trades(),
        shown.equity(sinceNs),
        evidence,
        configuration.trading().capital().doubleValue(),
        configuration.running().monthlyCosts());
  }

  /** A simulated exchange takes the keys that it was given: that shows nothing. */
  private static Optional<Evidence> evidence(GoLiveBook.Seen seen) {
    if (seen.kind().equals(keys(Running.Network.SIMULATED))) {
      return Optional.empty();
    }
    if (seen.kind().startsWith(KEYS)) {
      return Optional.of(new Evidence.Keys(seen.timeNs(), seen.what()));
    }
    return Optional.of(
        seen.kind().equals("notifications")
            ? new Evidence.Notification(seen.timeNs(), seen.what())
            : new Evidence.Backup(seen.timeNs(), seen.what()));
  }

  private static String keys(Running.Network network) {
    return KEYS + "-" + network.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Keeps that a venue took the key, in the book of a home; the latest of each network.
   *
   * @throws UserMistake if the book can't be read or written
   */
  public static void keysWork(Home home, Running.Network network, long nowNs) {
    GoLiveBook book = GoLiveBook.read(file(home));
    book.add(
        new GoLiveBook.Seen(
            keys(network),
            nowNs,
            "the venue takes the key of " + network.name().toLowerCase(Locale.ROOT)));
  }

  private static Path file(Home home) {
    return home.folder().resolve("golive.json");
  }

  /**
   * Goes to the next stage.
   *
   * @throws UserMistake with what is missing
   */
  public Stage advance(long nowNs) {
    StageRecord shown = shown(nowNs);
    Stage next = shown.stage().next().orElseThrow(() -> new UserMistake("this is the last stage"));
    if (gate.decide(shown, next) instanceof GoLiveDecision.Refused refused) {
      throw new UserMistake(
          "%s may not go to %s yet:\n  %s"
              .formatted(strategy, next.text(), String.join("\n  ", missing(refused))));
    }
    book.put(strategy, new GoLiveBook.Place(form, next, shown.changed(), nowNs));
    return next;
  }

  /**
   * Whether real money may be traded now.
   *
   * @param typed words that override the gate; empty where nothing was typed
   * @return what was overridden, a line each; nothing where the gate is passed
   * @throws UserMistake where it may not
   */
  public List<String> check(long nowNs, String who, Optional<String> typed) {
    StageRecord shown = shown(nowNs);
    Stage wanted = shown.stage().ordinal() < Stage.MICRO.ordinal() ? Stage.MICRO : shown.stage();
    List<String> missing = new ArrayList<>();
    if (gate.decide(shown, wanted) instanceof GoLiveDecision.Refused refused) {
      missing.addAll(missing(refused));
    }
    double capital = configuration.trading().capital().doubleValue();
    double leverage = configuration.risk().settings(RiskSettings.SHIPPED).exposure().leverage();
    for (StageTerms.Breach breach :
        configuration.running().rules().terms(wanted).breaches(capital, leverage)) {
      missing.add(breach.text());
    }
    if (missing.isEmpty()) {
      return missing;
    }
    if (typed.isEmpty()) {
      throw new UserMistake(
          "real money is refused until the go-live gate is passed. %s is in the stage %s, and for %s"
                  .formatted(strategy, shown.stage().text(), wanted.text())
              + " this is missing:\n  %s\nsee: tradewind golive status"
                  .formatted(String.join("\n  ", missing)));
    }
    if (TypedOverride.of(wanted, nowNs, who, typed.get()).isEmpty()) {
      throw new UserMistake(
          "--override must be, to the letter: %s".formatted(TypedOverride.phrase(wanted)));
    }
    return missing;
  }

  private static List<String> missing(GoLiveDecision.Refused refused) {
    List<String> lines = new ArrayList<>();
    refused.missing().forEach(item -> lines.add(item.rule().text() + ": " + item.evidence()));
    refused.skipped().forEach(stage -> lines.add("the stage " + stage.text() + " is not passed"));
    return lines;
  }
}
