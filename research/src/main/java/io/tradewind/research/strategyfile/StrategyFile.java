package io.tradewind.research.strategyfile;

import io.tradewind.core.strategy.Strategy;
import io.tradewind.research.backtest.Version;
import io.tradewind.research.strategyfile.LoadedStrategy.CompileFailed;
import io.tradewind.research.strategyfile.LoadedStrategy.Loaded;
import io.tradewind.research.strategyfile.LoadedStrategy.Refused;
import io.tradewind.research.strategyfile.LoadedStrategy.Unreadable;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads a strategy from one {@code .java} file: compiles it in memory (or takes the classes of the
 * last time from a cache), examines the bytecode of all its classes against what a strategy may
 * reach, and the texts that its source makes, and hands out its one public strategy class. No code
 * of the file runs before it has been examined. All its classes are initialised at once, so that a
 * static field that cannot be set is told of before the strategy is made.
 *
 * <p>The examination keeps honest strategies repeatable. It is no sandbox against an enemy: memory
 * and time are not limited.
 */
public final class StrategyFile {
  private static final long MAX_BYTES = 1 << 20;

  private final Path source;
  private final String text;
  private final ClassCache cache;
  private final boolean compilerPresent;

  private StrategyFile(Path source, String text, ClassCache cache, boolean compilerPresent) {
    this.source = source;
    this.text = text;
    this.cache = cache;
    this.compilerPresent = compilerPresent;
  }

  /**
   * Loads a file.
   *
   * @param source the file, UTF-8, named as its public class
   * @param cacheDirectory where compiled classes are kept; made where it is missing, done without
   *     where it cannot be written
   */
  public static LoadedStrategy load(Path source, Path cacheDirectory) {
    boolean compilerPresent = ModuleLayer.boot().findModule("jdk.compiler").isPresent();
    return load(source, cacheDirectory, compilerPresent);
  }

  /** {@link #load(Path, Path)} on a Java with or without a compiler. */
  static LoadedStrategy load(Path source, Path cacheDirectory, boolean compilerPresent) {
    if (!fileName(source).endsWith(".java")) {
      return new Unreadable(source + ": the file of a strategy ends in .java");
    }
    if (!Files.isRegularFile(source)) {
      return new Unreadable(source + ": there is no such file");
    }
    try {
      if (Files.size(source) > MAX_BYTES) {
        return new Unreadable(source + ": a strategy has at most " + MAX_BYTES + " bytes");
      }
      String text = decode(Files.readAllBytes(source));
      ClassCache cache = ClassCache.of(cacheDirectory, fileName(source), text, Version.TRADEWIND);
      return new StrategyFile(source, text, cache, compilerPresent).load();
    } catch (CharacterCodingException e) {
      return new Unreadable(source + ": is not UTF-8 text; save it in that encoding");
    } catch (IOException e) {
      return new Unreadable(source + ": cannot be read: " + e.getMessage());
    }
  }

  private LoadedStrategy load() {
    Optional<OwnClasses> cached = cache.read().flatMap(OwnClasses::parse);
    if (cached.isPresent()) {
      return examine(cached.get(), List.of());
    }
    if (!compilerPresent) {
      return new Unreadable(
          source
              + ": this Java has no compiler (module jdk.compiler); run Tradewind with a JDK "
              + SourceCompiler.RELEASE
              + ", not a JRE");
    }
    return switch (SourceCompiler.compile(source, text)) {
      case SourceCompiler.Failed failed -> new CompileFailed(failed.text());
      case SourceCompiler.Compiled compiled -> keep(compiled);
    };
  }

  /** What only the source tells is asked once: classes that it speaks against are not kept. */
  private LoadedStrategy keep(SourceCompiler.Compiled compiled) {
    if (compiled.texts().isEmpty()) {
      cache.write(compiled.classes());
    }
    OwnClasses own =
        OwnClasses.parse(compiled.classes())
            .orElseThrow(() -> new IllegalStateException("javac wrote a class that is none"));
    return examine(own, compiled.texts());
  }

  private LoadedStrategy examine(OwnClasses own, List<TextScan.Finding> texts) {
    SourceLines lines = new SourceLines(fileName(source), text);
    List<String> reasons = new ArrayList<>(ReachScan.reasons(own, lines, texts));
    return switch (StrategyShape.of(own, lines)) {
      case StrategyShape.Wrong wrong -> {
        reasons.addAll(wrong.reasons());
        yield new Refused(reasons);
      }
      case StrategyShape.Right right ->
          reasons.isEmpty() ? define(own, right.className(), lines) : new Refused(reasons);
    };
  }

  private LoadedStrategy define(OwnClasses own, String className, SourceLines lines) {
    try {
      OwnClassLoader loader = new OwnClassLoader(own.bytes(), Strategy.class.getClassLoader());
      Class<? extends Strategy> type =
          Class.forName(className.replace('/', '.'), true, loader).asSubclass(Strategy.class);
      for (String other : new TreeSet<>(own.bytes().keySet())) {
        Class.forName(other, true, loader);
      }
      return new Loaded(
          type.getSimpleName(),
          factory(type.getConstructor()),
          StrategyMemory.notices(own, className, lines));
    } catch (ExceptionInInitializerError e) {
      return new Refused(List.of(notSet(own, lines, e.getCause())));
    } catch (ReflectiveOperationException | LinkageError e) {
      return new Refused(List.of(lines.at(1) + "Java cannot load its classes: " + e));
    }
  }

  /** What a static field threw when the classes were initialised, with the line of this file. */
  private static String notSet(OwnClasses own, SourceLines lines, @Nullable Throwable cause) {
    int line =
        Stream.of(cause == null ? new StackTraceElement[0] : cause.getStackTrace())
            .filter(frame -> own.bytes().containsKey(frame.getClassName()))
            .mapToInt(StackTraceElement::getLineNumber)
            .findFirst()
            .orElse(1);
    return lines.at(line) + "a static field cannot be set: " + cause;
  }

  private static Supplier<Strategy> factory(Constructor<? extends Strategy> constructor) {
    return () -> {
      try {
        return constructor.newInstance();
      } catch (InvocationTargetException e) {
        throw unwrapped(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the constructor was found to be public", e);
      }
    };
  }

  /** What a constructor threw, as if it had been called by its name. */
  private static RuntimeException unwrapped(@Nullable Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException unchecked -> unchecked;
      case null, default -> new IllegalStateException("the strategy cannot be made", cause);
    };
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    // Some editors of Windows begin a file with a byte order mark, which javac takes for a symbol.
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String fileName(Path source) {
    Path name = source.getFileName();
    return name == null ? "" : name.toString();
  }
}
