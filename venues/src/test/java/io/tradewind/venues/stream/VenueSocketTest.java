package io.tradewind.venues.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.time.Backoff;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a stream, one story a line, with connections that do what the story says. */
class VenueSocketTest {
  private static final SocketSettings SHORT =
      new SocketSettings(
          5 * Utc.SECOND_NS,
          10 * Utc.SECOND_NS,
          15 * Utc.SECOND_NS,
          100 * Utc.SECOND_NS,
          4 * Utc.SECOND_NS);

  private final ManualClock clock = new ManualClock(1_000_000 * Utc.SECOND_NS);
  private final List<String> log = new ArrayList<>();
  private final Map<Integer, Fake> connections = new TreeMap<>();
  private final VenueSocket socket = socket(StreamKind.MARKET, 100);

  /** A connection that the story leads. */
  private final class Fake implements SocketTransport.Connection {
    private final SocketTransport.Events events;
    private int demand;
    private final Queue<String> unread = new ArrayDeque<>();

    private Fake(SocketTransport.Events events) {
      this.events = events;
    }

    void give(String text) {
      unread.add(text);
      pump();
    }

    private void pump() {
      while (demand > 0 && !unread.isEmpty()) {
        demand--;
        events.text(unread.remove());
      }
    }

    @Override
    public void send(String text) {
      log.add("send:" + text);
    }

    @Override
    public void ping() {
      log.add("ping");
    }

    @Override
    public void more() {
      demand++;
      pump();
    }

    @Override
    public void close() {
      log.add("close");
    }
  }

  private VenueSocket socket(StreamKind kind, int capacity) {
    StreamSpec spec =
        new StreamSpec(
            () -> URI.create("ws://venue/"),
            List.of("hello"),
            kind,
            capacity,
            new StreamSpec.Names(
                text -> text.substring(0, 1) + text.charAt(text.length() - 1),
                text -> text.startsWith("q") ? Optional.of("q") : Optional.empty()));
    SocketTransport transport =
        (uri, events) -> {
          Fake fake = new Fake(events);
          connections.put(connections.size() + 1, fake);
          return fake;
        };
    return new VenueSocket(
        spec,
        SHORT,
        new VenueSocket.Line(transport, clock),
        new Backoff(Utc.SECOND_NS, 8 * Utc.SECOND_NS, new SplitMix(5)),
        new StreamListener() {
          @Override
          public void onText(StreamText text) {
            log.add(text.text());
          }

          @Override
          public void onState(StreamState state) {
            log.add(state.getClass().getSimpleName());
          }
        });
  }

  private String run(VenueSocket driven, String story) {
    for (String step : story.split(";")) {
      String[] words = step.strip().split(" ");
      switch (words[0]) {
        case "open" -> connection(words[1]).events.opened();
        case "alive" -> connection(words[1]).events.alive();
        case "end" -> connection(words[1]).events.ended("cut");
        case "wait" -> {
          for (int i = Integer.parseInt(words[1]); i > 0; i--) {
            clock.advance(Utc.SECOND_NS);
            driven.doWork();
          }
        }
        case "live" -> {
          for (int i = Integer.parseInt(words[2]); i > 0; i--) {
            clock.advance(Utc.SECOND_NS);
            connection(words[1]).events.alive();
            driven.doWork();
          }
        }
        case "many" -> {
          for (int i = 2; i < words.length; i++) {
            connection(words[1]).give(words[i]);
          }
        }
        default -> connection(words[0]).give(words[1]);
      }
      if (!words[0].equals("many")) {
        driven.doWork();
      }
    }
    return String.join(" ", log);
  }

