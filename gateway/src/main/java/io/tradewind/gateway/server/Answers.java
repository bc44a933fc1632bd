package io.tradewind.gateway.server;

import io.javalin.http.HttpResponseException;
import io.tradewind.gateway.control.Control;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** From a request to its answer. */
final class Answers {
  /** Bytes; what is asked for is two short texts. */
  static final long LONGEST_BODY = 8192;

  private static final int TOO_LARGE = 413;

  private final Pages pages;
  private final Controls controls;
  private final Gatekeeper gatekeeper;

  /**
   * An answer.
   *
   * @param then what has to be done when it has been sent
   */
  record Answer(Reply reply, Optional<Runnable> then) {
    static Answer of(Reply reply) {
      return new Answer(reply, Optional.empty());
    }
  }

  Answers(Pages pages, Controls controls, Gatekeeper gatekeeper) {
    this.pages = pages;
    this.controls = controls;
    this.gatekeeper = gatekeeper;
  }

  /** What goes wrong inside is told by nothing but its kind: its words may hold anything. */
  Answer answer(Asked asked) {
    try {
      return gatekeeper.refuseToShow(asked.visitor()).map(Answer::of).orElseGet(() -> admit(asked));
    } catch (HttpResponseException e) {
      return Answer.of(unreadable(e.getStatus()));
    } catch (RuntimeException e) {
      return Answer.of(
          Reply.error(
              500, "internal", "the session could not be asked: " + e.getClass().getSimpleName()));
    }
  }

  private static Reply unreadable(int status) {
    return status == TOO_LARGE
        ? Reply.error(status, "body", "a body must be at most " + LONGEST_BODY + " bytes")
        : Reply.error(status, "body", "the body can't be read");
  }

  private Answer admit(Asked asked) {
    Optional<Control> control = controls.at(asked.path());
    if (control.isPresent()) {
      return asked.method().equals("POST")
          ? act(asked, control.get())
          : Answer.of(wrongMethod(asked, "POST"));
    }
    if (!pages.paths().contains(asked.path())) {
      return Answer.of(unknown(asked.path()));
    }
    return Answer.of(
        List.of("GET", "HEAD").contains(asked.method())
            ? pages.look(asked.path()).orElseThrow()
            : wrongMethod(asked, "GET"));
  }

  private Answer act(Asked asked, Control control) {
    Optional<Reply> refusal =
        gatekeeper.refuseToAct(asked.visitor(), asked.header("Authorization"));
    if (refusal.isPresent()) {
      return Answer.of(refusal.get());
    }
    String type = asked.header("Content-Type").toLowerCase(Locale.ROOT);
    if (!type.split(";", -1)[0].strip().equals("application/json")) {
      return Answer.of(
          Reply.error(415, "type", "the body must be JSON: send 'Content-Type: application/json'"));
    }
    return controls.ask(control, asked.body());
  }

  private static Reply wrongMethod(Asked asked, String right) {
    return Reply.error(405, "method", asked.path() + " takes " + right + " only")
        .with("Allow", right);
  }

  private Reply unknown(String path) {
    String known =
        String.join(
            ", ", Stream.concat(pages.paths().stream(), controls.paths().stream()).toList());
    return Reply.error(404, "path", "there is no " + path + "; there are " + known);
  }
}
