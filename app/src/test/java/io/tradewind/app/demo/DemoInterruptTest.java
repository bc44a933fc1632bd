package io.tradewind.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.tradewind.store.audit.AuditVerdict;
import io.tradewind.store.audit.AuditVerifier;
import io.tradewind.store.disk.FolderView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process is told to stop, as Ctrl-C and the system do it. */
class DemoInterruptTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void itEndsInGoodOrderAndWithSuccess(String signal) throws Exception {
    assumeFalse(
        signal.equals("INT") && isInterruptIgnored(),
        "SIGINT is ignored by whoever started this (nohup, &), and so by what is started here");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tradewind.app.Tradewind",
                "demo",
                "--port",
                "0",
                "--home",
                folder.toString())
            .redirectError(folder.resolve("err").toFile())
            .start();
    List<String> lines;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      while (line != null && !line.contains("equity")) {
        line = out.readLine();
      }
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      lines = out.lines().collect(Collectors.toList());
    }
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
    assertThat(lines).last().asString().startsWith("session demo ended in good order: equity ");
    assertThat(Files.readString(folder.resolve("err"))).doesNotContain("Exception");
    Path session = folder.resolve("sessions/demo");
    assertThat(session.resolve("gateway.json")).doesNotExist();
    assertThat(AuditVerifier.verify(new FolderView(session.resolve("audit"))))
        .isInstanceOf(AuditVerdict.Whole.class);
  }

  /** As Linux tells it: bit 1 of the signals that this process ignores; unknown elsewhere. */
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
