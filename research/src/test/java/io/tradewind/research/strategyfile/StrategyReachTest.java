package io.tradewind.research.strategyfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.strategyfile.LoadedStrategy.Loaded;
import io.tradewind.research.strategyfile.LoadedStrategy.Refused;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a strategy may reach for, one tiny source for each thing. */
final class StrategyReachTest {
  @TempDir private Path directory;

  /** Line 12 is the statement, line 14 the member, line 16 the other class. */
  private static final String FRAME =
      """
      import io.tradewind.core.order.Side;
      import io.tradewind.analytics.parameter.*; import io.tradewind.core.strategy.*;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.stream.*;
      // Thread System.out HashMap: words in comments are nothing
      public class Mine implements Strategy {
        public void onBar(BarContext bar, Signals signals) { List<String> words = List.of("b");
          %s
        }
        %s
        public void prepare(Preparation preparation) {}}
      %s
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # statement                                  | reaches for        | thing
          long t = System.currentTimeMillis();         | the clock          | java.lang.System.currentTimeMillis
          long t = System.nanoTime();                  | the clock          | java.lang.System.nanoTime
          Instant.now();                               | the clock          | java.time.Instant.now
          LocalDate.now();                             | the clock          | java.time.LocalDate.now
          ZonedDateTime.now(ZoneOffset.UTC);           | the clock          | java.time.ZonedDateTime.now
          Clock.systemUTC().millis();                  | the clock          | java.time.Clock.systemUTC
          new Date();                                  | the clock          | java.util.Date
          Calendar.getInstance();                      | the clock          | java.util.Calendar.getInstance
          LongSupplier s = System::nanoTime;           | the clock          | java.lang.System.nanoTime
          LongSupplier s = () -> System.nanoTime();    | the clock          | java.lang.System.nanoTime
          Supplier<Instant> s = Instant::now;          | the clock          | java.time.Instant.now
          new Random(1).nextInt();                     | random numbers     | java.util.Random
          Math.random();                               | random numbers     | java.lang.Math.random
          DoubleSupplier s = Math::random;             | random numbers     | java.lang.Math.random
          ThreadLocalRandom.current();                 | random numbers     | java.util.concurrent.ThreadLocalRandom.current
          new java.security.SecureRandom();            | random numbers     | java.security.SecureRandom
          new SplittableRandom(1);                     | random numbers     | java.util.SplittableRandom
          UUID.randomUUID();                           | random numbers     | java.util.UUID.randomUUID
          Collections.shuffle(new ArrayList<>(words)); | random numbers     | java.util.Collections.shuffle
          new Thread(() -> {}).start();                | threads or locks   | java.lang.Thread
          Thread.onSpinWait();                         | threads or locks   | java.lang.Thread.onSpinWait
          Thread.ofVirtual().start(() -> {});          | threads or locks   | java.lang.Thread.ofVirtual
          Executors.newCachedThreadPool();             | threads or locks   | java.util.concurrent.Executors.newCachedThreadPool
          new ConcurrentHashMap<String, String>();     | threads or locks   | java.util.concurrent.ConcurrentHashMap
          new java.util.concurrent.atomic.AtomicInteger(); | threads or locks | java.util.concurrent.atomic.AtomicInteger
          new ThreadLocal<String>();                   | threads or locks   | java.lang.ThreadLocal
          new Timer();                                 | threads or locks   | java.util.Timer
          synchronized (this) { }                      | threads or locks   | synchronized
          notifyAll();                                 | threads or locks   | java.lang.Object.notifyAll
          try { wait(); } catch (Exception e) { }      | threads or locks   | java.lang.Object.wait
          words.parallelStream();                      | threads or locks   | java.util.List.parallelStream
          words.stream().parallel();                   | threads or locks   | java.util.stream.Stream.parallel
          Arrays.parallelSort(new int[3]);             | threads or locks   | java.util.Arrays.parallelSort
          Collections.synchronizedList(words);         | threads or locks   | java.util.Collections.synchronizedList
          new java.io.File("x");                       | files, the network or processes | java.io.File
          java.nio.file.Path.of("x");                  | files, the network or processes | java.nio.file.Path.of
          java.net.URI.create("x");                    | files, the network or processes | java.net.URI.create
          new ProcessBuilder("x");                     | files, the network or processes | java.lang.ProcessBuilder
          Runtime.getRuntime();                        | files, the network or processes | java.lang.Runtime.getRuntime
          new Scanner("x");                            | files, the network or processes | java.util.Scanner
          Object o = System.in;                        | files, the network or processes | java.lang.System.in
          try { } finally { } Object o = words; if (o instanceof java.io.File) { } | files, the network or processes | java.io.File
          Object o = words; o = (java.io.Closeable) o; | files, the network or processes | java.io.Closeable
          Object o = java.io.File.class;               | files, the network or processes | java.io.File
          Object o = new java.io.File[1];              | files, the network or processes | java.io.File
          Object o = new java.io.File[1][1];           | files, the network or processes | java.io.File
          Function<String, Object> f = java.io.File::new; | files, the network or processes | java.io.File
          System.getenv("X");                          | the environment    | java.lang.System.getenv
          System.getProperty("x");                     | the environment    | java.lang.System.getProperty
          System.exit(1);                              | the environment    | java.lang.System.exit
          System.gc();                                 | the environment    | java.lang.System.gc
          Integer.getInteger("x");                     | the environment    | java.lang.Integer.getInteger
          ZoneId.systemDefault();                      | the environment    | java.time.ZoneId.systemDefault
          words.getClass();                            | reflection, method handles or class loading | java.util.List.getClass
          String.class.getName();                      | reflection, method handles or class loading | java.lang.Class.getName
          Predicate<Object> p = String.class::isInstance; | reflection, method handles or class loading | java.lang.Class.isInstance
          java.lang.invoke.MethodHandles.lookup();     | reflection, method handles or class loading | java.lang.invoke.MethodHandles.lookup
          ServiceLoader.load(Strategy.class);          | reflection, method handles or class loading | java.util.ServiceLoader.load
          System.loadLibrary("x");                     | reflection, method handles or class loading | java.lang.System.loadLibrary
          new java.lang.ref.WeakReference<>(words);    | reflection, method handles or class loading | java.lang.ref.WeakReference
          System.identityHashCode(words);              | an object's identity | java.lang.System.identityHashCode
          new Object().hashCode();                     | an object's identity | java.lang.Object.hashCode
          Objects.hash(this);                          | an object's identity | java.util.Objects.hash
          Objects.hashCode(bar);                       | an object's identity | java.util.Objects.hashCode
          ToIntFunction<Object> f = Objects::hashCode; | an object's identity | java.util.Objects.hashCode
          Arrays.hashCode(new Object[] {this});        | an object's identity | java.util.Arrays.hashCode
          Arrays.deepHashCode(new Object[] {this});    | an object's identity | java.util.Arrays.deepHashCode
          words.hashCode();                            | an object's identity | java.util.List.hashCode
          Map.entry("a", this).hashCode();             | an object's identity | java.util.Map.Entry.hashCode
          super.toString();                            | an object's identity | java.lang.Object.toString
          Function<Object, String> f = Object::toString; | an object's identity | java.lang.Object.toString
          Side.BUY.hashCode();                         | an object's identity | java.lang.Enum.hashCode
          String s = "at " + new Mine();               | an object's identity | the text of Mine
          String s = "at " + new int[2];               | an object's identity | the text of int[]
          String s = "" + new Mine() + 1 + new int[2]; | an object's identity | the text of Mine
          Object o = words; String s = "" + o;         | an object's identity | the text of java.lang.Object
          Object o = words; String s = ""; s += o;     | an object's identity | the text of java.lang.Object
          int[] a = {1}; String s = List.of(a).toString(); | an object's identity | the text of java.util.List<int[]>
          int[] a = {1}; String s = "" + Optional.of(a); | an object's identity | the text of java.util.Optional<int[]>
          String s = "" + new TreeMap<String, List<Object>>(); | an object's identity | the text of java.util.TreeMap<java.lang.String,java.util.List<java.lang.Object>>
          String s = String.format(Locale.ROOT, "%s", new int[1]); | an object's identity | the text of int[]
          String s = String.format(Locale.ROOT, "%s", new Object[] {this}); | an object's identity | the text of java.lang.Object[]
          String s = String.format(Locale.ROOT, "%s %s", 1, this); | an object's identity | the text of Mine
          StringBuilder b = new StringBuilder().append(bar); | an object's identity | the text of io.tradewind.core.strategy.BarContext
          StringBuilder b = new StringBuilder().insert(0, new Object()); | an object's identity | the text of java.lang.Object
          String s = bar.toString();                   | an object's identity | the text of io.tradewind.core.strategy.BarContext
          String s = bar.position().toString();        | an object's identity | the text of io.tradewind.core.strategy.PositionView
          String s = String.valueOf(signals);          | an object's identity | the text of io.tradewind.core.strategy.Signals
          String s = Objects.toString(this);           | an object's identity | the text of Mine
          String s = Arrays.toString(new int[1][1]);   | an object's identity | the text of int[][]
          String s = Arrays.deepToString(new Object[] {this}); | an object's identity | the text of java.lang.Object[]
          String s = words.stream().toString();        | an object's identity | the text of java.util.stream.Stream<java.lang.String>
          String s = "" + words.iterator();            | an object's identity | the text of java.util.Iterator<java.lang.String>
          Supplier<String> f = () -> "x"; String s = "" + f; | an object's identity | the text of java.util.function.Supplier<java.lang.String>
          Function<Object, String> f = String::valueOf; | an object's identity | the text of java.lang.Object
          Stream<String> t = Stream.of(new int[1]).map(Objects::toString); | an object's identity | the text of int[]
          Supplier<String> f = bar::toString;          | an object's identity | the text of io.tradewind.core.strategy.BarContext
          new AssertionError(this).getMessage();       | an object's identity | the text of Mine
          io.tradewind.analytics.check.Check.argument(true, "%s", this); | an object's identity | the text of Mine
          record P(int a, int[] b) {} String s = "" + new P(1, null); | an object's identity | the text of P
          record P(List<P> a, Object b) {} String s = "" + List.of(new P(null, null)); | an object's identity | the text of java.util.List<P>
          interface Shape { } class Dot implements Shape { } Shape t = new Dot(); String s = "" + t; | an object's identity | the text of Shape
          interface Shape { int x(); } Shape t = () -> 1; String s = "" + t; | an object's identity | the text of Shape
          class Word implements CharSequence { public int length() { return 0; } public char charAt(int i) { return 'a'; } public CharSequence subSequence(int a, int b) { return this; } } String s = String.join(",", new Word(), "a"); | an object's identity | the text of Word
          new HashMap<String, String>();               | hash order         | java.util.HashMap
          new HashSet<String>();                       | hash order         | java.util.HashSet
          Set.of("a", "b");                            | hash order         | java.util.Set.of
          Map.of("a", "b");                            | hash order         | java.util.Map.of
          Map.ofEntries();                             | hash order         | java.util.Map.ofEntries
          Set.copyOf(words);                           | hash order         | java.util.Set.copyOf
          Map.copyOf(new TreeMap<String, String>());   | hash order         | java.util.Map.copyOf
          words.stream().collect(Collectors.toSet());  | hash order         | java.util.stream.Collectors.toSet
          words.stream().collect(Collectors.toMap(w -> w, w -> w)); | hash order | java.util.stream.Collectors.toMap
          words.stream().collect(Collectors.groupingBy(w -> w)); | hash order | java.util.stream.Collectors.groupingBy
          Supplier<Object> s = HashMap::new;           | hash order         | java.util.HashMap
          System.out.println("x");                     | the console        | java.lang.System.out
          System.err.println("x");                     | the console        | java.lang.System.err
          words.forEach(System.out::println);          | the console        | java.lang.System.out
          new Exception().printStackTrace();           | the console        | java.lang.Exception.printStackTrace
          Math.sin(1);                                 | inexact Math       | java.lang.Math.sin
          Math.exp(1);                                 | inexact Math       | java.lang.Math.exp
          Math.log(1);                                 | inexact Math       | java.lang.Math.log
          Math.pow(1, 2);                              | inexact Math       | java.lang.Math.pow
          String.format("%s", 1);                      | the computer's language | java.lang.String.format
          "x".formatted();                             | the computer's language | java.lang.String.formatted
          "x".toUpperCase();                           | the computer's language | java.lang.String.toUpperCase
          Locale.getDefault();                         | the computer's language | java.util.Locale.getDefault
          assert words.isEmpty();                      | Java's assert      | java.lang.Class.desiredAssertionStatus
          Object o = io.tradewind.research.backtest.Version.class; | something outside of a strategy's world | io.tradewind.research.backtest.Version
          Object o = io.tradewind.core.ledger.Ledger.class;  | something outside of a strategy's world | io.tradewind.core.ledger.Ledger
          java.text.NumberFormat.getInstance();        | something outside of a strategy's world | java.text.NumberFormat.getInstance
          """)
  void refusesAStatement(String statement, String reach, String thing) throws IOException {
    String source = FRAME.formatted(statement, "", "");
    String where = statement.startsWith("assert") ? "the static initialiser" : "onBar";
    int line = statement.startsWith("assert") ? 10 : 12;
    assertThat(reason(source))
        .startsWith(
            "Mine.java:" + line + ": " + where + " reaches for " + reach + " (" + thing + "): ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # member                            | who reaches         | for what           | thing
          private static int count;           | Mine                | a changing static field | count
          private Thread t;                   | Mine                | threads or locks   | java.lang.Thread
          long at = System.nanoTime();        | the constructor     | the clock          | java.lang.System.nanoTime
          static final long AT = System.nanoTime(); | the static initialiser | the clock   | java.lang.System.nanoTime
          static final LongSupplier S = () -> System.nanoTime(); | the static initialiser | the clock | java.lang.System.nanoTime
          LongSupplier s = () -> System.nanoTime(); | the constructor | the clock     | java.lang.System.nanoTime
          synchronized void work() {}         | work                | threads or locks   | synchronized
          static synchronized int one() { return 1; } | one         | threads or locks   | synchronized
          native void work();                 | work                | reflection, method handles or class loading | native
          protected void finalize() {}        | finalize            | threads or locks   | finalize
          void work(java.io.File file) {}     | work                | files, the network or processes | java.io.File
          java.io.File work() { return null; } | work               | files, the network or processes | java.io.File
          void work() { try { onFill(null); } catch (java.io.UncheckedIOException e) {} } | work | files, the network or processes | java.io.UncheckedIOException
          void work() { Object o = new HashMap<String, String>() {}; } | Mine.1 | hash order | java.util.HashMap
          enum Level { LOW; int h() { return hashCode(); } } | h    | an object's identity | java.lang.Enum.hashCode
          """)
  void refusesAMember(String member, String where, String reach, String thing) throws IOException {
    assertThat(reason(FRAME.formatted("", member, "")))
        .startsWith("Mine.java:14: " + where + " reaches for " + reach + " (" + thing + "): ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # other class                                       | who reaches | for what         | thing
          class Other extends Thread {}                       | Other       | threads or locks | java.lang.Thread
          class Other { long t() { return System.nanoTime(); } } | t        | the clock        | java.lang.System.nanoTime
          record Other(int a) { Other { Math.random(); } }    | the constructor | random numbers | java.lang.Math.random
          class Other<T> { T t; String s() { return "" + t; } } | s         | an object's identity | the text of T
          record Other(List<int[]> a) { static final String S = "" + new Other(null); } | the static initialiser | an object's identity | the text of Other
          class Other { String s = "" + new int[1]; }         | the constructor | an object's identity | the text of int[]
          interface Other { default void x() { System.exit(1); } } | x      | the environment  | java.lang.System.exit
          abstract class Other implements java.io.Closeable {} | Other      | files, the network or processes | java.io.Closeable
          """)
  void refusesInAnotherClass(String other, String where, String reach, String thing)
      throws IOException {
    assertThat(reason(FRAME.formatted("", "", other)))
        .startsWith("Mine.java:16: " + where + " reaches for " + reach + " (" + thing + "): ");
  }

  @Test
  void tellsTheWholeReason() throws IOException {
    assertThat(reason(FRAME.formatted("long t = System.currentTimeMillis();", "", "")))
        .isEqualTo(
            "Mine.java:12: onBar reaches for the clock (java.lang.System.currentTimeMillis):"
                + " a strategy must be repeatable; use bar.timeNs()");
  }

  @Test
  void tellsEachLineInItsOrder() throws IOException {
    String body = "Math.random();\nMath.pow(1, 2); Math.sin(2);\nSystem.exit(1);";
    assertThat(load(FRAME.formatted(body, "", "")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .map(reason -> reason.substring(0, reason.indexOf(": ") + 1))
                    .containsExactly("Mine.java:12:", "Mine.java:13:", "Mine.java:14:"));
  }

  /** Only the source tells of texts: the classes must not come back out of the cache. */
  @Test
  void refusesATextAgain() throws IOException {
    String source = FRAME.formatted("String s = \"\" + bar;", "", "");
    assertThat(reason(source)).isEqualTo(reason(source)).contains("the text of");
    assertThat(reason(source)).contains("Mine.java:12: onBar");
  }

  /** A name that is ours must not become the file's own. */
  @Test
  void refusesToLiveInAPackageOfTradewind() throws IOException {
    String source = "package io.tradewind.core.time;\n" + FRAME.formatted("", "", "");
    assertThat(reason(source)).startsWith("Mine.java:11: Mine reaches for something outside");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          double d = Math.max(Math.abs(-1.0), Math.sqrt(2)) + Math.fma(1, 2, 3) + StrictMath.pow(2, 0.5);
          String s = "close " + bar.close() + words; StringBuilder b = new StringBuilder().append(s);
          Map<String, List<Integer>> m = new TreeMap<>(); m.computeIfAbsent("a", k -> new ArrayList<>()).add(1);
          EnumMap<Side, Double> m = new EnumMap<>(Side.class); m.put(Side.BUY, 1.0);
          EnumSet<Side> s = EnumSet.noneOf(Side.class);
          int i = switch (bar.instrument().market()) { case SPOT -> 1; case PERP -> 2; };
          int i = switch (bar.instrument().base()) { case "BTC" -> 1; default -> 2; };
          Object o = 3; int i = switch (o) { case Integer n when n > 2 -> n; case Side s -> 1; case String s -> 2; default -> 0; };
          Comparable<Side> o = Side.BUY; int i = switch (o) { case Side.BUY -> 1; case Side.SELL -> 2; default -> 0; };
          record P(int a, double b) {} P p = new P(1, 2); boolean e = p.equals(new P(1, 2)); String s = "p " + p; int h = p.hashCode();
          enum Level { LOW, HIGH } Level l = Level.valueOf("LOW"); for (Level v : Level.values()) { l = v; } int i = switch (l) { case LOW -> 1; case HIGH -> 2; };
          double d = DoubleStream.of(1, 2).map(x -> x * 2).sum(); List<String> l = words.stream().map(String::strip).sorted(Comparator.reverseOrder()).toList();
          Map<String, String> m = words.stream().collect(Collectors.toMap(w -> w, w -> w, (a, b) -> a, TreeMap::new));
          Map<String, Long> m = words.stream().collect(Collectors.groupingBy(w -> w, LinkedHashMap::new, Collectors.counting()));
          BigDecimal d = new BigDecimal("1.5").setScale(0, java.math.RoundingMode.HALF_EVEN);
          LocalDate d = io.tradewind.core.time.Utc.date(bar.timeNs()); boolean monday = d.getDayOfWeek() == DayOfWeek.MONDAY;
          Duration d = Duration.ofHours(3); Instant i = Instant.EPOCH.plus(d);
          int[] a = {3, 1}; int[] b = a.clone(); Arrays.sort(b); System.arraycopy(a, 0, b, 0, 2);
          try { Integer.parseInt("x"); } catch (NumberFormatException e) { String s = e.getMessage(); } finally { words.size(); }
          Runnable r = () -> words.size(); r.run(); Supplier<List<String>> s = ArrayList::new; s.get();
          io.tradewind.analytics.indicator.trend.Ema e = new io.tradewind.analytics.indicator.trend.Ema(3); e.update(1);
          String s = String.format(Locale.ROOT, "%.2f", 1.5) + "X".toLowerCase(Locale.ROOT);
          PriorityQueue<Integer> q = new PriorityQueue<>(); BitSet b = new BitSet(); ArrayDeque<Integer> d = new ArrayDeque<>();
          Optional<String> o = words.stream().findFirst(); OptionalInt i = OptionalInt.empty(); Objects.requireNonNull(o);
          interface Shape { } record Dot(int x) implements Shape { } Shape shape = new Dot(1); String s = shape.toString() + "s";
          Object o = new Object() { @Override public String toString() { return "me"; } }; boolean same = o.equals(words);
          class Fall extends RuntimeException { Fall(String s) { super(s); } } try { throw new Fall("x"); } catch (Fall e) { String s = "x " + e + e.getMessage(); }
          io.tradewind.analytics.check.Check.argument(bar.close() > 0, "close must be > 0");
          int[] a = {1}; String s = Arrays.toString(a) + a.length + a[0] + String.valueOf(new char[] {'a'}) + Arrays.deepToString(new int[1][1]);
          Object[] a = {this}; List<Object[]> l = new ArrayList<>(); l.add(a); String s = "" + l.size() + words.stream().map(String::valueOf).toList();
          Map<String, List<LocalDate>> m = new TreeMap<>(); String s = "m " + m + m.get("a") + Optional.of(1) + Map.entry("a", 1.5) + Side.BUY + EnumSet.of(Side.BUY);
          String s = "" + bar.instrument() + bar.interval() + bar.position().qty() + null + 'c' + 1L + new BigDecimal("1") + Duration.ofHours(1);
          String s = String.format(Locale.ROOT, "%s %d %s", "a", 1, bar.instrument()) + String.join(", ", words);
          String[] parts = {"a", "b"}; String s = String.join(",", parts) + String.format(Locale.ROOT, "%s %s", parts);
          class Box<T extends Comparable<T>> { final T t; Box(T t) { this.t = t; } @Override public String toString() { return "box"; } } String s = "" + new Box<>(1);
          interface Shape { } record Dot(int x) implements Shape { } record Line(List<Dot> dots) implements Shape { } Shape t = new Dot(1); String s = "" + t + List.of(t);
          io.tradewind.core.signal.SignalSize z = io.tradewind.core.signal.SignalSize.EQUAL_SHARE; String s = "" + z;
          record Tree(int a, List<Tree> b) { } String s = "" + new Tree(1, List.of());
          abstract class Base { @Override public String toString() { return "base"; } } class Leaf extends Base { } Base b = new Leaf(); String s = b + "!";
          StringBuilder b = new StringBuilder().append(bar.close()).append('c').append(words).append(new char[] {'a'}).insert(0, "x"); String s = "" + b;
          record Key(String a) { @Override public int hashCode() { return Objects.hash(a); } } Map<Key, Integer> m = new LinkedHashMap<>(); m.put(new Key("k"), 1);
          """)
  void allows(String statement) throws IOException {
    String source = FRAME.formatted(statement + " signals.exit(\"end\");", "", "");
    switch (load(source)) {
      case Loaded loaded -> {
        BacktestResult result = TrialRun.of(loaded.factory().get(), Map.of(), 100, 101, 102);
        assertThat(result.signals()).isNotEmpty();
      }
      case LoadedStrategy other -> throw new AssertionError(source + other);
    }
  }

  /** javac writes no such constants; a file in the cache might. */
  @Test
  void refusesConstantsThatOnlyBytecodeHas() {
    DirectMethodHandleDesc exit =
        MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            ClassDesc.of("java.lang.System"),
            "exit",
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
    assertThat(reasonsOf(code -> code.loadConstant(exit).pop())).containsExactly("MethodHandle");
    assertThat(reasonsOf(code -> code.loadConstant(MethodTypeDesc.of(ConstantDescs.CD_int)).pop()))
        .containsExactly("MethodType");
    assertThat(
            reasonsOf(code ->
                code.loadConstant(
                        DynamicConstantDesc.ofNamed(
                            ConstantDescs.BSM_INVOKE, "x", ConstantDescs.CD_Object, exit))
                    .pop()))
        .containsExactly("dynamic constant");
    assertThat(
            reasonsOf(code ->
                code.invokedynamic(
                    DynamicCallSiteDesc.of(exit, "x", MethodTypeDesc.of(ConstantDescs.CD_void)))))
        .containsExactly("java.lang.System");
    assertThat(reasonsOf(code -> code.nop())).isEmpty();
  }

  /** The things that a class is refused for whose one method is this code. */
  private static List<String> reasonsOf(Consumer<CodeBuilder> code) {
    byte[] bytes =
        ClassFile.of()
            .build(
                ClassDesc.of("Mine"),
                type ->
                    type.withMethodBody(
                        "work",
                        MethodTypeDesc.of(ConstantDescs.CD_void),
                        ClassFile.ACC_STATIC,
                        body -> {
                          code.accept(body);
                          body.return_();
                        }));
    return ReachScan.reasons(
            OwnClasses.parse(Map.of("Mine", bytes)).orElseThrow(),
            new SourceLines("Mine.java", ""),
            List.of())
        .stream()
        .map(reason -> reason.substring(reason.indexOf('(') + 1, reason.indexOf(')')))
        .toList();
  }

  private String reason(String source) throws IOException {
    return switch (load(source)) {
      case Refused refused -> {
        assertThat(refused.reasons()).hasSize(1);
        yield refused.reasons().getFirst();
      }
      case LoadedStrategy other -> throw new AssertionError("not refused: " + other);
    };
  }

  private LoadedStrategy load(String source) throws IOException {
    Path file = Files.writeString(directory.resolve("Mine.java"), source);
    return StrategyFile.load(file, directory.resolve("cache"));
  }
}