  private Fake connection(String number) {
    return java.util.Objects.requireNonNull(connections.get(Integer.valueOf(number)), number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          open 1; 1 a1; 1 a2                              | Connecting send:hello Live a1 a2
          wait 5; wait 3                                  | Connecting Down close Connecting
          end 1; wait 1                                   | Connecting close Down Connecting
          open 1; 1 a1; end 1; wait 2; open 2; 2 a5       | Connecting send:hello Live a1 close Down Connecting send:hello Live a5
          open 1; wait 10; wait 1; alive 1; wait 10       | Connecting send:hello Live ping
          open 1; wait 15; wait 1                         | Connecting send:hello Live ping close Down
          open 1; wait 16; wait 2; open 2                 | Connecting send:hello Live ping close Down Connecting send:hello Live
          """)
  void connectsWatchesAndComesBack(String story, String expected) {
    String log = run(socket, "wait 0; " + story);
    assertThat(log.replace("Down close", "close Down"))
        .isEqualTo(expected.replace("Down close", "close Down"));
  }

  /**
   * Both stand for 4 seconds, and until the old one was heard; the first letter and the last figure
   * are a text's identity.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 a1; open 2; 1 a2; 2 a2; 1 a3; 2 a3; live 2 4; 2 a4            | Renewing a1 send:hello ping a2 a3 close Renewed a4
          open 2; 1 a1; 2 a2; 2 a3; live 2 4                              | Renewing send:hello ping a1 close a2 a3 Renewed
          open 2; 1 a1; 1 a2; live 2 4; 2 a1; 2 a2; 2 a3                  | Renewing send:hello ping a1 a2 close Renewed a3
          open 2; 2 a7; 1 a7; end 1; 2 a8                                 | Renewing send:hello ping a7 close Renewed a8
          open 2; 1 a1; end 2; 1 a2                                       | Renewing send:hello ping a1 close RenewalFailed a2
          1 a1; end 1; wait 2                                             | Renewing a1 close close Down Connecting
          live 1 5; live 1 1; 1 a1                                        | Renewing close RenewalFailed a1
          open 2; 1 a1; 2 a1; live 2 4; live 2 5; 2 a1                    | Renewing send:hello ping a1 close Renewed a1
          wait 1; open 2; end 1                                           | Renewing send:hello ping close close Down
          wait 1; open 2; 2 a1; wait 5; 1 a1; 2 a2                        | Renewing send:hello ping a1 close Renewed a2
          wait 1; open 2; 2 a1; wait 15                                   | Renewing send:hello ping ping ping close close Down
          """)
  void renewsWithoutLossOrRepetition(String story, String expected) {
    run(socket, "wait 0; open 1; live 1 100");
    log.clear();
    log.add("Renewing");
    assertThat(connections).hasSize(2);
    assertThat(run(socket, story)).isEqualTo(expected);
  }

  /** Six texts for three places: a newer q replaces an older one, then the oldest goes. */
  @Test
  void aMarketsTextsAreConflatedOrDroppedWithACount() {
    VenueSocket small = socket(StreamKind.MARKET, 3);
    run(small, "wait 0; open 1");
    log.clear();
    assertThat(run(small, "many 1 q1 t2 t3 q4 t5 t6; wait 0")).isEqualTo("q4 t5 t6");
    assertThat(small.counts()).isEqualTo(new VenueSocket.Counts(1, 2, 0, 1));
  }

  /** The venue is held back until there is room; meanwhile silence is our own doing. */
  @Test
  void ofAnAccountsTextsNoneIsDropped() {
    VenueSocket small = socket(StreamKind.ACCOUNT, 3);
    run(small, "wait 0; open 1");
    log.clear();
    assertThat(run(small, "many 1 q1 q2 q3 q4 q5 q6 q7; wait 0; wait 0"))
        .isEqualTo("q1 q2 q3 q4 q5 q6 q7");
    assertThat(small.counts()).isEqualTo(new VenueSocket.Counts(0, 0, 0, 1));
  }

  @Test
  void afterItsEndNothingIsTold() {
    run(socket, "wait 0; open 1; 1 a1");
    socket.close();
    assertThat(run(socket, "1 a2; wait 50"))
        .isEqualTo("Connecting send:hello Live a1 close Closed");
  }

  /** Two connections that run ahead of each other at random, over several renewals. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverRunsAheadEachEventIsToldOnce(long seed) {
    SplitMix random = new SplitMix(seed);
    List<StreamText> told = new ArrayList<>();
    Seam seam = new Seam(text -> text);
    int oldAt = 0;
    int newAt = random.nextInt(20);
    int first = newAt;
    while (oldAt < first + 50 || newAt < first + 50) {
      if (random.nextInt(2) == 0 && oldAt < newAt + 10) {
        StreamText text = new StreamText("e" + oldAt++, 0);
        told.add(text);
        seam.onOld(text);
      } else if (newAt < oldAt + 10) {
        seam.onNew(new StreamText("e" + newAt++, 0));
      }
    }
    told.addAll(seam.cut());
    for (int i = 0; i < 30; i++) {
      StreamText text = new StreamText("e" + newAt++, 0);
      if (seam.isNew(text)) {
        told.add(text);
      }
    }
    int count = newAt;
    assertThat(told.stream().map(StreamText::text))
        .as("seed %s", seed)
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, count).mapToObj(i -> "e" + i).toList());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          abc,         abc
          a b c,       abc
          abcd e,      abcde
          abcde f,     TOO LARGE
          abcdef,      TOO LARGE
          """)
  void partsMakeATextUpToASize(String parts, String expected) {
    TextAssembly assembly = new TextAssembly(5);
    String[] all = parts.split(" ");
    String whole = "";
    for (int i = 0; i < all.length; i++) {
      if (assembly.isTooLarge(all[i])) {
        whole = "TOO LARGE";
      } else {
        whole = assembly.add(all[i], i == all.length - 1).orElse("");
      }
    }
    assertThat(whole).isEqualTo(expected);
  }
}
