package io.tradewind.gateway.control;

import io.tradewind.gateway.json.JsonText;

/** What people may ask of a session. */
public enum Control {
  /** Nothing opens any more. */
  PAUSE,
  /** What paused it is taken back. */
  RESUME,
  /** Cancels all orders and closes all positions, until all is flat. */
  EMERGENCY_STOP,
  /** Cancels all orders and closes all positions: the session ends. */
  CLOSE_ALL,
  /** Takes back one lock of entries. */
  LIFT_LOCK,
  /** The process ends in good order; positions stay. */
  STOP;

  /** Its name on the wire, such as {@code emergency-stop}. */
  public String key() {
    return JsonText.key(this);
  }

  /** Where it is asked for. */
  public String path() {
    return "/control/" + key();
  }
}
