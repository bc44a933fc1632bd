package io.tradewind.bench.kill;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One session on one market, over as many processes as it takes: each is killed, most of them after
 * all that it believes was held against what the exchange knows, some before they knew it all
 * again.
 */
final class KillLane {
  private static final long START_MS = 60_000;
  private static final long AGREE_MS = 20_000;
  private static final long POINT_MS = 2_000;
  private static final long LOOK_MS = 20;

  /** So long it stays dead at most: as many seconds as the clocks are fast, and half of it more. */
  private static final int AWAY_MS = 1_500;

  private static final boolean TALKS = Boolean.getBoolean("kill.talk");

  private final KillWorld world;
  private final Market market;
  private final Path folder;
  private final List<String> jvm;
  private final KillFigures figures;
  private final SplitMix dice;
  private final List<String> words;
  private boolean isBroken;

  /** A session that has not begun, in a folder of its own. */
  KillLane(KillRun.Place place, Market market, long seed) {
    this.world = place.world();
    this.market = market;
    this.folder = place.folder().resolve(market.name().toLowerCase(Locale.ROOT));
    this.jvm = place.jvm();
    this.figures = place.figures();
    this.dice = new SplitMix(SplitMix.at(seed, market.ordinal()));
    this.words = world.words(folder, market, seed, dice.nextInt(2) == 0);
  }

  /** Lives and dies so many times, and once more to its end. */
  void run(int kills) throws InterruptedException {
    for (int i = 0; i < kills && !isBroken; i++) {
      live();
      beDead();
    }
    if (!isBroken) {
      KillProcess last = start(List.of());
      if (agrees(last)) {
        last.ask("end");
        await(last, "ended", START_MS);
        last.end();
      }
      last.kill();
    }
    VenueBooks.Look look = world.look(market);
    figures.traded(look.orders(), look.fillCount());
  }

  private void live() throws InterruptedException {
    int lot = dice.nextInt(100);
    if (lot < 12) {
      KillProcess process = start(arming(true));
      die(process, "as it goes on, ");
    } else if (lot < 24) {
      KillProcess process = start(List.of());
      Thread.sleep(dice.nextInt(2_000));
      kill(process, "any time as it goes on");
    } else {
      KillProcess process = start(List.of());
      if (agrees(process)) {
        process.ask("go");
        trade(process, lot < 80);
      } else {
        process.kill();
      }
    }
  }

  /**
   * What happens while nobody is there: often enough nothing, else orders fill, or all that stands
   * of a symbol is taken back, its stop with it.
   */
  private void beDead() throws InterruptedException {
    int lot = dice.nextInt(100);
    if (lot < 25) {
      String symbol = dice.nextInt(2) == 0 ? "BTCUSDT" : "ETHUSDT";
      int open = world.look(market).open().size();
      world.takeBack(market, symbol);
      figures.alone("orders taken back", open - world.look(market).open().size());
    } else if (lot < 60) {
      int fills = world.look(market).fillCount();
      Thread.sleep(dice.nextInt(AWAY_MS));
      figures.alone("fills", world.look(market).fillCount() - fills);
    }
  }

  private void trade(KillProcess process, boolean atPoint) throws InterruptedException {
    if (atPoint) {
      Thread.sleep(dice.nextInt(400));
      process.ask("arm " + String.join(" ", arming(false)));
      die(process, "");
    } else {
      Thread.sleep(dice.nextInt(900));
      kill(process, "any time while it trades");
    }
  }

  private @Nullable String armed;

  private List<String> arming(boolean atStart) {
    KillPoint point = KillPoint.values()[dice.nextInt(KillPoint.values().length)];
    int most =
        switch (point) {
          case IN_WRITE, BEFORE_FORCE, AFTER_FORCE -> atStart ? 3 : 6;
          case BEFORE_SEND, AFTER_SEND, ON_ANSWER -> atStart ? 1 : 4;
          case AFTER_CREATE, IN_SNAPSHOT, AFTER_SNAPSHOT -> 1;
        };
    armed = point.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return List.of(
        point.name(),
        Integer.toString(1 + dice.nextInt(most)),
        Boolean.toString(dice.nextInt(2) == 0));
  }

  /** Until it is at its point or has died there; what never comes to it is killed all the same. */
  private void die(KillProcess process, String when) throws InterruptedException {
    long untilMs = System.currentTimeMillis() + POINT_MS;
    while (true) {
      String line = process.next(Math.max(1, untilMs - System.currentTimeMillis()));
      if ("here".equals(line) || KillProcess.OVER.equals(line)) {
        kill(process, when + armed);
        return;
      }
      if (line == null) {
        kill(process, "any time: " + when + "its point never came");
        return;
      }
      check(line);
    }
  }

  private void talk(String what) {
    if (TALKS) {
      System.out.println(market + " " + what);
    }
  }

  private void kill(KillProcess process, String how) throws InterruptedException {
    talk("killed " + how);
    int code = process.kill();
    if (code == 137) {
      figures.kill(how);
    } else {
      broken("it ended by itself with " + code + ", " + how + "; see " + folder + ".errors");
    }
  }

  private KillProcess start(List<String> point) {
    figures.life();
    List<String> all = new ArrayList<>(words);
    all.addAll(point);
    return new KillProcess(jvm, all, folder.resolveSibling(folder.getFileName() + ".errors"));
  }

  /** Whether it believes what the exchange knows, within some time from when it says it knows. */
  private boolean agrees(KillProcess process) throws InterruptedException {
    long beganMs = System.currentTimeMillis();
    if (!await(process, "up", START_MS)) {
      return broken("never up");
    }
    talk("up after " + (System.currentTimeMillis() - beganMs));
    if (!await(process, "in-step", START_MS)) {
      return broken("never in step");
    }
    talk("in step after " + (System.currentTimeMillis() - beganMs));
    process.ask("halt");
    long untilMs = System.currentTimeMillis() + AGREE_MS;
    List<String> differences = List.of("it never said what it believes");
    while (System.currentTimeMillis() < untilMs) {
      Known known = known(process);
      if (known != null) {
        differences = Differences.between(world.look(market), known, market);
        if (differences.isEmpty()) {
          figures.look(known.orders().size() + known.positions().size());
          talk("agreed after " + (System.currentTimeMillis() - beganMs));
          return true;
        }
      }
      Thread.sleep(LOOK_MS);
    }
    return broken(String.join("; ", differences));
  }

  private @Nullable Known known(KillProcess process) throws InterruptedException {
    process.ask("look");
    Known.Hearing hearing = new Known.Hearing();
    while (true) {
      String line = process.next(AGREE_MS);
      if (line == null || line.equals("busy") || line.equals(KillProcess.OVER)) {
        return null;
      }
      check(line);
      Known known = hearing.line(line);
      if (known != null) {
        return known;
      }
    }
  }

  private boolean await(KillProcess process, String word, long waitMs) throws InterruptedException {
    long untilMs = System.currentTimeMillis() + waitMs;
    while (true) {
      String line = process.next(Math.max(1, untilMs - System.currentTimeMillis()));
      if (line == null || line.equals(word) || line.equals(KillProcess.OVER)) {
        return word.equals(line);
      }
      check(line);
    }
  }

  private void check(String line) {
    if (line.startsWith("differs") && !isBroken) {
      boolean _ = broken(line);
    }
  }

  private boolean broken(String what) {
    isBroken = true;
    figures.differ(market + " in " + folder + ": " + what);
    return false;
  }
}
