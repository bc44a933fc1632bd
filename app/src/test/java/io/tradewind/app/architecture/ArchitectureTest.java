package io.tradewind.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of DESIGN hold, and each rule is seen to fail on a class that was planted for it. */
class ArchitectureTest {
  private static final String FIXTURE = "io.tradewind.app.architecture.fixture.";

  /** What each module may use, as the design's table of rooms says. */
  private static final List<Room> ROOMS =
      List.of(
          new Room("analytics", false, List.of()),
          new Room("core", false, List.of("analytics")),
          new Room("strategies", false, List.of("core", "analytics")),
          new Room("simulation", false, List.of("core", "analytics")),
          new Room("store", true, List.of("core", "analytics")),
          new Room("venues", true, List.of("core", "analytics")),
          new Room("gateway", true, List.of("core", "analytics")),
          new Room(
              "research", true, List.of("core", "analytics", "strategies", "simulation", "store")),
          new Room("testkit", false, List.of("core", "analytics")));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tradewind");

  /** A module with those that it may use. */
  private record Room(String module, boolean libraries, List<String> allowed) {
    ArchRule rule() {
      return Rules.useOnly(
          Rules.under(module)[0], List.of(Rules.under(allowed.toArray(String[]::new))), libraries);
    }
  }

  static Stream<Named<ArchRule>> walls() {
    return Stream.concat(
        ROOMS.stream().map(room -> Named.of(room.module() + " uses its own", room.rule())),
        Stream.of(
            Named.of(
                "determinism",
                Rules.areDeterministic(
                    Rules.under("core", "analytics", "strategies", "simulation"))),
            Named.of(
                "money",
                Rules.keepMoneyExact(
                    Set.of("io.tradewind.core.number.Crossing"),
                    Rules.under("core.number", "core.instrument", "core.order", "core.ledger"))),
            Named.of("cycles", Rules.haveNoCycles("io.tradewind.(**)")),
            Named.of(
                "gate",
                Rules.onlyOneMakes(
                    "io.tradewind.core.risk.Approved",
                    "io.tradewind.core.risk.RiskGate",
                    "io.tradewind..")),
            Named.of(
                "process",
                Rules.areNoProcess(
                    Rules.under(
                        "core",
                        "analytics",
                        "strategies",
                        "simulation",
                        "store",
                        "venues",
                        "gateway",
                        "research",
                        "testkit"))),
            Named.of(
                "common pool",
                Rules.leaveTheCommonPool(
                    Rules.under("venues", "exchange", "trader", "gateway", "store", "app"))),
            Named.of(
                "HTTP's library",
                Rules.keepLibraryIn(
                    "io.javalin..",
                    "io.tradewind..",
                    Rules.under("exchange.server", "gateway.server"))),
            Named.of(
                "library of metrics",
                Rules.keepLibraryIn(
                    "io.micrometer..", "io.tradewind..", Rules.under("gateway.metrics"))),
            Named.of(
                "library below that of metrics",
                Rules.keepLibraryIn(
                    "io.prometheus..", "io.tradewind..", Rules.under("gateway.metrics"))),
            Named.of(
                "library of logs",
                Rules.keepLibraryIn(
                    "ch.qos.logback..", "io.tradewind..", Rules.under("trader.log")))));
  }

  @ParameterizedTest
  @MethodSource("walls")
  void aWallHolds(ArchRule rule) {
    rule.check(OURS);
  }

  static Stream<Arguments> breaches() {
    String[] bad = {FIXTURE + "determinism.."};
    return Stream.of(
        Arguments.of(
            Named.of("determinism", Rules.areDeterministic(bad)),
            List.of(
                "AsksTheClock",
                "RefersToTheClock",
                "DrawsByLot",
                "MakesAnId",
                "StartsAThread",
                "TakesALock",
                "OpensAFile",
                "OpensASocket",
                "ReadsTheEnvironment",
                "HashesKeys",
                "CollectsASet",
                "OfsASet",
                "OfsAMap",
                "TakesALogarithm",
                "TakesAPower",
                "TakesToday",
                "GoesParallel")),
        Arguments.of(
            Named.of("common pool", Rules.leaveTheCommonPool(bad)), List.of("GoesParallel")),
        Arguments.of(
            Named.of("money", Rules.keepMoneyExact(Set.of(), FIXTURE + "exact..")),
            List.of("HasADouble", "TakesADouble", "GivesAFloat", "HasDoubles")),
        Arguments.of(
            Named.of("cycles", Rules.haveNoCycles(FIXTURE + "cycle.(*)..")), List.of("First")),
        Arguments.of(
            Named.of(
                "edge", Rules.useOnly(FIXTURE + "edge..", List.of("io.tradewind.core.."), false)),
            List.of("UsesTheStore", "UsesALibrary")),
        Arguments.of(
            Named.of(
                "gate",
                Rules.onlyOneMakes(
                    FIXTURE + "gate.Permit", FIXTURE + "gate.Gate", FIXTURE + "gate..")),
            List.of("Forger", "Referrer")),
        Arguments.of(
            Named.of(
                "library",
                Rules.keepLibraryIn("tools.jackson..", FIXTURE + "edge..", FIXTURE + "process..")),
            List.of("UsesALibrary")),
        Arguments.of(
            Named.of("process", Rules.areNoProcess(FIXTURE + "process..")),
            List.of("HasAMain", "ReadsAVariable")));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aBreachIsSeen(ArchRule rule, List<String> planted) {
    JavaClasses fixtures = new ClassFileImporter().importPackages(FIXTURE.replaceFirst("\\.$", ""));
    EvaluationResult result = rule.evaluate(fixtures);
    String report = String.join("\n", result.getFailureReport().getDetails());
    assertThat(planted).allSatisfy(name -> assertThat(report).contains("." + name));
    assertThat(report).doesNotContain(".Innocent");
  }

  @Test
  void noRuleCanPassOnNothing() {
    JavaClasses nothing = new ClassFileImporter().importPackages("io.tradewind.no.such.package");
    List<ArchRule> rules = walls().map(Named::getPayload).toList();
    assertThat(rules)
        .allSatisfy(rule ->
            assertThat(isRefused(rule, nothing))
                .as("%s on no classes", rule.getDescription())
                .isTrue());
  }

  private static boolean isRefused(ArchRule rule, JavaClasses classes) {
    try {
      rule.check(classes);
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }

  @Test
  void everyRoomHasClasses() {
    assertThat(ROOMS)
        .allSatisfy(room ->
            assertThat(OURS.stream().map(type -> type.getPackageName() + "."))
                .as(room.module())
                .anyMatch(name -> name.startsWith("io.tradewind." + room.module() + ".")));
  }
}
