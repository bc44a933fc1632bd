package io.tradewind.trader.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.tradewind.core.time.Utc;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * The log of a process: a file of JSON lines for each {@link LogStream}, which turn over by size.
 * Writing never throws and never fails what it tells of; a disk that fails is told once a day. By
 * any thread.
 */
public final class LogFiles implements AutoCloseable {
  private static final String CALLER = LogFiles.class.getName();

  private final LoggerContext context;
  private final LogSettings settings;
  private final Secrets secrets;
  private final Consumer<String> trouble;
  private final Map<LogStream, Logger> loggers = new EnumMap<>(LogStream.class);
  private final AtomicLong toldNs = new AtomicLong(Long.MIN_VALUE);
  private volatile long lineNs;

  private LogFiles(
      LoggerContext context, LogSettings settings, Secrets secrets, Consumer<String> trouble) {
    this.context = context;
    this.settings = settings;
    this.secrets = secrets;
    this.trouble = trouble;
  }

  /**
   * Opens the files of a folder, behind what is in them.
   *
   * @param secrets what is masked; more may be added later
   * @param trouble told in words where lines cannot be written, by any thread
   */
  public static LogFiles open(
      Path folder, LogSettings settings, Secrets secrets, Consumer<String> trouble) {
    return open(fresh(), folder, settings, secrets, trouble);
  }

  /**
   * The same, also for what libraries tell by SLF4J: from WARNING on, in {@link LogStream#MAIN}.
   */
  public static LogFiles ofProcess(
      Path folder, LogSettings settings, Secrets secrets, Consumer<String> trouble) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    LoggerContext context = factory instanceof LoggerContext ofLibraries ? ofLibraries : fresh();
    return open(context, folder, settings, secrets, trouble);
  }

  private static LoggerContext fresh() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    return context;
  }

  private static LogFiles open(
      LoggerContext context,
      Path folder,
      LogSettings settings,
      Secrets secrets,
      Consumer<String> trouble) {
    LogFiles files = new LogFiles(context, settings, secrets, trouble);
    context.reset();
    context.getStatusManager().add(files::onStatus);
    for (LogStream stream : LogStream.values()) {
      files.loggers.put(stream, files.logger(stream, folder));
    }
    files.hearLibraries();
    return files;
  }

  private Logger logger(LogStream stream, Path folder) {
    Logger logger = context.getLogger("tradewind." + stream.key());
    logger.setAdditive(false);
    logger.setLevel(Level.TRACE);
    logger.addAppender(appender(stream, folder));
    return logger;
  }

  private RollingFileAppender<ILoggingEvent> appender(LogStream stream, Path folder) {
    String file = folder.resolve(stream.key() + ".log").toString();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    LogEncoder encoder = new LogEncoder(secrets);
    encoder.setContext(context);
    encoder.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> bySize = new SizeBasedTriggeringPolicy<>();
    bySize.setContext(context);
    bySize.setMaxFileSize(new FileSize(settings.fileBytes()));
    bySize.setCheckIncrement(new Duration(0));
    bySize.start();
    FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
    window.setContext(context);
    window.setParent(appender);
    window.setFileNamePattern(folder.resolve(stream.key() + ".%i.log").toString());
    window.setMinIndex(1);
    window.setMaxIndex(settings.files() - 1);
    appender.setContext(context);
    appender.setName(stream.key());
    appender.setFile(file);
    appender.setEncoder(encoder);
    appender.setTriggeringPolicy(bySize);
    appender.setRollingPolicy(window);
    window.start();
    appender.start();
    return appender;
  }

  private void hearLibraries() {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    Logger main = Objects.requireNonNull(loggers.get(LogStream.MAIN));
    root.addAppender(main.getAppender(LogStream.MAIN.key()));
    settings.levels().forEach((name, level) -> context.getLogger(name).setLevel(level(level)));
  }

  /** What Logback itself says, which it tells nobody else. */
  private void onStatus(Status status) {
    if (status.getEffectiveLevel() >= Status.WARN) {
      String why = status.getThrowable() == null ? "" : ": " + status.getThrowable();
      tell(status.getMessage() + why);
    }
  }

  private void tell(String why) {
    long beforeNs = toldNs.get();
    boolean isNews = beforeNs == Long.MIN_VALUE || lineNs - beforeNs >= Utc.DAY_NS;
    if (isNews && toldNs.compareAndSet(beforeNs, lineNs)) {
      trouble.accept(secrets.mask("the log cannot be written: " + why));
    }
  }

  /** Writes a line, where its component's level lets it; an error also among the errors. */
  public void write(LogLine line) {
    if (line.level().compareTo(settings.levelOf(line.component())) < 0) {
      return;
    }
    try {
      hear(line.timeNs());
      write(line, line.stream());
      if (line.level().compareTo(LogLevel.ERROR) >= 0 && line.stream() != LogStream.ERRORS) {
        write(line, LogStream.ERRORS);
      }
    } catch (RuntimeException e) {
      // A log that fails must not fail what it tells of.
      tell(e.toString());
    }
  }

  /** The log has no clock of its own; what was told before the first line was told then. */
  private void hear(long timeNs) {
    if (lineNs == 0) {
      boolean _ = toldNs.compareAndSet(0, timeNs);
    }
    lineNs = timeNs;
  }

  private void write(LogLine line, LogStream stream) {
    Logger logger = Objects.requireNonNull(loggers.get(stream));
    LoggingEvent event =
        new LoggingEvent(
            CALLER,
            logger,
            level(line.level()),
            line.message(),
            line.thrown().orElse(null),
            new Object[0]);
    event.setInstant(Utc.toInstant(line.timeNs()));
    event.addKeyValuePair(new KeyValuePair(LogEncoder.LEVEL, line.level().name()));
    event.addKeyValuePair(new KeyValuePair(LogEncoder.COMPONENT, line.component()));
    line.entry().ifPresent(json -> event.addKeyValuePair(new KeyValuePair(LogEncoder.ENTRY, json)));
    logger.callAppenders(event);
  }

  private static Level level(LogLevel level) {
    return switch (level) {
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARN;
      case ERROR, CRITICAL -> Level.ERROR;
    };
  }

  /** Whether a line of a component and level would be written. */
  public boolean takes(String component, LogLevel level) {
    return level.compareTo(settings.levelOf(component)) >= 0;
  }

  /** Something was thrown that nobody expected. */
  public void thrown(String component, long timeNs, Throwable what) {
    write(
        new LogLine(
            LogStream.ERRORS,
            LogLevel.ERROR,
            component,
            timeNs,
            String.valueOf(what),
            Optional.empty(),
            Optional.of(what)));
  }

  /** Closes the files; what is written later is dropped. */
  @Override
  public void close() {
    context.stop();
  }
}
