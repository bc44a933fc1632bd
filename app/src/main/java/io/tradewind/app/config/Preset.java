package io.tradewind.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings that go together, right above the defaults. None turns real money on. */
enum Preset {
  /** Little at stake, stops close. */
  CONSERVATIVE("100", "3", "8%", "3%"),
  /** More at stake, stops further away. */
  AGGRESSIVE("500", "5", "10%", "5%");

  private final String capital;
  private final String leverage;
  private final String stopLoss;
  private final String profit;

  Preset(String capital, String leverage, String stopLoss, String profit) {
    this.capital = capital;
    this.leverage = leverage;
    this.stopLoss = stopLoss;
    this.profit = profit;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Preset> of(String name) {
    return Arrays.stream(values()).filter(each -> each.label().equals(name)).findFirst();
  }

  static String[] names() {
    return Arrays.stream(values()).map(Preset::label).toArray(String[]::new);
  }

  /**
   * What it says.
   *
   * @param isPerp whether what is traded can be borrowed for
   */
  List<RawValue> values(boolean isPerp) {
    Origin origin = new Origin.Layer("preset " + label());
    RawValue lever =
        new RawValue(RiskCatalogue.MAX_LEVERAGE, List.of(isPerp ? leverage : "1"), origin);
    return List.of(
        new RawValue(Catalogue.CAPITAL, List.of(capital), origin),
        new RawValue(Catalogue.STOP_LOSS, List.of(stopLoss), origin),
        new RawValue(Catalogue.ROI, List.of("0:" + profit), origin),
        lever);
  }
}
