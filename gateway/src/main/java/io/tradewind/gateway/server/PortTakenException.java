package io.tradewind.gateway.server;

import java.io.IOException;

/** Another program listens where the server was to. Its text names the port and the way out. */
public final class PortTakenException extends IOException {
  private static final long serialVersionUID = 1;

  PortTakenException(int port, Throwable cause) {
    super(
        "port "
            + port
            + " on 127.0.0.1 is taken by another program: end that one, or choose another port"
            + " (0 takes any that is free)",
        cause);
  }
}
