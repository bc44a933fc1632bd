package io.tradewind.research.strategyfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.strategy.Strategy;
import io.tradewind.research.strategyfile.LoadedStrategy.CompileFailed;
import io.tradewind.research.strategyfile.LoadedStrategy.Loaded;
import io.tradewind.research.strategyfile.LoadedStrategy.Refused;
import io.tradewind.research.strategyfile.LoadedStrategy.Unreadable;
import io.tradewind.testkit.ScriptedStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiling, caching, shapes and notices. What is refused is told in {@link StrategyReachTest}. */
final class StrategyFileTest {
  private static final String IMPORTS =
      """
      import io.tradewind.analytics.parameter.*; import io.tradewind.core.strategy.*;
      import io.tradewind.analytics.state.*;
      import io.tradewind.analytics.indicator.trend.*;
      import java.util.*;
      """;
  private static final String BODY =
      """
        public void prepare(Preparation preparation) {}
        public void onBar(BarContext bar, Signals signals) { signals.exit("said"); }
      """;
  private static final String GOOD =
      IMPORTS + "public class Mine implements Strategy {\n" + BODY + "}\n";

  @TempDir private Path directory;

  @Test
  void loadsAndRuns() throws IOException {
    Loaded loaded = loaded(GOOD);
    assertThat(loaded.name()).isEqualTo("Mine");
    assertThat(loaded.notices()).isEmpty();
    assertThat(TrialRun.of(loaded.factory().get(), Map.of(), 100, 101).signals()).isNotEmpty();
  }

  @Test
  void makesAFreshStrategyEachTime() throws IOException {
    Loaded loaded = loaded(GOOD);
    assertThat(loaded.factory().get()).isNotSameAs(loaded.factory().get());
  }

  @Test
  void loadsAPackageWithNestedOtherRecordAndLambdaClasses() throws IOException {
    String source =
        "package my.own;\n"
            + IMPORTS
            + """
            public class Mine extends Base implements Words {
              private static final class Nested { double twice(double x) { return 2 * x; } }
              private record Pair(double a, double b) {}
              enum Mood { GLAD }
              public void onBar(BarContext bar, Signals signals) {
                Pair pair = new Pair(new Nested().twice(bar.close()), 1);
                Runnable say = () -> signals.exit(words() + pair + Mood.GLAD + new Tail().text());
                say.run();
              }
            }
            abstract class Base implements Strategy {
              public void prepare(Preparation preparation) {}
            }
            interface Words { default String words() { return "w "; } }
            class Tail { String text() { return " t"; } }
            """;
    Strategy strategy = loaded(source).factory().get();
    assertThat(TrialRun.of(strategy, Map.of(), 100).signals())
        .map(record -> record.signal().reason())
        .containsExactly("w Pair[a=200.0, b=1.0]GLAD t");
  }

  /** A name that the program has, too, is examined and loaded as the file's own. */
  @Test
  void theFilesOwnClassesComeFirst() throws IOException {
    String name = ScriptedStrategy.class.getSimpleName();
    String source = "package io.tradewind.testkit;\n" + GOOD.replace("Mine", name);
    Path file = Files.writeString(directory.resolve(name + ".java"), source);
    assertThat(StrategyFile.load(file, cache()))
        .isInstanceOfSatisfying(
            Loaded.class,
            loaded -> assertThat(loaded.factory().get()).isNotInstanceOf(ScriptedStrategy.class));
  }

  @Test
  void aConstructorThrowsWhatItThrows() throws IOException {
    Loaded loaded =
        loaded(
            GOOD.replace(
                BODY, BODY + "public Mine() { throw new IllegalStateException(\"no\"); }"));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> loaded.factory().get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no");
  }

