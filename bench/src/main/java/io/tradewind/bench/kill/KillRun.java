package io.tradewind.bench.kill;

import io.tradewind.core.instrument.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Voyages, each an exchange of its own on which two sessions trade, one on spot and one with
 * contracts, and are killed so many times.
 */
public final class KillRun {
  private final int kills;
  private final int speed;
  private final Path folder;
  private List<String> jvm;
  private final KillFigures figures = new KillFigures();

  /**
   * Nothing killed.
   *
   * @param kills of each session of a voyage
   * @param speed how fast time goes by, in times of the wall's
   * @param folder for journals
   */
  public KillRun(int kills, int speed, Path folder) {
    this.kills = kills;
    this.speed = speed;
    this.folder = folder;
    this.jvm =
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"));
  }

  /** Where a session is and what becomes of it. */
  record Place(KillWorld world, Path folder, List<String> jvm, KillFigures figures) {}

  /**
   * Has one process live and end in good order, so that what the JVM knows of its classes then is
   * there for all that come after: they start in a third of the time. It needs a class path of
   * archives alone.
   */
  public void rehearse() throws InterruptedException {
    Path place = folder.resolve("rehearsal");
    create(place);
    Path cache = place.resolve("kill.aot");
    List<String> training = new ArrayList<>(jvm);
    training.addFirst("-XX:AOTCacheOutput=" + cache);
    try (KillWorld world = new KillWorld(0, speed)) {
      new KillLane(new Place(world, place, training, new KillFigures()), Market.PERP, 0).run(0);
    }
    if (Files.exists(cache)) {
      jvm = new ArrayList<>(jvm);
      jvm.addFirst("-XX:AOTCache=" + cache);
    }
  }

  /** One voyage; what was wrong is in the figures. */
  public void voyage(long seed) throws InterruptedException {
    Path place = folder.resolve("voyage-" + seed);
    create(place);
    try (KillWorld world = new KillWorld(seed, speed)) {
      List<Thread> threads = new ArrayList<>();
      for (Market market : Market.values()) {
        KillLane lane = new KillLane(new Place(world, place, jvm, figures), market, seed);
        threads.add(Thread.ofPlatform().name("kill-" + market).start(() -> run(lane)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private void run(KillLane lane) {
    try {
      lane.run(kills);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      figures.differ("the run itself broke: " + e);
      throw e;
    }
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was seen so far. */
  public KillFigures figures() {
    return figures;
  }

  /** Words {@code kills=}, {@code voyages=}, {@code seed=}, {@code speed=}, {@code dir=}. */
  public static void main(String[] words) throws InterruptedException, IOException {
    int kills = 30;
    int voyages = 20;
    int speed = 10;
    long seed = 1;
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tradewind-kill");
    for (String word : words) {
      String value = word.substring(word.indexOf('=') + 1);
      switch (word.substring(0, word.indexOf('='))) {
        case "kills" -> kills = Integer.parseInt(value);
        case "voyages" -> voyages = Integer.parseInt(value);
        case "speed" -> speed = Integer.parseInt(value);
        case "seed" -> seed = Long.parseLong(value);
        case "dir" -> folder = Path.of(value);
        default -> throw new IllegalArgumentException("unknown word: " + word);
      }
    }
    long beganMs = System.currentTimeMillis();
    KillRun run = new KillRun(kills, speed, Files.createTempDirectory(made(folder), "run-"));
    run.rehearse();
    for (int i = 0; i < voyages; i++) {
      run.voyage(seed + i);
      System.out.printf(
          "seed %d, %d s: %s%n",
          seed + i, (System.currentTimeMillis() - beganMs) / 1_000, run.figures());
    }
    System.exit(run.figures().differences().isEmpty() ? 0 : 1);
  }

  private static Path made(Path folder) {
    create(folder);
    return folder;
  }
}
