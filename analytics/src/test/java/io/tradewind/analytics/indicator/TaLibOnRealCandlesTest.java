package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.catalog.Specification;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Equal to TA-Lib itself on real candles: the scripts of golden numbers are run over them. It needs
 * the candles and a Python with TA-Lib, named by {@code GOLDEN_PYTHON} or found as python3, and
 * says what it skips without them.
 */
class TaLibOnRealCandlesTest {
  private static final double TOLERANCE = 1e-9;
  private static final Path SCRIPTS = Path.of("src", "test", "golden", "indicator");
  private static final List<String> FILES =
      List.of(
          "spot/BTC_USDT-1h.csv.gz",
          "spot/DOGE_USDT-1h.csv.gz",
          "spot/TRX_USDT-5m.csv.gz",
          "perp/ADA_USDT-5m.csv.gz",
          "long/Coinbase_BTC-USD-4h.csv.gz");

  @TempDir private Path temporary;

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files.filter(file -> file.toString().endsWith("_golden.py")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void equalsTaLib(Path script) throws Exception {
    Optional<Path> folder = RealCandles.folder();
    if (folder.isEmpty() || !hasTaLib()) {
      System.out.println("skipped: TA-Lib on real candles needs ../shared/data and TA-Lib");
    }
    Assumptions.assumeTrue(folder.isPresent() && hasTaLib());
    for (String name : FILES) {
      compare(script, folder.get().resolve(name));
    }
  }

  private void compare(Path script, Path file) throws Exception {
    Path out = temporary.resolve("columns");
    run(script.toString(), "--candles", file.toString(), "--out", out.toString());
    Candles candles = RealCandles.read(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(out), 1 << 16))) {
      int columns = in.readInt();
      int bars = in.readInt();
      assertThat(columns).isPositive();
      assertThat(bars).isEqualTo(candles.bars());
      String id = "";
      double[][] actual = {};
      for (int c = 0; c < columns; c++) {
        String column = in.readUTF();
        if (!GoldenColumns.id(column).equals(id)) {
          id = GoldenColumns.id(column);
          actual = candles.run(Specification.parse(id).make());
        }
        compareColumn(file.getFileName() + ": ", column, actual, doubles(in, bars), candles);
      }
    }
  }

  private static void compareColumn(
      String label, String column, double[][] actual, double[] expected, Candles candles) {
    Specification specification = Specification.parse(GoldenColumns.id(column));
    int output = GoldenColumns.output(column);
    Unit unit = specification.definition().outputs().get(output).unit();
    Comparison.assertClose(
        label + column, actual[output], expected, TOLERANCE, scale(unit, candles));
  }

  /** What the largest input would be worth in this unit. */
  private static double scale(Unit unit, Candles candles) {
    return switch (unit) {
      case UNSCALED, NUMBER, BARS -> 1;
      case PERCENT -> 100;
      case PRICE, PRICE_SQUARED, VOLUME, MONEY, PRICE_PER_VOLUME, PER_MONEY ->
          Math.pow(max(candles.high()), unit.priceExponent())
              * Math.pow(max(candles.volume()), unit.volumeExponent());
    };
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static double[] doubles(DataInputStream in, int count) throws IOException {
    double[] values = new double[count];
    ByteBuffer.wrap(in.readNBytes(count * Double.BYTES)).asDoubleBuffer().get(values);
    return values;
  }

  private static String python() {
    return Optional.ofNullable(System.getenv("GOLDEN_PYTHON")).orElse("python3");
  }

  private static boolean hasTaLib() throws InterruptedException {
    try {
      return start(List.of(python(), "-c", "import talib")) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void run(String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of(python()), Stream.of(arguments)).toList();
    assertThat(start(command)).as("%s", command).isZero();
  }

  private static int start(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
