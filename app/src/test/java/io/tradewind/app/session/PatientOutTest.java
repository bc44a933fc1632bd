package io.tradewind.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A terminal that is held holds up nobody. */
@Timeout(60)
class PatientOutTest {
  private final Held held = new Held();
  private final PrintStream terminal = new PrintStream(held, false, StandardCharsets.UTF_8);

  /** Takes nothing until it is let go. */
  private static final class Held extends OutputStream {
    private final CountDownLatch isFree = new CountDownLatch(1);
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        isFree.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      taken.write(bytes, from, length);
    }

    List<String> lines() {
      return taken.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void whoWritesDoesNotWaitAndNothingIsSwapped() {
    PatientOut out = new PatientOut(terminal);
    List<String> lines = IntStream.range(0, 100).mapToObj(i -> "line " + i).toList();
    lines.forEach(line -> out.print(line + "\n"));
    assertThat(out.isIdle()).isFalse();
    assertThat(held.lines()).isEmpty();
    held.isFree.countDown();
    out.close();
    assertThat(held.lines()).isEqualTo(lines);
    assertThat(out.isIdle()).isTrue();
  }

  @Test
  void whatIsTooMuchIsLeftOutAndSaid() {
    PatientOut out = new PatientOut(terminal);
    for (int i = 0; i < 3_000; i++) {
      out.print("line " + i + "\n");
    }
    held.isFree.countDown();
    while (!out.isIdle()) {
      Thread.onSpinWait();
    }
    out.print("the last\n");
    out.close();
    assertThat(held.lines()).endsWith("the last").anyMatch(line -> line.endsWith("not shown)"));
    assertThat(held.lines()).hasSizeBetween(1_000, 1_005);
  }

  @Test
  void whoEndsDoesNotWaitForEver() {
    PatientOut out = new PatientOut(terminal);
    out.print("a line\n");
    out.close();
    assertThat(held.lines()).isEmpty();
    held.isFree.countDown();
  }
}
