package io.tradewind.gateway;

import io.tradewind.gateway.auth.Token;
import io.tradewind.gateway.server.ControlServer;
import io.tradewind.gateway.server.Door;
import io.tradewind.gateway.server.ServerSettings;
import io.tradewind.gateway.session.ProcessMark;
import io.tradewind.gateway.session.SessionEntry;
import io.tradewind.gateway.session.SessionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** A session's door: the server on loopback, and the file in its folder that leads there. */
public final class Gateway implements AutoCloseable {
  private final ControlServer server;
  private final SessionFile file;

  private Gateway(ControlServer server, SessionFile file) {
    this.server = server;
    this.file = file;
  }

  /**
   * Opens it.
   *
   * @param folder of the session, which has to be there
   * @param version of the program
   * @param nowNs epoch nanoseconds, by the session's clock
   * @throws io.tradewind.gateway.server.PortTakenException if another program listens there
   * @throws IOException if a session runs in the folder, or the file can't be written
   */
  public static Gateway open(
      Path folder, String version, ServerSettings settings, Door door, LongSupplier nowNs)
      throws IOException {
    SessionFile.refuseSecond(folder);
    Token token = Token.random();
    ControlServer server = ControlServer.start(settings, door, token, nowNs);
    SessionEntry entry =
        new SessionEntry(
            door.status().status().session(), version, server.port(), ProcessMark.own(), token);
    try {
      return new Gateway(server, SessionFile.write(folder, entry));
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Where it listens on loopback. */
  public int port() {
    return server.port();
  }

  /** Removes the file and listens no more. */
  @Override
  public void close() throws IOException {
    try (server) {
      file.close();
    }
  }
}
