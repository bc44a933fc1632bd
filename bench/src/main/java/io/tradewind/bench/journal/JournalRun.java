package io.tradewind.bench.journal;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportedTicks;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.journal.JournalArchive;
import io.tradewind.store.journal.JournalEnd;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.store.journal.JournalWriter;
import io.tradewind.store.journal.Snapshot;
import io.tradewind.store.journal.SnapshotFiles;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes what a session hears into a journal, compresses it, and prints bytes for each kind of
 * input and for a day: candles of a minute that are made, trades and books of recordings.
 */
final class JournalRun {
  private static final int SEGMENT_BYTES = 64 << 20;
  private static final long ROOM = 1L << 31;
  private static final int MINUTES = 1_440;
  private static final int DAYS = 100;

  private JournalRun() {}

  /** With the files of recordings, if any. */
  public static void main(String[] arguments) {
    System.out.printf(
        "%-20s %9s %12s %10s %7s %7s %5s%n",
        "", "entries", "bytes each", "MB a day", "packed", "after", "MB/s");
    print("candles of a minute", DAYS, MINUTES * DAYS, JournalRun::candles);
    for (String each : arguments) {
      recording(Path.of(each));
    }
  }

  private static void recording(Path file) {
    ImportedTicks read =
        (ImportedTicks) Importer.read(file, ImportOptions.DEFAULT.withBookFromUpdates());
    System.out.println(file.getFileName());
    TradeColumns trades = read.trades().getLast().columns();
    BookColumns book = read.book().toColumns(read.book().scales());
    int rows = book.size();
    double days = (book.receiveTimeNs(rows - 1) - book.receiveTimeNs(0)) / (double) Utc.DAY_NS;
    print(
        "trades",
        days,
        trades.size(),
        journal -> {
          for (int row = 0; row < trades.size(); row++) {
            journal.onTrade(0, trades, row);
          }
        });
    int messages = 0;
    for (int row = 0; row < rows; row++) {
      messages += book.ends(row) ? 1 : 0;
    }
    print("changes of the book", days, messages, journal -> books(journal, book));
  }

  private static void books(JournalWriter journal, BookColumns book) {
    int from = 0;
    for (int row = 0; row < book.size(); row++) {
      if (book.ends(row)) {
        journal.onBook(0, book, from, row + 1);
        from = row + 1;
      }
    }
  }

  private static void candles(JournalWriter journal) {
    SplitMix random = new SplitMix(1);
    long price = 6_000_000;
    for (int i = 0; i < MINUTES * DAYS; i++) {
      long closeNs = (1_700_000_040L + 60L * i) * Utc.SECOND_NS;
      long open = price;
      price += random.nextInt(4_001) - 2_000;
      long high = Math.max(open, price) + random.nextInt(1_000);
      long low = Math.min(open, price) - random.nextInt(1_000);
      long[][] columns = {
        {closeNs - 60 * Utc.SECOND_NS},
        {closeNs},
        {open},
        {high},
        {low},
        {price},
        {random.nextInt(5_000_000)}
      };
      long heardNs = closeNs + random.nextInt(500_000_000);
      journal.onCandle(heardNs, 0, CandleColumns.of(2, 5, columns), 0);
      // The slice ends a while later, by time.
      journal.onTime(heardNs + Utc.SECOND_NS);
    }
  }

  private static void print(
      String kind, double days, long entries, Consumer<JournalWriter> written) {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    JournalHead head = new JournalHead(1, "bench", "a journal");
    JournalWriter journal = new JournalWriter(disk, head, JournalEnd.NEW, SEGMENT_BYTES);
    written.accept(journal);
    journal.close();
    long last = journal.sequence();
    long plain = used(disk);
    JournalEnd end = new JournalEnd(files(disk), last, 0);
    new JournalWriter(disk, head, end, SEGMENT_BYTES).close();
    new SnapshotFiles(disk, 1).write(new Snapshot(last, "bench", new byte[0]));
    JournalArchive archive = new JournalArchive(disk, new JournalArchive.Terms(0, Utc.DAY_NS, 0));
    long begunNs = System.nanoTime();
    int steps = 0;
    while (archive.doWork(0) > 0) {
      steps++;
    }
    double seconds = (System.nanoTime() - begunNs) / 1e9;
    long packed =
        disk.names().stream().filter(name -> name.endsWith(".gz")).mapToLong(disk::bytes).sum();
    System.out.printf(
        "%-20s %9d %12.1f %10.2f %6.1f%% %7.2f %5.0f%n",
        kind,
        entries,
        plain / (double) entries,
        plain / days / (1 << 20),
        100.0 * packed / plain,
        packed / days / (1 << 20),
        steps / seconds);
  }

  private static long files(VolatileDisk disk) {
    return disk.names().stream().filter(name -> name.startsWith("journal-")).count();
  }

  /** Without the zeros behind the last entry. */
  private static long used(VolatileDisk disk) {
    long used = 0;
    for (String name : disk.names()) {
      byte[] bytes = disk.read(name);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] == 0) {
        end--;
      }
      used += end;
    }
    return used;
  }
}
