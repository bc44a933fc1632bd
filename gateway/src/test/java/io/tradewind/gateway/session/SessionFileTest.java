package io.tradewind.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.gateway.auth.Token;
import io.tradewind.gateway.session.SessionFile.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file that leads to a session, from its making to its end. */
class SessionFileTest {
  private static final Token TOKEN = Token.random();
  @TempDir private Path folder;

  private static SessionEntry entry(ProcessMark process) {
    return new SessionEntry("alpha", "0.1.0", 8123, process, TOKEN);
  }

  /** A process that has ended. */
  static ProcessMark gone() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process = new ProcessBuilder(java.toString(), "--version").start();
    ProcessMark mark = new ProcessMark(process.pid(), 0);
    process.waitFor();
    return mark;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> String.valueOf(each.getFileName())).toList();
    }
  }

  @Test
  void onlyItsOwnerReadsItAndItGoesWithTheSession() throws IOException {
    SessionEntry entry = entry(ProcessMark.own());
    try (SessionFile _ = SessionFile.write(folder, entry)) {
      assertThat(names()).containsExactly(SessionFile.NAME);
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve(SessionFile.NAME))))
          .isEqualTo("rw-------");
      assertThat(SessionFile.read(folder))
          .isInstanceOfSatisfying(
              Found.Running.class,
              found -> {
                assertThat(found.entry().token().reveal()).isEqualTo(TOKEN.reveal());
                assertThat(found.entry()).usingRecursiveComparison().isEqualTo(entry);
              });
    }
    assertThat(names()).isEmpty();
    assertThat(SessionFile.read(folder)).isEqualTo(new Found.Nothing());
  }

  @Test
  void rightsAreNarrowAlsoWhereAFileWithWideOnesWas() throws IOException, InterruptedException {
    Path path = folder.resolve(SessionFile.NAME);
    Files.writeString(path, entry(gone()).text(1));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    try (SessionFile _ = SessionFile.write(folder, entry(ProcessMark.own()))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aLinkIsReplacedNotFollowed() throws IOException {
    Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve(SessionFile.NAME), elsewhere);
    try (SessionFile _ = SessionFile.write(folder, entry(ProcessMark.own()))) {
      assertThat(elsewhere).isEmptyFile();
      assertThat(Files.isSymbolicLink(folder.resolve(SessionFile.NAME))).isFalse();
    }
  }

  @Test
  void aProcessThatHasGoneIsSeen() throws IOException, InterruptedException {
    try (SessionFile _ = SessionFile.write(folder, entry(gone()))) {
      assertThat(SessionFile.read(folder)).isInstanceOf(Found.Stale.class);
    }
    assertThat(names()).containsExactly(SessionFile.NAME);
  }

  @Test
  void anotherProcessOfTheSameNumberIsNotTheSession() throws IOException {
    ProcessMark own = ProcessMark.own();
    SessionFile.write(folder, entry(new ProcessMark(own.pid(), own.startedMs() - 60_000)));
    assertThat(SessionFile.read(folder)).isInstanceOf(Found.Stale.class);
  }

  @Test
  void aSecondSessionIsRefusedAndAStaleOneReplaced() throws IOException, InterruptedException {
    SessionFile.write(folder, entry(gone()));
    SessionFile first = SessionFile.write(folder, entry(ProcessMark.own()));
    assertThatThrownBy(() -> SessionFile.write(folder, entry(ProcessMark.own())))
        .isInstanceOf(IOException.class)
        .hasMessage("session alpha runs already, as process " + ProcessHandle.current().pid());
    first.close();
    assertThat(names()).isEmpty();
  }

  @Test
  void aFileOfAnotherIsLeft() throws IOException {
    SessionFile first = SessionFile.write(folder, entry(ProcessMark.own()));
    Files.delete(folder.resolve(SessionFile.NAME));
    SessionEntry other = new SessionEntry("beta", "0.1.0", 8124, ProcessMark.own(), Token.random());
    SessionFile second = SessionFile.write(folder, other);
    first.close();
    assertThat(names()).containsExactly(SessionFile.NAME);
    second.close();
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"api":2,"version":"9.0"}             | OtherVersion[version=9.0]
          {"api":1,"version":"0.1.0"}           | Unreadable[why='session' is missing]
          {"version":"0.1.0"}                   | Unreadable[why='api' is missing]
          {"api":1,"version":"0.1.0","session":"a","port":99999999999,"pid":1,"processStartedMs":0,"token":"t"} | Unreadable[why=integer overflow]
          ``                                    | Unreadable[why=it must be an object
          {"api"                                | Unreadable[why=it is no JSON: Unexpected
          """)
  void aDamagedFileIsTold(String text, String found) throws IOException {
    Files.writeString(folder.resolve(SessionFile.NAME), text);
    assertThat(SessionFile.read(folder).toString()).startsWith(found);
  }

  @Test
  void theTokenIsInNoText() {
    assertThat(entry(ProcessMark.own()).toString())
        .contains("alpha")
        .doesNotContain(TOKEN.reveal());
    assertThat(TOKEN.reveal()).hasSize(43).isNotEqualTo(Token.random().reveal());
  }
}
