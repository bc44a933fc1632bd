package io.tradewind.bench.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process to be killed, with the lines that go to it and come from it. */
final class KillProcess {
  /** Said where nothing more is said: it has ended, however. */
  static final String OVER = "over";

  private final Process process;
  private final Writer in;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  /** Starts one. */
  KillProcess(List<String> jvm, List<String> words, Path errors) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.add(KillChild.class.getName());
    command.addAll(words);
    try {
      this.process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().name("kill-reader").start(this::read);
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
      }
    } catch (IOException closed) {
      said.add(OVER);
    }
    said.add(OVER);
  }

  /** Asks it for something; one that has died does not hear it. */
  void ask(String line) {
    try {
      in.write(line + "\n");
      in.flush();
    } catch (IOException dead) {
      said.add(OVER);
    }
  }

  /** The next line; none where nothing came in that time. */
  @Nullable String next(long waitMs) throws InterruptedException {
    return said.poll(waitMs, TimeUnit.MILLISECONDS);
  }

  /** Waits until it has ended by itself, some time. */
  void end() throws InterruptedException {
    boolean _ = process.waitFor(1, TimeUnit.MINUTES);
  }

  /** SIGKILL; returns when it is gone, with what it said as it went. */
  int kill() throws InterruptedException {
    process.destroyForcibly();
    return process.waitFor();
  }
}
