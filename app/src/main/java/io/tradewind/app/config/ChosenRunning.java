package io.tradewind.app.config;

import io.tradewind.app.config.Running.Database;
import io.tradewind.app.config.Running.Exchange;
import io.tradewind.app.config.Running.Keeping;
import io.tradewind.app.config.Running.Monitoring;
import io.tradewind.app.config.Running.Network;
import io.tradewind.core.golive.GoLiveRules;
import io.tradewind.core.golive.Stage;
import io.tradewind.core.golive.StageTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes of settings what a session has around it. */
final class ChosenRunning {
  private ChosenRunning() {}

  static Running of(Settings given) {
    String url = given.get(SessionCatalogue.DATABASE_URL);
    return new Running(
        new Exchange(
            Network.valueOf(given.get(SessionCatalogue.NETWORK).toUpperCase(Locale.ROOT)),
            given.get(SessionCatalogue.ADDRESS),
            given.get(SessionCatalogue.ORDERS).equals("socket"),
            given
                .find(SessionCatalogue.KEY)
                .map(id ->
                    new Running.Key(
                        id,
                        given.find(SessionCatalogue.SECRET),
                        given.find(SessionCatalogue.PRIVATE_KEY))),
            given.get(SessionCatalogue.CANCEL_AFTER)),
        new Keeping(
            given.find(SessionCatalogue.NAME),
            given
                .find(SessionCatalogue.DURATION)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()),
            given.find(SessionCatalogue.BOOKS).map("yes"::equals),
            given.get(SessionCatalogue.STALE),
            given.get(SessionCatalogue.SNAPSHOT),
            given.get(SessionCatalogue.RECONCILE),
            given.get(SessionCatalogue.CORRECT).equals("yes"),
            given.get(SessionCatalogue.JOURNAL_DAYS)),
        new Database(
            url.equals("sqlite") ? Optional.empty() : Optional.of(url),
            given.get(SessionCatalogue.DATABASE_USER),
            given.find(SessionCatalogue.DATABASE_PASSWORD)),
        new Monitoring(
            Math.toIntExact(given.get(SessionCatalogue.PORT)),
            given.find(SessionCatalogue.HEARTBEAT_URL),
            given.get(SessionCatalogue.HEARTBEAT_EVERY),
            given.get(SessionCatalogue.LOG_LEVEL)),
        rules(given),
        given.get(SessionCatalogue.COSTS).doubleValue());
  }

  private static GoLiveRules rules(Settings given) {
    GoLiveRules shipped = GoLiveRules.SHIPPED;
    List<StageTerms> stages = new ArrayList<>(shipped.stages());
    StageTerms paper = shipped.terms(Stage.PAPER);
    stages.set(
        Stage.PAPER.ordinal(),
        new StageTerms(
            paper.realMoney(),
            paper.leastCapital(),
            paper.mostCapital(),
            paper.mostLeverage(),
            paper.announcesTrades(),
            given.get(SessionCatalogue.PAPER)));
    return new GoLiveRules(
        stages,
        given.get(SessionCatalogue.CHANGED_PAPER),
        Math.toIntExact(given.get(SessionCatalogue.TRADES)),
        given.get(SessionCatalogue.WIN_RATE),
        given.get(SessionCatalogue.AVERAGE_RESULT),
        given.get(SessionCatalogue.DRAWDOWN),
        shipped.costShare());
  }

  /** What cannot stand together. */
  static void check(Settings settings, List<ConfigError> errors) {
    boolean hasSecret = settings.find(SessionCatalogue.SECRET).isPresent();
    boolean hasFile = settings.find(SessionCatalogue.PRIVATE_KEY).isPresent();
    boolean hasKey = settings.find(SessionCatalogue.KEY).isPresent();
    if (hasKey && hasSecret == hasFile) {
      refuse(
          settings,
          SessionCatalogue.KEY,
          "needs exchange.secret or exchange.private-key, one of the two",
          errors);
    }
    if (!hasKey && (hasSecret || hasFile)) {
      refuse(
          settings,
          hasSecret ? SessionCatalogue.SECRET : SessionCatalogue.PRIVATE_KEY,
          "needs exchange.key, too",
          errors);
    }
    if (settings.get(SessionCatalogue.CANCEL_AFTER) < SessionCatalogue.LEAST_CANCEL_NS) {
      refuse(
          settings,
          SessionCatalogue.CANCEL_AFTER,
          "must be 10s at least: a slow answer is no silence",
          errors);
    }
    if (settings.get(SessionCatalogue.HEARTBEAT_EVERY) < SessionCatalogue.LEAST_HEARTBEAT_NS) {
      refuse(settings, SessionCatalogue.HEARTBEAT_EVERY, "must be 5s at least", errors);
    }
  }

  private static void refuse(
      Settings settings, Setting<?> setting, String rule, List<ConfigError> errors) {
    Settings.Value value = settings.value(setting);
    errors.add(new ConfigError(setting.path(), value.text(), value.origin(), rule));
  }
}
