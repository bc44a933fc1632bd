package io.tradewind.app.config;

import io.tradewind.core.execution.ExecutionStyle;
import java.util.Optional;

/** Makes of settings how entries are worked. */
final class ChosenExecution {
  private final Settings given;

  private ChosenExecution(Settings given) {
    this.given = given;
  }

  static Configuration.Execution of(Settings given) {
    String name = given.get(ExecutionCatalogue.STYLE);
    Effect effect =
        Effect.of(
            given,
            ExecutionCatalogue.ALL,
            setting ->
                setting.path().startsWith("execution." + name + ".")
                    || (setting == ExecutionCatalogue.STYLE && !name.equals("none")));
    return new Configuration.Execution(name, new ChosenExecution(given).style(name), effect);
  }

  private Optional<ExecutionStyle> style(String name) {
    return switch (name) {
      case "twap" -> Optional.of(twap());
      case "vwap" -> Optional.of(vwap());
      case "pov" -> Optional.of(pov());
      case "iceberg" -> Optional.of(iceberg());
      case "chase" -> Optional.of(chase());
      default -> Optional.empty();
    };
  }

  private ExecutionStyle twap() {
    return new ExecutionStyle.Twap(
        Math.toIntExact(given.get(ExecutionCatalogue.TWAP_SLICES)),
        given.get(ExecutionCatalogue.TWAP_TIME),
        given.get(ExecutionCatalogue.TWAP_JITTER));
  }

  private ExecutionStyle vwap() {
    return new ExecutionStyle.Vwap(
        Math.toIntExact(given.get(ExecutionCatalogue.VWAP_SLICES)),
        given.get(ExecutionCatalogue.VWAP_TIME),
        given.get(ExecutionCatalogue.VWAP_PARTICIPATION),
        given.get(ExecutionCatalogue.VWAP_CURVE));
  }

  private ExecutionStyle pov() {
    return new ExecutionStyle.Pov(
        given.get(ExecutionCatalogue.POV_PARTICIPATION),
        given.get(ExecutionCatalogue.POV_STEP),
        given.get(ExecutionCatalogue.POV_TIME));
  }

  private ExecutionStyle iceberg() {
    return new ExecutionStyle.Iceberg(
        given.get(ExecutionCatalogue.ICEBERG_VISIBLE), given.get(ExecutionCatalogue.ICEBERG_TIME));
  }

  private ExecutionStyle chase() {
    return new ExecutionStyle.Chase(
        given.get(ExecutionCatalogue.CHASE_CAP),
        given.get(ExecutionCatalogue.CHASE_REPRICE),
        given.get(ExecutionCatalogue.CHASE_PATIENCE));
  }
}
