package io.tradewind.trader.guard;

/** What a watchdog did, for people. */
public sealed interface WatchdogNews {
  /** In words. */
  String text();

  /** The heart does not beat: entries are taken back from now on. */
  record Lost(long session, long silentNs) implements WatchdogNews {
    @Override
    public String text() {
      return "session %s has given no sign of life for %s s: its entries are taken back"
          .formatted(session, silentNs / 1_000_000_000L);
    }
  }

  /** An entry was taken back. */
  record TakenBack(String symbol, String name) implements WatchdogNews {
    @Override
    public String text() {
      return "entry %s of %s was taken back".formatted(name, symbol);
    }
  }

  /** An entry could not be taken back yet; it is tried again. */
  record NotYet(String symbol, String name, String why) implements WatchdogNews {
    @Override
    public String text() {
      return "entry %s of %s could not be taken back yet: %s".formatted(name, symbol, why);
    }
  }

  /** An entry stays, since its target and stop would go with it and a part is filled. */
  record Left(String symbol, String name) implements WatchdogNews {
    @Override
    public String text() {
      return "entry %s of %s is partly filled and brings its stop when it is filled whole: it stays"
          .formatted(name, symbol);
    }
  }

  /** The venue cannot be asked; it is asked again. */
  record Blind(String why) implements WatchdogNews {
    @Override
    public String text() {
      return "the venue cannot be asked what stands: " + why;
    }
  }

  /** Two looks one after the other found nothing that opens. */
  record Clear(int takenBack) implements WatchdogNews {
    @Override
    public String text() {
      return "nothing stands that opens; %s were taken back. Stops and targets stay."
          .formatted(takenBack);
    }
  }

  /** The heart beats again, or the session has ended in good order. */
  record Back(boolean isEnded) implements WatchdogNews {
    @Override
    public String text() {
      return isEnded ? "the session has ended in good order" : "the session lives again";
    }
  }
}
