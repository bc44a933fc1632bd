package io.tradewind.exchange.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.simulation.fault.SymbolFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of five messages, and of answers between them. */
class FaultyLineTest {
  private final WallTimer timer = new WallTimer();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    timer.close();
  }

  @Test
  void withoutFaultsAllComesAtOnceAndInOrder() {
    FaultDesk desk = FaultDesk.idle();
    tellFive(desk, "btcusdt@trade");
    assertThat(heard).containsExactly("1", "2", "3", "4", "5");
    assertThat(desk.counted(Count.MESSAGES)).isEqualTo(5);
  }

  @Test
  void allAreLost() {
    tellFive(desk(FaultSetting.MESSAGE_LOSS_RATE, 1), "btcusdt@trade");
    assertThat(heard).isEmpty();
  }

  @Test
  void allAreDoubled() {
    tellFive(desk(FaultSetting.MESSAGE_DUPLICATE_RATE, 1), "btcusdt@trade");
    assertThat(heard).containsExactly("1", "1", "2", "2", "3", "3", "4", "4", "5", "5");
  }

  @Test
  void someAreSwappedWithTheirNextAndNoneIsLost() {
    FaultDesk desk = desk(FaultSetting.MESSAGE_REORDER_RATE, 0.3);
    FaultyLine line = line(desk);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      all.add(Integer.toString(i));
      line.tell("btcusdt@trade", Integer.toString(i));
    }
    List<String> told = new ArrayList<>(heard);
    assertThat(told).isNotEqualTo(all);
    assertThat(desk.counted(Count.MESSAGES_REORDERED)).isBetween(110L, 190L);
    if (told.size() == 499) {
      told.add(Collections.max(all.stream().filter(each -> !told.contains(each)).toList()));
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void afterACutNothingComes() {
    tellFive(desk(FaultSetting.SOCKET_CUT_RATE, 1), "btcusdt@trade");
    assertThat(heard).containsExactly("cut");
  }

  @Test
  void afterTheSocketIsHalfOpenNothingComesNotEvenTheEnd() {
    FaultDesk desk = desk(FaultSetting.SOCKET_HALF_OPEN_RATE, 1);
    FaultyLine line = line(desk);
    line.tell("btcusdt@trade", "1");
    line.send("answer");
    line.close(1000, "end");
    assertThat(heard).containsExactly("half-open");
    assertThat(desk.counted(Count.SOCKETS_HALF_OPEN)).isEqualTo(1);
  }

  @Test
  void theBookOfAStaleSymbolIsNotTold() {
    FaultPlan plan = FaultPlan.NONE.with(SymbolFault.STALE, new TreeSet<>(List.of("BTCUSDT")));
    FaultDesk desk = new FaultDesk(plan, List.of());
    FaultyLine line = line(desk);
    for (String stream :
        List.of(
            "btcusdt@depth",
            "btcusdt@depth@100ms",
            "btcusdt@depth20",
            "btcusdt@bookTicker",
            "btcusdt@trade",
            "ethusdt@depth",
            "!ticker@arr",
            "user data")) {
      line.tell(stream, stream);
    }
    assertThat(heard).containsExactly("btcusdt@trade", "ethusdt@depth", "!ticker@arr", "user data");
    assertThat(desk.counted(Count.MESSAGES_STALE)).isEqualTo(4);
  }

  @Test
  void whatIsLateIsNotOvertaken() throws Exception {
    FaultPlan plan =
        FaultPlan.NONE
            .with(FaultSetting.LATENCY_MS, 20)
            .with(FaultSetting.LATENCY_SPREAD, 3)
            .with(FaultSetting.LATENCY_MOST_MS, 100);
    FaultyLine line = line(new FaultDesk(plan, List.of()));
    for (int i = 0; i < 200; i++) {
      line.tell("btcusdt@trade", Integer.toString(i));
    }
    line.close(1000, "end");
    for (int i = 0; i < 200; i++) {
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(Integer.toString(i));
    }
    assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("closed 1000 end");
  }

  @Test
  void anAnswerCanBeAnotherOrNone() {
    FaultyLine line = line(FaultDesk.idle());
    line.answering(0, answer -> Optional.of("no"), () -> line.send("yes"));
    line.answering(0, answer -> Optional.empty(), () -> line.send("yes"));
    line.answering(
        0,
        answer -> Optional.of("not " + answer.orElseThrow()),
        () -> {
          line.tell("user data", "filled");
          line.send("placed");
        });
    line.send("later");
    assertThat(heard).containsExactly("no", "filled", "not placed", "later");
  }

  private void tellFive(FaultDesk desk, String stream) {
    FaultyLine line = line(desk);
    for (int i = 1; i <= 5; i++) {
      line.tell(stream, Integer.toString(i));
    }
  }

  private static FaultDesk desk(FaultSetting setting, double value) {
    return new FaultDesk(FaultPlan.NONE.with(setting, value), List.of());
  }

  private FaultyLine line(FaultDesk desk) {
    return new FaultyLine(
        new Socket() {
          @Override
          public void cut() {
            heard.add("cut");
          }

          @Override
          public void halfOpen() {
            heard.add("half-open");
          }

          @Override
          public void send(String text) {
            heard.add(text);
          }

          @Override
          public void close(int code, String reason) {
            heard.add("closed " + code + " " + reason);
          }
        },
        desk,
        timer);
  }
}
