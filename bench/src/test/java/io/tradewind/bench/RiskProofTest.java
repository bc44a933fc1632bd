package io.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradewind.core.risk.RiskSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The proof of the shipped limits in its short form. */
class RiskProofTest {
  private static final int PATHS = 200;

  @Test
  void theShippedLimitsKeepTheirPromises() {
    List<ProofOutcome> outcomes =
        RiskProof.synthetic(RiskSettings.SHIPPED, RiskProof.PROMISED_JUMP, 0, PATHS);
    RiskProof.print(PATHS + " paths, jumps up to 15 %", outcomes);
    assertThat(RiskProof.broken(outcomes)).isEmpty();
    assertThat(RiskProof.trades(outcomes)).isGreaterThan(RiskProof.LEAST_TRADES * PATHS / 100);
    assertThat(outcomes.stream().mapToInt(ProofOutcome::leveraged).sum()).isPositive();
    assertThat(outcomes.stream().mapToInt(ProofOutcome::collapses).sum()).isPositive();
  }

  /** The proof is one only if it can fail. */
  @Test
  void otherLimitsBreakThem() {
    List<ProofOutcome> outcomes =
        RiskProof.synthetic(RiskSettings.RESEARCH, RiskProof.PROMISED_JUMP, 0, 24);
    assertThat(RiskProof.broken(outcomes)).contains("a trade lost over 10 %");
  }

  /** All of its span; the other strategies are run by hand. */
  @Test
  void theyAreKeptOnNineRealPairs() {
    Optional<Path> folder =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(above -> above.resolve("shared/data/spot"))
            .filter(Files::isDirectory)
            .findFirst();
    assumeTrue(folder.isPresent(), "there is no shared/data/spot above this folder");
    List<ProofOutcome> outcomes =
        List.of(RiskProof.real("momentum", SpotData.read(folder.orElseThrow())));
    RiskProof.print("nine real pairs, momentum", outcomes);
    assertThat(RiskProof.broken(outcomes)).isEmpty();
    assertThat(RiskProof.trades(outcomes)).isGreaterThan(RiskProof.LEAST_TRADES);
  }

  @Test
  void threadsChangeNothing() {
    List<ProofOutcome> alone = new ArrayList<>();
    for (int n = 0; n < 24; n++) {
      alone.addAll(RiskProof.synthetic(RiskSettings.SHIPPED, RiskProof.PROMISED_JUMP, n, n + 1));
    }
    assertThat(RiskProof.synthetic(RiskSettings.SHIPPED, RiskProof.PROMISED_JUMP, 0, 24))
        .isEqualTo(alone);
  }
}
