package io.tradewind.gateway.server;

import io.tradewind.gateway.auth.Token;
import io.tradewind.gateway.auth.Visitor;
import java.time.Duration;
import java.util.Optional;

/** Says who may look, and who may ask. */
final class Gatekeeper {
  private final Token token;
  private final Duration penalty;

  Gatekeeper(Token token, Duration penalty) {
    this.token = token;
    this.penalty = penalty;
  }

  /** Why somebody may not even look; empty if they may. */
  Optional<Reply> refuseToShow(Visitor visitor) {
    return visitor.isForLoopback()
        ? Optional.empty()
        : Optional.of(
            Reply.error(
                403,
                "host",
                "only requests for localhost, 127.0.0.1 or [::1] are answered: see 'Host'"));
  }

  /**
   * Why somebody may not ask for something; empty if they may.
   *
   * @param authorization the header; empty where there is none
   */
  Optional<Reply> refuseToAct(Visitor visitor, String authorization) {
    if (visitor.isFromPage()) {
      return Optional.of(
          Reply.error(403, "origin", "pages in a browser may not ask for anything here"));
    }
    return token.admits(authorization) ? Optional.empty() : Optional.of(wrongToken());
  }

  private Reply wrongToken() {
    try {
      Thread.sleep(penalty);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Reply.error(
            401,
            "token",
            "send 'Authorization: Bearer TOKEN' with the token in the session's folder")
        .with("WWW-Authenticate", "Bearer");
  }
}
