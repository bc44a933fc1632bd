package io.tradewind.research.strategyfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.research.strategyfile.LoadedStrategy.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for authors shows must work. */
final class StrategyGuideTest {
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Path GUIDE = Path.of("..", "docs", "strategy-api.md");

  @TempDir private Path directory;

  @Test
  void theFirstStrategyLoadsWithoutANoticeAndTrades() throws IOException {
    Loaded loaded = load(0, "FirstStrategy");
    assertThat(loaded.name()).isEqualTo("FirstStrategy");
    assertThat(loaded.notices()).isEmpty();
    assertThat(
            TrialRun.of(
                    loaded.factory().get(),
                    Map.of("fast", "2", "slow", "4"),
                    new int[] {100, 99, 98, 97, 96, 95, 120, 130, 140, 135, 128, 122, 118})
                .signals())
        .map(record -> record.signal().reason())
        .containsExactly("EMA 2 crossed above EMA 4", "EMA 2 crossed below EMA 4");
  }

  @Test
  void theStrategyThatLooksAtTheOrderBookLoads() throws IOException {
    assertThat(load(1, "Leaning").notices()).isEmpty();
  }

  @Test
  void theStrategyWithAFrameAndAnIndicatorOfItsOwnLoads() throws IOException {
    assertThat(load(2, "Framed").notices()).isEmpty();
  }

  @Test
  void theStrategyWithAWindowTrades() throws IOException {
    Loaded loaded = load(3, "Sloped");
    assertThat(loaded.notices()).isEmpty();
    assertThat(
            TrialRun.of(
                    loaded.factory().get(),
                    Map.of(),
                    IntStream.range(0, 90).map(i -> i < 45 ? 100 + i : 190 - i).toArray())
                .signals())
        .map(record -> record.signal().reason())
        .containsExactly("rises", "rises no more");
  }

  @Test
  void theStrategyWithAMemorySavesIt() throws IOException {
    assertThat(load(4, "LossBreak").notices()).isEmpty();
  }

  @Test
  void theStrategyOfTheReadmeLoads() throws IOException {
    List<String> blocks = blocks(Path.of("..", "README.md"));
    assertThat(blocks).hasSize(1);
    assertThat(load(blocks.getFirst(), "MyStrategy").notices()).isEmpty();
  }

  private Loaded load(int place, String name) throws IOException {
    List<String> blocks = blocks(GUIDE);
    assertThat(blocks).hasSize(5);
    return load(blocks.get(place), name);
  }

  private static List<String> blocks(Path document) throws IOException {
    return JAVA.matcher(Files.readString(document)).results().map(MatchResult::group).toList();
  }

  private Loaded load(String block, String name) throws IOException {
    String source = block.substring("```java\n".length(), block.length() - "```".length());
    Path file = Files.writeString(directory.resolve(name + ".java"), source);
    return switch (StrategyFile.load(file, directory.resolve("cache"))) {
      case Loaded loaded -> loaded;
      case LoadedStrategy other -> throw new AssertionError("not loaded: " + other);
    };
  }
}