  @Test
  void tellsErrorsAsJavacDoes() throws IOException {
    String source = GOOD.replace("signals.exit(\"said\");", "signals.leave(1);");
    assertThat(load(source))
        .isEqualTo(
            new CompileFailed(
                """
                %s:7: error: cannot find symbol
                  public void onBar(BarContext bar, Signals signals) { signals.leave(1); }
                                                                              ^
                  symbol:   method leave(int)
                  location: variable signals of type Signals
                1 error
                """
                    .formatted(directory.resolve("Mine.java"))
                    .replace("\n", System.lineSeparator())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # source                                                      | reason
          public class Mine {}                                          | Mine.java:1: holds no strategy: write one public class that implements io.tradewind.core.strategy.Strategy
          class Mine implements Strategy { BODY }                       | Mine.java:1: holds no strategy: write one public class that implements io.tradewind.core.strategy.Strategy
          public interface Mine extends Strategy { }                    | Mine.java:1: holds no strategy: write one public class that implements io.tradewind.core.strategy.Strategy
          public abstract class Mine implements Strategy { }            | Mine.java:5: Mine is abstract: write a public class that extends it
          public class Mine implements Strategy { BODY Mine() {} }      | Mine.java:5: Mine needs a public constructor without arguments: what it would be given, declare in parameters() and read in prepare()
          public class Mine implements Strategy { BODY public Mine(int a) {} } | Mine.java:5: Mine needs a public constructor without arguments: what it would be given, declare in parameters() and read in prepare()
          public enum Mine implements Strategy { ONE; BODY }            | Mine.java:5: Mine needs a public constructor without arguments: what it would be given, declare in parameters() and read in prepare()
          public class Mine { public class In implements Strategy { BODY } } | Mine.java:5: In belongs to an object of another class: make it static or top level
          public class Mine implements Strategy { BODY public static class Two extends Mine {} } | Mine.java:5: holds more than one public strategy (Mine, Two): leave one public, or give each a file of its own
          """)
  void refusesAWrongShape(String source, String reason) throws IOException {
    assertThat(load(IMPORTS + source.replace("BODY", BODY.replace("\n", " "))))
        .isEqualTo(new Refused(List.of(reason)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # a member of the strategy                                              | what is said of line 6
          static final FeatureSet SET = FeatureSet.of("trend", 1, "rsi(0)");      | length = '0': must be a whole number from 2 to 100000
          static final FeatureSet SET = FeatureSet.of("trend", 1, "rsi(14)", "rsi"); | has a column twice
          static final FeatureSet SET = FeatureSet.of("Trend", 1, "rsi");         | a name is lower case words with dashes, was 'Trend'
          static final FeatureSet SET = FeatureSet.of("trend", 0, "rsi");         | version must be >= 1, was 0
          static final Parameter<Integer> FAST = Parameter.integer("fast", 1, 2, 200); | the default of fast is out of range
          static final class In { static final String F = null; static final int A = F.length(); } | java.lang.NullPointerException
          enum Kind { ONE; final double x = Parameter.decimal("x", 2, 0, 1).max(); } | the default of x is out of range
          """)
  void aStaticFieldThatCannotBeSetIsNamedWithItsLine(String member, String said)
      throws IOException {
    String source =
        IMPORTS
            + "import io.tradewind.core.feature.*; public class Mine implements Strategy {\n"
            + member
            + "\n"
            + BODY
            + "}\n";
    assertThat(load(source))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .singleElement()
                    .asString()
                    .startsWith("Mine.java:6: a static field cannot be set: ")
                    .contains(said));
  }

  @Test
  void takesAPublicStaticNestedStrategyAndAByteOrderMark() throws IOException {
    assertThat(
            loaded(
                    "\uFEFF"
                        + IMPORTS
                        + "public class Mine { public static class In implements Strategy {"
                        + BODY
                        + "} }")
                .name())
        .isEqualTo("In");
  }

  @Test
  void theCacheSparesTheCompiler() throws IOException {
    Path file = write(GOOD);
    assertThat(StrategyFile.load(file, cache(), false))
        .isEqualTo(
            new Unreadable(
                file
                    + ": this Java has no compiler (module jdk.compiler);"
                    + " run Tradewind with a JDK 25, not a JRE"));
    assertThat(StrategyFile.load(file, cache(), true)).isInstanceOf(Loaded.class);
    assertThat(StrategyFile.load(file, cache(), false)).isInstanceOf(Loaded.class);
    write(GOOD + "// another text\n");
    assertThat(StrategyFile.load(file, cache(), false)).isInstanceOf(Unreadable.class);
  }

  @Test
  void whatComesFromTheCacheIsExaminedAgain() throws IOException {
    String bad = GOOD.replace("signals.exit", "System.gc(); signals.exit");
    assertThat(load(bad)).isInstanceOf(Refused.class);
    Path kept = onlyCached();
    byte[] badClasses = Files.readAllBytes(kept);
    Files.delete(kept);
    assertThat(load(GOOD)).isInstanceOf(Loaded.class);
    Files.write(onlyCached(), badClasses);
    assertThat(StrategyFile.load(write(GOOD), cache(), false))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reasons().getFirst()).contains("java.lang.System.gc"));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "31", "32", "40", "200"})
  void aDamagedCacheIsCompiledAnew(int length) throws IOException {
    assertThat(load(GOOD)).isInstanceOf(Loaded.class);
    Path kept = onlyCached();
    byte[] whole = Files.readAllBytes(kept);
    Files.write(kept, java.util.Arrays.copyOf(whole, length));
    assertThat(load(GOOD)).isInstanceOf(Loaded.class);
    assertThat(Files.readAllBytes(kept)).isEqualTo(whole);
    byte[] flipped = whole.clone();
    flipped[length] ^= 1;
    Files.write(kept, flipped);
    assertThat(StrategyFile.load(write(GOOD), cache(), false)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aCacheThatCannotBeWrittenIsDoneWithout() throws IOException {
    Path file = write(GOOD);
    Path noDirectory = Files.writeString(directory.resolve("taken"), "a file");
    assertThat(StrategyFile.load(file, noDirectory)).isInstanceOf(Loaded.class);
  }

  @Test
  void tellsWhyAFileCannotBeRead() throws IOException {
    Path missing = directory.resolve("Missing.java");
    assertThat(StrategyFile.load(missing, cache()))
        .isEqualTo(new Unreadable(missing + ": there is no such file"));
    Path text = Files.writeString(directory.resolve("Mine.txt"), GOOD);
    assertThat(StrategyFile.load(text, cache()))
        .isEqualTo(new Unreadable(text + ": the file of a strategy ends in .java"));
    Path latin = Files.write(directory.resolve("Latin.java"), new byte[] {(byte) 0xE4});
    assertThat(StrategyFile.load(latin, cache()))
        .isEqualTo(new Unreadable(latin + ": is not UTF-8 text; save it in that encoding"));
    Path huge = Files.write(directory.resolve("Huge.java"), new byte[(1 << 20) + 1]);
    assertThat(StrategyFile.load(huge, cache()))
        .isEqualTo(new Unreadable(huge + ": a strategy has at most 1048576 bytes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # fields and methods                                              | lost
          int n; void x() { n++; }                                          | n
          String last = ""; void x() { last = "a"; }                        | last
          double[] seen = new double[3]; void x() { seen[0] = 1; }          | seen
          private final List<Double> all = new ArrayList<>(); void x() { all.add(1.0); } | all
          private final Ema ema = new Ema(3);                               | ema
          int n; long m; void x() { n++; m++; }                             | n, m
          int n; void x() { Runnable r = () -> n++; }                       | n
          """)
  void noticesMemoryThatIsNotSaved(String members, String lost) throws IOException {
    assertThat(loaded(IMPORTS + withMembers(members)).notices())
        .containsExactly(
            "Mine.java:5: a restart would lose what these fields remember: "
                + lost
                + ". Override save and load to keep it.");
  }

  @Test
  void noticesThatOnlyHalfIsOverridden() throws IOException {
    String members =
        "int n; void x() { n++; } public void save(StateWriter out) { out.writeInt(n); }";
    assertThat(loaded(IMPORTS + withMembers(members)).notices())
        .containsExactly(
            "Mine.java:5: a restart would lose what these fields remember: n."
                + " Override load to keep it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          final int n = 3;
          int n; public Mine() { n = 3; }
          final double[] weights = {1, 2}; double x() { return weights[0]; }
          static final int N = 3;
          int n; void x() { n++; } public void save(StateWriter out) {} public void load(StateReader in) {}
          """)
  void noticesNothingWhereNothingIsLost(String members) throws IOException {
    assertThat(loaded(IMPORTS + withMembers(members)).notices()).isEmpty();
  }

  private static String withMembers(String members) {
    return "public class Mine implements Strategy { " + members + "\n" + BODY + "}\n";
  }

  private Loaded loaded(String source) throws IOException {
    return switch (load(source)) {
      case Loaded loaded -> loaded;
      case LoadedStrategy other -> throw new AssertionError("not loaded: " + other);
    };
  }

  private LoadedStrategy load(String source) throws IOException {
    return StrategyFile.load(write(source), cache());
  }

  private Path write(String source) throws IOException {
    return Files.writeString(directory.resolve("Mine.java"), source);
  }

  private Path cache() {
    return directory.resolve("cache");
  }

  private Path onlyCached() throws IOException {
    try (var files = Files.list(cache())) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }
}
