package io.tradewind.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.gateway.server.Door;
import io.tradewind.gateway.server.PortTakenException;
import io.tradewind.gateway.server.ServerSettings;
import io.tradewind.gateway.session.SessionFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door opens and closes with its session. */
class GatewayTest {
  @TempDir private Path folder;

  private static Gateway open(Path folder, int port) throws IOException {
    TestSession session = new TestSession();
    return Gateway.open(
        folder,
        "0.1.0",
        OpenServer.SETTINGS.withPort(port),
        new Door(session, session, session::stop),
        () -> Sample.NOW_NS);
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  @Test
  void aTakenPortIsNamedWithAWayOut() throws IOException {
    Path second = folder("second");
    try (Gateway first = open(folder("first"), 0)) {
      assertThatThrownBy(() -> open(second, first.port()))
          .isInstanceOf(PortTakenException.class)
          .hasMessage(
              "port "
                  + first.port()
                  + " on 127.0.0.1 is taken by another program: end that one, or choose another"
                  + " port (0 takes any that is free)");
    }
    assertThat(second).isEmptyDirectory();
  }

  @Test
  void aSecondInTheSameFolderIsRefused() throws IOException {
    try (Gateway _ = open(folder, 0)) {
      assertThatThrownBy(() -> open(folder, 0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("session alpha runs already, as process");
      assertThat(SessionFile.read(folder)).isInstanceOf(SessionFile.Found.Running.class);
    }
  }

  @Test
  void nothingListensWhereTheFileCannotBeWritten() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(() -> open(folder.resolve("nowhere"), port))
        .isInstanceOf(NoSuchFileException.class);
    open(folder, port).close();
  }

  @Test
  void afterTheEndNothingIsLeft() throws IOException {
    Gateway gateway = open(folder, 0);
    int port = gateway.port();
    gateway.close();
    assertThat(folder).isEmptyDirectory();
    open(folder, port).close();
  }

  @Test
  void onlyLoopbackIsListenedOn() throws IOException {
    try (Gateway gateway = open(folder, 0)) {
      List<InetAddress> others =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(each -> !each.isLoopbackAddress())
              .toList();
      assertThat(others)
          .allSatisfy(each ->
              assertThatThrownBy(
                      () -> {
                        try (Socket socket = new Socket()) {
                          socket.connect(new InetSocketAddress(each, gateway.port()), 2000);
                        }
                      })
                  .isInstanceOf(IOException.class));
    }
  }

  @Test
  void portsAreInRange() {
    assertThat(ServerSettings.DEFAULT.port()).isEqualTo(8000);
    assertThatThrownBy(() -> OpenServer.SETTINGS.withPort(65_536))
        .hasMessage("port must be 0 to 65535, was 65536");
    assertThatThrownBy(() -> OpenServer.SETTINGS.withPort(-1))
        .hasMessage("port must be 0 to 65535, was -1");
  }
}
