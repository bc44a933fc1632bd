package io.tradewind.trader.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.error.VenueError;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VenueErrorsTest {
  private static final VenueError REFUSED =
      new VenueError.Rejected(VenueError.Rejection.FILTER, "too small");
  private static final VenueError LOST = new VenueError.Unknown("no answer");
  private static final VenueError.Fatal KEY =
      new VenueError.Fatal(VenueError.FatalReason.values()[0], "no such key");
  private static final VenueCommand.SetMargin MARGIN =
      new VenueCommand.SetMargin(0, 0, MarginMode.CROSS, 3);

  static Stream<Arguments> news() {
    return Stream.of(
        Arguments.of(1, new VenueNews.Refused(7, REFUSED)),
        Arguments.of(1, new VenueNews.Refused(7, LOST)),
        Arguments.of(1, new VenueNews.Blocked(KEY)),
        Arguments.of(1, new VenueNews.StreamLost("closed by the other side")),
        Arguments.of(1, new VenueNews.Contradiction(7, "filled after its end")),
        Arguments.of(1, new VenueNews.Uncovered(7, 100)),
        Arguments.of(1, new VenueNews.Unsupported(MARGIN)),
        Arguments.of(1, new VenueNews.MarginSet(MARGIN, Optional.of(REFUSED))),
        Arguments.of(0, new VenueNews.MarginSet(MARGIN, Optional.empty())),
        Arguments.of(0, new VenueNews.InStep(2)));
  }

  @ParameterizedTest(name = "{1} counts {0}")
  @MethodSource("news")
  void countsWhatWentWrong(long count, VenueNews news) {
    VenueErrors errors = new VenueErrors();
    errors.add(news);
    assertThat(errors.count()).isEqualTo(count);
    errors.add(news);
    assertThat(errors.count()).isEqualTo(2 * count);
  }
}
