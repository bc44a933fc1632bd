package io.tradewind.simulation.exchange.spot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stops, those that trail, and what they set off; see Scene. */
class SpotStopsTest {

  /** Beside them a bid of 10 at 80 and an offer of 10 at 120. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A sell a1 1 stop=90                        => a1 waits
          A sell a1 1 stop=90; last 90.01            => ''
          A sell a1 1 stop=90; last 90               => a1 new, a1 1@80 filled, b1 1@80
          A sell a1 1 stop=90; last 85               => a1 new, a1 1@80 filled, b1 1@80
          A sell a1 1@88 stop=90; last 90            => a1 new
          A sell a1 1@79 stop=90; last 90            => a1 new, a1 1@80 filled, b1 1@80
          A sell a1 1@88 ioc stop=90; last 90        => a1 new, a1 UNFILLED_IOC_QUANTITY_EXPIRED
          A buy a1 1 stop=110; last 109.99           => ''
          A buy a1 1 stop=110; last 110              => a1 new, a1 1@120 filled, b2 1@120
          A buy a1 1 profit=90; last 90              => a1 new, a1 1@120 filled, b2 1@120
          A sell a1 1 profit=110; last 110           => a1 new, a1 1@80 filled, b1 1@80
          A sell a1 1@111 profit=110; last 110       => a1 new
          A sell a1 1 stop=100                       => refused WOULD_TRIGGER_IMMEDIATELY
          A sell a1 1 stop=99.99                     => a1 waits
          A buy a1 1 stop=100                        => refused WOULD_TRIGGER_IMMEDIATELY
          A buy a1 1 profit=100                      => refused WOULD_TRIGGER_IMMEDIATELY
          A sell a1 1 profit=100                     => refused WOULD_TRIGGER_IMMEDIATELY
          A sell a1 1 stop=90; A cancel c a1; last 90 => ''
          A sell a1 1 stop=90; A amend a1 0.5 a2; last 90 => a2 new, a2 0.5@80 filled, b1 0.5@80
          A sell a1 20 stop=90; last 90              => a1 new, a1 10@80, b1 10@80 filled, a1 INSUFFICIENT_LIQUIDITY
          A buy a1 900 stop=101; B buy b3 1@1; last 101 => a1 new, a1 10@120, b2 10@120 filled, a1 INSUFFICIENT_LIQUIDITY
          A sell a1 1 stop=90; C sell c1 1@95 stop=90; last 90 => a1 new, a1 1@80 filled, b1 1@80, c1 new
          """)
  void aStopIsTriggeredByTheLastPrice(String commands, String outcome) {
    assertThat(scene().play(commands)).isEqualTo(outcome);
  }

  /** The first stop empties the bid at 80, which triggers the second, which sells below. */
  @Test
  void aStopSetsOffAnother() {
    assertThat(scene().play("A sell a1 10 stop=90; C sell c1 1 stop=80; B buy b3 1@70; last 90"))
        .isEqualTo(
            "a1 new, a1 10@80 filled, b1 10@80 filled, c1 new, c1 1@70 filled, b3 1@70 filled");
  }

  @Test
  void aCascadeOfThousandStopsComesToItsEnd() {
    Scene scene = new Scene();
    scene.play("last 100");
    for (int i = 1; i < 1_000; i++) {
      String price = Scene.text(Scene.e8("100") - i * Scene.e8("0.01"));
      scene.play("B buy b" + i + " 0.01@" + price);
      scene.play("A sell a" + i + " 0.01 stop=" + price);
    }
    String told = scene.play("C sell c1 0.01 market");
    assertThat(told).startsWith("c1 new, c1 0.01@99.99 filled, b1 0.01@99.99 filled, a1 new, ");
    assertThat(told)
        .endsWith(
            "a998 0.01@90.01 filled, b999 0.01@90.01 filled, a999 new,"
                + " a999 INSUFFICIENT_LIQUIDITY");
  }

