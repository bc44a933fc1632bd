package io.tradewind.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.gateway.Gateway;
import io.tradewind.gateway.OpenServer;
import io.tradewind.gateway.Sample;
import io.tradewind.gateway.TestSession;
import io.tradewind.gateway.TestSession.Writing;
import io.tradewind.gateway.auth.Token;
import io.tradewind.gateway.control.Outcome;
import io.tradewind.gateway.json.StatusJson;
import io.tradewind.gateway.server.Door;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands talk to a session that runs, or learn why none answers. */
class SessionClientTest {
  private static final long PID = ProcessHandle.current().pid();

  /** Under those that systems give away. */
  private static final int PORT_OF_NOBODY = 1;

  private final TestSession session = new TestSession();
  @TempDir private Path folder;
  private SessionClient client;

  @BeforeEach
  void open() {
    client = new SessionClient(folder, Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    client.close();
  }

  private Gateway gateway() throws IOException {
    Door door = new Door(session, session, session::stop);
    return Gateway.open(folder, "0.1.0", OpenServer.SETTINGS, door, () -> Sample.NOW_NS);
  }

  private static <T> T got(Answer<T> answer) {
    return switch (answer) {
      case Answer.Got<T>(T value) -> value;
      case Answer.Failed<T>(Problem problem) -> throw new AssertionError(problem.words());
    };
  }

  private static String words(Answer<?> answer) {
    return switch (answer) {
      case Answer.Got<?>(Object value) -> throw new AssertionError(value);
      case Answer.Failed<?>(Problem problem) -> problem.words();
    };
  }

  @Test
  void whatIsToldArrives() throws IOException {
    try (Gateway _ = gateway()) {
      assertThat(StatusJson.status(got(client.status())))
          .isEqualTo(StatusJson.status(Sample.status()));
      assertThat(got(client.positions())).hasSize(2);
      assertThat(got(client.orders()))
          .singleElement()
          .extracting(each -> each.orderId())
          .isEqualTo(7_000_000_001L);
    }
  }

  static Stream<Arguments> wishes() {
    BiFunction<SessionClient, String, Answer<Outcome>> pause = (c, why) -> c.pause("anna", why);
    BiFunction<SessionClient, String, Answer<Outcome>> resume = (c, why) -> c.resume("anna", why);
    BiFunction<SessionClient, String, Answer<Outcome>> emergency =
        (c, why) -> c.emergencyStop("anna", why);
    BiFunction<SessionClient, String, Answer<Outcome>> close = (c, why) -> c.closeAll("anna", why);
    return Stream.of(
        Arguments.of(pause, "reason=paused by anna: lunch]"),
        Arguments.of(resume, "Resume[timeNs=1772366400250000000, by=anna: lunch]"),
        Arguments.of(emergency, "EmergencyStop[timeNs=1772366400250000000, by=anna: lunch]"),
        Arguments.of(close, "CloseAll[timeNs=1772366400250000000]"));
  }

  @ParameterizedTest
  @MethodSource("wishes")
  void whatIsAskedForArrives(BiFunction<SessionClient, String, Answer<Outcome>> wish, String event)
      throws IOException {
    try (Gateway _ = gateway()) {
      assertThat(got(wish.apply(client, "lunch")))
          .isEqualTo(new Outcome.Taken(TestSession.TAKEN_NS));
      assertThat(session.asked())
          .singleElement()
          .satisfies(each -> assertThat(each.toString()).endsWith(event));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NEVER   | Waiting[]
          IS_FULL | TooMany[]
          FAILS   | Failed[]
          """)
  void whatTheDiskDoesArrives(Writing writing, String outcome) throws IOException {
    session.set(writing);
    try (Gateway _ = gateway()) {
      assertThat(got(client.emergencyStop("anna", "now"))).hasToString(outcome);
    }
  }

  @Test
  void theProcessEnds() throws IOException, InterruptedException {
    try (Gateway _ = gateway()) {
      assertThat(got(client.stop("anna", ""))).isEqualTo(new Outcome.Ending());
      assertThat(session.awaitStop()).isTrue();
    }
    assertThat(words(client.stop("anna", ""))).isEqualTo("no session runs in " + folder);
  }

  @Test
  void aRefusalArrivesInWords() throws IOException {
    try (Gateway _ = gateway()) {
      assertThat(words(client.pause(" ", ""))).isEqualTo("'by' must say who asks, it is empty");
    }
  }

  @Test
  void noSession() {
    assertThat(words(client.status())).isEqualTo("no session runs in " + folder);
    assertThat(words(client.pause("anna", ""))).isEqualTo("no session runs in " + folder);
  }

  @Test
  void aSessionThatHasGone() throws IOException, InterruptedException {
    ProcessMark gone = SessionFileTest.gone();
    SessionFile.write(folder, new SessionEntry("alpha", "0.1.0", 8123, gone, Token.random()));
    assertThat(words(client.status()))
        .isEqualTo("session alpha does not run: its process " + gone.pid() + " has gone");
  }

  @Test
  void anotherVersion() throws IOException {
    Files.writeString(folder.resolve(SessionFile.NAME), "{\"api\":2,\"version\":\"7.0\"}");
    assertThat(words(client.status()))
        .isEqualTo("the session runs with version 7.0: talk to it with that version");
  }

  @Test
  void aDamagedFile() throws IOException {
    Files.writeString(folder.resolve(SessionFile.NAME), "{}");
    assertThat(words(client.status()))
        .isEqualTo("gateway.json in " + folder + " can't be read: 'api' is missing");
  }

  @Test
  void anotherToken() throws IOException {
    try (OpenServer server = new OpenServer()) {
      writeEntry(server.port());
      assertThat(words(client.pause("anna", "")))
          .startsWith("session alpha refuses the token of its file");
      assertThat(server.session.asked()).isEmpty();
    }
  }

  private void writeEntry(int port) throws IOException {
    SessionFile.write(
        folder, new SessionEntry("alpha", "0.1.0", port, ProcessMark.own(), Token.random()));
  }

  @Test
  void nobodyListens() throws IOException {
    writeEntry(PORT_OF_NOBODY);
    assertThat(words(client.status()))
        .startsWith("session alpha runs as process " + PID + " but does not answer: ")
        .contains("ConnectException");
  }

  @Test
  void nobodyAnswers() throws IOException {
    try (ServerSocket socket = listening();
        SessionClient hasty = new SessionClient(folder, Duration.ofMillis(200))) {
      writeEntry(socket.getLocalPort());
      assertThat(words(hasty.status()))
          .startsWith("session alpha runs as process " + PID + " but does not answer: ")
          .contains("HttpTimeoutException");
    }
  }

  private static ServerSocket listening() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    return socket;
  }

  /** What somebody else would answer on the port, and what is made of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 OK    | X: y               | {}                | another program listens on port
          HTTP/1.1 200 OK    | Tradewind-Api: 2   | {}                | another program listens on port
          HTTP/1.1 200 OK    | Tradewind-Api: 1   | {}                | the session's answer can't be read: 'time' is missing
          HTTP/1.1 200 OK    | Tradewind-Api: 1   | no                | the session's answer can't be read: it is no JSON
          HTTP/1.1 500 Oh    | Tradewind-Api: 1   | {"message":"ill"} | ill
          SSH-2.0-OpenSSH_9  | X: y               | {}                | does not answer
          """)
  void somebodyElseAnswers(String first, String header, String body, String words)
      throws IOException, InterruptedException {
    String text =
        first
            + "\r\n"
            + header
            + "\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (ServerSocket socket = listening()) {
      Thread other =
          Thread.ofVirtual()
              .start(() -> {
                try (java.net.Socket line = socket.accept()) {
                  line.getInputStream().read(new byte[4096]);
                  line.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      writeEntry(socket.getLocalPort());
      assertThat(words(client.status())).contains(words);
      other.join();
    }
  }
}
