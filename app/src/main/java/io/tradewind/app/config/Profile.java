package io.tradewind.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a machine is for. A profile comes over the file, and a file may say more of each. */
public enum Profile {
  /** To try things out: a simulated exchange. */
  DEV("simulated", "DEBUG"),
  /** To try things with others: play money. */
  STAGING("testnet", "INFO"),
  /** Real money. */
  PRODUCTION("main", "INFO");

  private final String network;
  private final String logLevel;

  Profile(String network, String logLevel) {
    this.network = network;
    this.logLevel = logLevel;
  }

  /** As it is written. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile of that name. */
  public static Optional<Profile> of(String name) {
    return Arrays.stream(values()).filter(each -> each.label().equals(name)).findFirst();
  }

  /** All names, with commas. */
  public static String names() {
    return String.join(", ", Arrays.stream(values()).map(Profile::label).toList());
  }

  /** What it says by itself. */
  List<RawValue> shipped() {
    Origin origin = new Origin.Layer("profile " + label());
    return List.of(
        new RawValue(SessionCatalogue.NETWORK, List.of(network), origin),
        new RawValue(SessionCatalogue.LOG_LEVEL, List.of(logLevel), origin));
  }
}