  /**
   * Scenarios A to E of Binance's "Spot Trailing Stop order FAQ" with their figures, each just
   * before it triggers and when it does; nothing else is in the book.
   */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          buy a1 1@45000 stop=44000 trail=500    => 37000 44000 45000 46000 42000 44099.99       => ''
          buy a1 1@45000 stop=44000 trail=500    => 37000 44000 45000 46000 42000 44100          => a1 new
          sell a1 1@38000 stop=39000 trail=1000  => 41500 39000 37000 41000 36900.01             => ''
          sell a1 1@38000 stop=39000 trail=1000  => 41500 39000 37000 41000 36900                => a1 new
          buy a1 1@38500 profit=38000 trail=850  => 42000 38000 37000 39000 38000 40144.99       => ''
          buy a1 1@38500 profit=38000 trail=850  => 42000 38000 37000 39000 38000 40145          => a1 new
          sell a1 1@41000 profit=42000 trail=750 => 41500 39000 42000 45000 44000 46500 43012.51 => ''
          sell a1 1@41000 profit=42000 trail=750 => 41500 39000 42000 45000 44000 46500 43012.5  => a1 new
          sell a1 1@39000 trail=700              => 42000 39500 45500 42315.01                   => ''
          sell a1 1@39000 trail=700              => 42000 39500 45500 42315                      => a1 new
          """)
  void aTrailingStopFollowsAsBinanceSays(String order, String prices, String outcome) {
    Scene scene = new Scene();
    scene.play("last 40000; A " + order);
    assertThat(scene.playAll("last " + prices.replace(" ", "; last "))).isEqualTo(outcome);
  }

  /**
   * A distance in basis points from the best price since, which counts from the order, or from the
   * trade that reaches the stop price. Beside them a bid of 10 at 80 and an offer of 10 at 120.
   */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A sell a1 1 trail=1000                                  => a1 waits
          A sell a1 1 trail=1000; last 90.01                      => ''
          A sell a1 1 trail=1000; last 90                         => a1 new, a1 1@80 filled, b1 1@80
          A sell a1 1 trail=1000; last 110; last 99.01            => ''
          A sell a1 1 trail=1000; last 110; last 99               => a1 new, a1 1@80 filled, b1 1@80
          A buy a1 1 trail=500; last 95; last 99.74               => ''
          A buy a1 1 trail=500; last 95; last 99.75               => a1 new, a1 1@120 filled, b2 1@120
          A sell a1 1 stop=95 trail=1000; last 96; last 82        => ''
          A sell a1 1 stop=95 trail=1000; last 95; last 85.5      => a1 new, a1 1@80 filled, b1 1@80
          A sell a1 1 profit=110 trail=100; last 109; last 81     => ''
          A sell a1 1 profit=110 trail=100; last 112; last 110.88 => a1 new, a1 1@80 filled, b1 1@80
          A buy a1 1 profit=90 trail=100; last 90; last 88; last 88.88 => a1 new, a1 1@120 filled, b2 1@120
          A buy a1 1@89 profit=90 trail=100; last 90; last 88; last 88.88 => a1 new
          """)
  void aTrailingStopFollows(String commands, String outcome) {
    assertThat(scene().play(commands)).isEqualTo(outcome);
  }

  @Test
  void itIsKnownSinceWhenItTrails() {
    Scene scene = scene();
    scene.play("A sell a1 1 trail=1000; A sell a2 1 stop=95 trail=1000");
    assertThat(scene.order("A", "a1").times().trailingNs()).isPresent();
    assertThat(scene.order("A", "a2").times().trailingNs()).isEmpty();
    scene.play("last 95");
    assertThat(scene.order("A", "a2").times().trailingNs()).isPresent();
  }

  /** A purchase that was locked at its stop price and meets a dearer book. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 10 stop=110; A take USDT 98900; last 110 => a1 REJECTED
          A buy a1 10 stop=110; A take USDT 98800; last 110 => a1 new, a1 10@120 filled, b2 10@120 filled
          """)
  void whoCannotPayIsNotFilled(String commands, String outcome) {
    assertThat(scene().play(commands)).isEqualTo(outcome);
  }

  private static Scene scene() {
    Scene scene = new Scene();
    scene.play("last 100; B buy b1 10@80; B sell b2 10@120");
    return scene;
  }
}
