package io.tradewind.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.time.Utc;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeCurveTest {
  private static final long HOUR_NS = 3600 * Utc.SECOND_NS;
  private static final VolumeCurve CURVE = new VolumeCurve(1, 0, 4, 3);

  /** Four stretches of six hours, of eight parts: 1, 0, 4 and 3. */
  @ParameterizedTest
  @CsvSource({
    "0, 24, 1",
    "0, 6, 0.125",
    "3, 6, 0.0625",
    "6, 12, 0",
    "10, 15, 0.25",
    "18, 30, 0.5",
    "-1, 1, 0.083333333333333333",
    "5, 53, 2",
    "7, 7, 0"
  })
  void shareFromHourToHour(long from, long to, double share) {
    long dayNs = 19_000 * Utc.DAY_NS;
    assertThat(CURVE.share(dayNs + from * HOUR_NS, dayNs + to * HOUR_NS))
        .isCloseTo(share, offset(1e-12));
    assertThat(CURVE.share(from * HOUR_NS, to * HOUR_NS)).isCloseTo(share, offset(1e-12));
  }

  @Test
  void weightsAreChecked() {
    assertThatThrownBy(VolumeCurve::new).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VolumeCurve(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VolumeCurve(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VolumeCurve(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new VolumeCurve(1, 2)).isEqualTo(new VolumeCurve(1, 2)).isNotEqualTo(CURVE);
  }

  private static void day(VolumeCurveLearner learner, long day, double... volumes) {
    for (int i = 0; i < volumes.length; i++) {
      learner.onVolume(day * Utc.DAY_NS + i * Utc.DAY_NS / volumes.length, volumes[i]);
    }
  }

  /** With three days the newest counts one half. */
  @Test
  void theUsualDayIsLearntFromWholeDays() {
    VolumeCurveLearner learner = new VolumeCurveLearner(2, 3);
    learner.onVolume(9 * Utc.DAY_NS + 20 * HOUR_NS, 1000);
    assertThat(learner.curve()).isEmpty();
    day(learner, 10, 1, 3);
    assertThat(learner.curve()).as("neither a part of a day nor one that goes on").isEmpty();
    day(learner, 11, 0, 0);
    assertThat(learner.curve()).contains(new VolumeCurve(0.25, 0.75));
    day(learner, 12, 300, 100);
    assertThat(learner.curve()).as("a day without volume").contains(new VolumeCurve(0.25, 0.75));
    day(learner, 20, 5, 5);
    assertThat(learner.curve()).contains(new VolumeCurve(0.5, 0.5));
    assertThatThrownBy(() -> learner.onVolume(19 * Utc.DAY_NS, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void restoredItLearnsAsBefore() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      VolumeCurveLearner learner = new VolumeCurveLearner(5, 4);
      VolumeCurveLearner copy = new VolumeCurveLearner(5, 4);
      int cut = random.nextInt(200);
      long timeNs = 0;
      for (int i = 0; i < 300; i++) {
        timeNs += random.nextLong(5 * HOUR_NS);
        double volume = random.nextInt(10);
        if (i == cut) {
          StateWriter out = new StateWriter();
          learner.save(out);
          copy.load(new StateReader(out.toByteArray()));
        }
        learner.onVolume(timeNs, volume);
        if (i >= cut) {
          copy.onVolume(timeNs, volume);
        }
      }
      assertThat(copy.curve()).as("seed %s", seed).isEqualTo(learner.curve());
      assertThat(learner.curve()).isPresent();
    }
  }
}
