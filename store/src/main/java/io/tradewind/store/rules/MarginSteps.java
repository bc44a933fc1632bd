package io.tradewind.store.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts tiers together, one after the other. What a tier does not tell follows from the one before:
 * its floor is the cap of that, and its deduction the one that makes the margin continuous, {@code
 * deduction before + floor * (maintenance - maintenance before)}, as Binance reckons its own. A cap
 * that is not told is endless.
 */
final class MarginSteps {
  private static final BigDecimal ENDLESS = new BigDecimal("1e30");
  private static final BigDecimal MAX_MAINTENANCE = new BigDecimal("0.999999");
  private static final BigDecimal MAX_LEVERAGE = new BigDecimal("1000");
  private static final int MAX_DECIMALS = 18;
  private static final MarginStep NOTHING =
      new MarginStep(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 1);

  private final List<MarginStep> steps = new ArrayList<>();

  /** What a file says of a tier, word by word. */
  record Told(
      Optional<String> floor,
      Optional<String> cap,
      Optional<String> maintenance,
      Optional<String> deduction,
      Optional<String> leverage) {}

  /** All tiers so far. */
  List<MarginStep> steps() {
    return List.copyOf(steps);
  }

  /**
   * Takes the next tier.
   *
   * @return what is wrong with it, in words that follow its name; it is then not taken
   */
  Optional<String> add(Told told) {
    MarginStep before = steps.isEmpty() ? NOTHING : steps.getLast();
    Optional<String> wrong =
        Stream.of(
                maintenance(told, before),
                leverage(told),
                floor(told, before),
                cap(told, before),
                deduction(told))
            .flatMap(Optional::stream)
            .findFirst();
    if (wrong.isEmpty()) {
      steps.add(step(told, before));
    }
    return wrong;
  }

  private static MarginStep step(Told told, MarginStep before) {
    BigDecimal maintenance = told.maintenance().flatMap(MarginSteps::number).orElseThrow();
    BigDecimal more = before.cap().multiply(maintenance.subtract(before.maintenance()));
    return new MarginStep(
        before.cap(),
        told.cap().flatMap(MarginSteps::number).orElse(ENDLESS),
        maintenance,
        told.deduction().flatMap(MarginSteps::number).orElse(before.deduction().add(more)),
        told.leverage().flatMap(MarginSteps::number).orElseThrow().intValueExact());
  }

  private static Optional<String> maintenance(Told told, MarginStep before) {
    Optional<BigDecimal> value =
        told.maintenance()
            .flatMap(MarginSteps::number)
            .filter(share -> share.signum() > 0 && share.compareTo(MAX_MAINTENANCE) <= 0);
    if (value.isEmpty()) {
      return wrong("maintenance must be a share above 0 and under 1", told.maintenance());
    }
    return value.orElseThrow().compareTo(before.maintenance()) < 0
        ? wrong("maintenance must not be under that of the tier before", told.maintenance())
        : Optional.empty();
  }

  private static Optional<String> leverage(Told told) {
    return told.leverage()
            .flatMap(MarginSteps::number)
            .filter(value -> value.scale() <= 0 && value.signum() > 0)
            .filter(value -> value.compareTo(MAX_LEVERAGE) <= 0)
            .isPresent()
        ? Optional.empty()
        : wrong("leverage must be a whole number from 1 to 1000", told.leverage());
  }

  private static Optional<String> floor(Told told, MarginStep before) {
    boolean follows =
        told.floor().isEmpty()
            || told.floor()
                .flatMap(MarginSteps::number)
                .filter(value -> value.compareTo(before.cap()) == 0)
                .isPresent();
    return follows
        ? Optional.empty()
        : wrong("floor must be the cap before, " + before.cap().toPlainString(), told.floor());
  }

  private static Optional<String> cap(Told told, MarginStep before) {
    if (before.cap().compareTo(ENDLESS) == 0) {
      return Optional.of("the tier before has no cap, so none can follow");
    }
    BigDecimal least = before.cap().add(BigDecimal.ONE);
    boolean rises =
        told.cap().isEmpty()
            || told.cap()
                .flatMap(MarginSteps::number)
                .filter(value -> value.compareTo(least) >= 0 && value.compareTo(ENDLESS) < 0)
                .isPresent();
    return rises
        ? Optional.empty()
        : wrong("cap must be a number from " + least.toPlainString() + " on", told.cap());
  }

  private static Optional<String> deduction(Told told) {
    boolean fits =
        told.deduction().isEmpty()
            || told.deduction()
                .flatMap(MarginSteps::number)
                .filter(value -> value.signum() >= 0)
                .isPresent();
    return fits
        ? Optional.empty()
        : wrong("deduction must be a number from 0 on", told.deduction());
  }

  private static Optional<String> wrong(String rule, Optional<String> told) {
    return Optional.of(rule + told.map(text -> ", was " + text).orElse(", and is missing"));
  }

  /** A number that can be reckoned with, without trailing zeros. */
  private static Optional<BigDecimal> number(String text) {
    try {
      BigDecimal value = new BigDecimal(text.strip()).stripTrailingZeros();
      long digits = value.precision() - (long) value.scale();
      return value.scale() <= MAX_DECIMALS && digits <= 30 ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
