package io.tradewind.app.doctor;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Home;
import io.tradewind.app.golive.GoLive;
import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.time.Utc;
import io.tradewind.gateway.session.SessionFile;
import io.tradewind.store.audit.AuditVerdict;
import io.tradewind.store.audit.AuditVerifier;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.disk.FolderView;
import io.tradewind.store.journal.JournalException;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.store.records.Database;
import io.tradewind.store.records.DatabaseException;
import io.tradewind.store.records.DatabaseSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at the machine, at what is around, and at the sessions of a home. */
public final class Doctor {
  private static final long LEAST_BYTES = 1L << 30;
  private static final long BAD_BYTES = 256L << 20;
  private static final int FORCES = 5;
  private static final long SLOW_FORCE_US = 50_000;

  private final Home home;

  /** Of a home. */
  public Doctor(Home home) {
    this.home = home;
  }

  /** Java, home, rights and disk. */
  public List<Finding> machine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.well(
            "java",
            Text.of(
                "%s, %d processors, %,d MB of heap at most",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20)));
    try {
      home.writable(home.folder());
      findings.add(Finding.well("home", home.folder() + " (" + home.origin().text() + ")"));
      findings.add(disk());
      findings.addAll(secrets());
    } catch (UserMistake e) {
      findings.add(Finding.bad("home", String.valueOf(e.getMessage()), "name another with --home"));
    } catch (IOException e) {
      findings.add(
          Finding.bad(
              "disk",
              "can't be written: " + UserMistake.reason(e),
              "make room and give rights, or name another home with --home"));
    }
    return findings;
  }

  private Finding disk() throws IOException {
    long free = Files.getFileStore(home.folder()).getUsableSpace();
    long forceUs = forceUs();
    String found =
        Text.of("%,d MB free; a write is durable after %,d microseconds", free >> 20, forceUs);
    if (free < BAD_BYTES) {
      return Finding.bad("disk", found, "make room: with less a session opens nothing");
    }
    if (free < LEAST_BYTES) {
      return Finding.look("disk", found, "make room soon: a session writes all that it hears");
    }
    return forceUs > SLOW_FORCE_US
        ? Finding.look("disk", found, "every order waits so long; take a faster disk")
        : Finding.well("disk", found);
  }

  /** The middle of a few. */
  private long forceUs() throws IOException {
    Path file = Files.createTempFile(home.folder(), ".doctor", ".tmp");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      List<Long> all = new ArrayList<>();
      for (int i = 0; i < FORCES; i++) {
        long startNs = System.nanoTime();
        channel.write(ByteBuffer.wrap(new byte[512]), 0);
        channel.force(false);
        all.add((System.nanoTime() - startNs) / 1_000);
      }
      return all.stream().sorted().skip(FORCES / 2).findFirst().orElseThrow();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Files that may hold keys are for their owner alone. */
  private List<Finding> secrets() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Path file : List.of(home.configuration(), home.variables())) {
      if (Files.isRegularFile(file)
          && Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        if (rights.contains(PosixFilePermission.OTHERS_READ)
            || rights.contains(PosixFilePermission.GROUP_READ)) {
          findings.add(
              Finding.look("rights", file + " can be read by others", "chmod 600 " + file));
        }
      }
    }
    return findings;
  }

  /**
   * The port, the database and the venue of a configuration.
   *
   * @param asks whether the venue is asked
   */
  public List<Finding> around(
      Configuration configuration, DatabaseSettings database, boolean asks) {
    List<Finding> findings = new ArrayList<>();
    findings.add(port(configuration.running().monitoring().port()));
    findings.add(database(database));
    if (asks) {
      findings.addAll(new VenueCheck(configuration, () -> keysWork(configuration)).findings());
    }
    return findings;
  }

  private void keysWork(Configuration configuration) {
    GoLive.keysWork(
        home, configuration.running().exchange().network(), Utc.fromInstant(Instant.now()));
  }

  private Finding port(int port) {
    if (!SessionFolder.running(home).isEmpty()) {
      return Finding.well("port", "a session of this home has it, or another one");
    }
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return Finding.well("port", socket.getLocalPort() + " is free on loopback");
    } catch (IOException e) {
      return Finding.bad(
          "port",
          port + " is taken by another program",
          "choose another: --port NUMBER, or monitoring.port");
    }
  }

  private static Finding database(DatabaseSettings settings) {
    try (Database database = Database.open(settings)) {
      return Finding.well("database", database.name() + " is open and up to date");
    } catch (DatabaseException e) {
      return Finding.bad(
          "database",
          e.trouble().text(),
          "a session trades on without it and fills it later; mend it, or change database.url");
    }
  }

  /** Each session: whether it runs, ended, or died, and whether what it wrote is whole. */
  public List<Finding> sessions() {
    List<Finding> findings = new ArrayList<>();
    for (SessionFolder folder : SessionFolder.all(home)) {
      findings.add(session(folder));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.well("sessions", "there is none yet"));
    }
    return findings;
  }

  private static Finding session(SessionFolder folder) {
    String what = "session " + folder.name();
    String goOn = "start it again: it goes on where it was; before, its stops stand at the venue";
    if (SessionFile.read(folder.path()) instanceof SessionFile.Found.Stale stale) {
      return Finding.bad(
          what, "its process %s has died".formatted(stale.entry().process().pid()), goOn);
    }
    try {
      if (!folder.isRunning() && Files.isDirectory(folder.audit())) {
        if (AuditVerifier.verify(new FolderView(folder.audit()))
            instanceof AuditVerdict.Broken broken) {
          return broken.fault() == AuditVerdict.Fault.TORN_END
              ? Finding.look(what, broken.text(), goOn)
              : Finding.bad(
                  what,
                  broken.text(),
                  "keep the folder as evidence; restore it from a backup, or begin a new session");
        }
        List<String> damaged = new SnapshotFiles(new FolderView(folder.journal()), 1).damaged();
        if (!damaged.isEmpty()) {
          return Finding.look(
              what,
              "damaged snapshots: " + String.join(", ", damaged),
              "an earlier one and the journal stand in; look at the disk");
        }
      }
      return Finding.well(
          what, (folder.isRunning() ? "runs" : "ended in good order, and is whole") + size(folder));
    } catch (DiskException | JournalException e) {
      return Finding.bad(what, String.valueOf(e.getMessage()), "look at the disk");
    }
  }

  /** A running session may remove files meanwhile. */
  private static String size(SessionFolder folder) {
    if (!Files.isDirectory(folder.journal())) {
      return "";
    }
    Disk journal = new FolderView(folder.journal());
    long bytes = 0;
    for (String name : journal.names()) {
      try {
        bytes += journal.bytes(name);
      } catch (DiskException e) {
        if (e.reason() != DiskException.Cause.MISSING) {
          throw e;
        }
      }
    }
    return Text.of("; its journal takes %,d MB of the disk", bytes >> 20);
  }
}
