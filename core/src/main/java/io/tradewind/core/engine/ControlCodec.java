package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.risk.limit.LockCodec;

/** What people ask of the engine as bytes, for journals. */
public final class ControlCodec {
  private ControlCodec() {}

  /** Writes an event. */
  public static void write(StateWriter out, ControlEvent event) {
    switch (event) {
      case ControlEvent.CloseAll _ -> head(out, 0, event);
      case ControlEvent.EmergencyStop stop -> head(out, 1, event).writeString(stop.by());
      case ControlEvent.Resume resume -> head(out, 2, event).writeString(resume.by());
      case ControlEvent.LiftLock lift -> {
        head(out, 3, event).writeString(lift.by());
        LockCodec.write(out, lift.lock());
      }
      case ControlEvent.Halt halt -> head(out, 4, event).writeString(halt.reason());
      case ControlEvent.DataJudged data ->
          head(out, 5, event)
              .writeInt(data.instrument())
              .writeBoolean(data.isUsable())
              .writeString(data.why());
    }
  }

  private static StateWriter head(StateWriter out, int kind, ControlEvent event) {
    return out.writeInt(kind).writeLong(event.timeNs());
  }

  /** Reads what {@link #write} wrote. */
  public static ControlEvent read(StateReader in) {
    int kind = in.readInt();
    long timeNs = in.readLong();
    return switch (kind) {
      case 0 -> new ControlEvent.CloseAll(timeNs);
      case 1 -> new ControlEvent.EmergencyStop(timeNs, in.readString());
      case 2 -> new ControlEvent.Resume(timeNs, in.readString());
      case 3 -> {
        String by = in.readString();
        yield new ControlEvent.LiftLock(timeNs, LockCodec.read(in), by);
      }
      case 4 -> new ControlEvent.Halt(timeNs, in.readString());
      case 5 ->
          new ControlEvent.DataJudged(timeNs, in.readInt(), in.readBoolean(), in.readString());
      default -> throw new StateException("no control event: " + kind);
    };
  }
}
