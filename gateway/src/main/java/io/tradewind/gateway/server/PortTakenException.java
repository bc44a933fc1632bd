package io.tradewind.gateway.server;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Another program listens where the server was to. Its text names the port and the way out. */
public final class PortTakenException extends IOException {
  private static final long serialVersionUID = 1;

  private PortTakenException(int port, Throwable cause) {
    super(
        "port "
            + port
            + " on 127.0.0.1 is taken by another program: end that one, or choose another port"
            + " (0 takes any that is free)",
        cause);
  }

  /** Why nothing listens: taken, or not for this user. */
  static IOException of(int port, Throwable failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (String.valueOf(each.getMessage()).contains("Permission denied")) {
        return new IOException(
            "port " + port + " is not for this user: choose one from 1024 on", failure);
      }
    }
    return new PortTakenException(port, failure);
  }
}
