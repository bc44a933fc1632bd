package io.tradewind.research.strategyfile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The list of what a strategy may use; all else is refused. Names are internal, with slashes.
 * Methods of an allowed type are allowed unless they are named here.
 */
final class ReachRules {
  private static final Set<String> TYPES = types();

  private static final List<String> PACKAGES =
      List.of(
          "io/tradewind/core/strategy/",
          "io/tradewind/core/feature/",
          "io/tradewind/core/signal/",
          "io/tradewind/core/trade/",
          "io/tradewind/core/instrument/",
          "io/tradewind/core/order/",
          "io/tradewind/core/time/",
          "io/tradewind/core/number/",
          "io/tradewind/core/market/",
          "io/tradewind/analytics/",
          "org/jspecify/annotations/",
          "java/lang/annotation/",
          "java/math/",
          "java/time/temporal/",
          "java/util/function/");

  /** Why a type is refused, by the longest beginning of its name that is found here. */
  private static final NavigableMap<String, Reach> BANNED = banned();

  private static final Map<String, Set<String>> BOOTSTRAPS =
      Map.of(
          "java/lang/invoke/LambdaMetafactory", Set.of("metafactory", "altMetafactory"),
          "java/lang/invoke/StringConcatFactory", Set.of("makeConcat", "makeConcatWithConstants"),
          "java/lang/runtime/ObjectMethods", Set.of("bootstrap"),
          "java/lang/runtime/SwitchBootstraps", Set.of("typeSwitch", "enumSwitch"));

  private static final Set<String> SYSTEM_OUTPUT = Set.of("out", "err", "console", "getLogger");

  private static final Set<String> EXACT_MATH =
      Set.of(
          "abs",
          "absExact",
          "addExact",
          "subtractExact",
          "multiplyExact",
          "incrementExact",
          "decrementExact",
          "negateExact",
          "toIntExact",
          "divideExact",
          "floorDiv",
          "floorMod",
          "ceilDiv",
          "ceilMod",
          "ceilDivExact",
          "floorDivExact",
          "multiplyFull",
          "multiplyHigh",
          "min",
          "max",
          "clamp",
          "floor",
          "ceil",
          "rint",
          "round",
          "sqrt",
          "signum",
          "copySign",
          "fma",
          "ulp",
          "nextUp",
          "nextDown",
          "nextAfter",
          "getExponent",
          "scalb",
          "IEEEremainder",
          "toRadians",
          "toDegrees",
          "PI",
          "E",
          "TAU");

  private static final Set<String> LOCALE_ALLOWED =
      Set.of("ROOT", "ENGLISH", "US", "UK", "of", "forLanguageTag", "toLanguageTag");

  private ReachRules() {}

  /** Whether a type may be used; an empty answer means that it may. */
  static Optional<Reach> ofType(String type) {
    if (TYPES.contains(type) || PACKAGES.stream().anyMatch(type::startsWith)) {
      return Optional.empty();
    }
    for (Map.Entry<String, Reach> rule : BANNED.descendingMap().entrySet()) {
      if (type.startsWith(rule.getKey())) {
        return Optional.of(rule.getValue());
      }
    }
    return Optional.of(Reach.OTHER);
  }

  /** Whether a name would hide one of those that are allowed because they are ours. */
  static boolean isReserved(String type) {
    return type.startsWith("java/")
        || type.startsWith("io/tradewind/core/")
        || PACKAGES.stream().anyMatch(type::startsWith);
  }

  /** Whether javac's own wiring of lambdas, texts, records and switches is meant. */
  static boolean isBootstrap(String owner, String name) {
    return BOOTSTRAPS.getOrDefault(owner, Set.of()).contains(name);
  }

  /** Whether a method or field may be used; an empty answer means that it may. */
  static Optional<Reach> ofMember(String owner, String name, String descriptor) {
    Optional<Reach> everywhere = ofName(name, descriptor);
    if (everywhere.isPresent()) {
      return everywhere;
    }
    Optional<Reach> special =
        switch (owner) {
          case "java/lang/System" -> system(name);
          case "java/lang/Class" ->
              Optional.of(
                  name.equals("desiredAssertionStatus") ? Reach.ASSERTIONS : Reach.REFLECTION);
          case "java/lang/Math" -> math(name);
          case "java/lang/Object", "java/lang/Enum" -> identity(owner, name);
          case "java/lang/String" -> string(name, descriptor);
          case "java/util/Locale" -> when(!LOCALE_ALLOWED.contains(name), Reach.LOCALE);
          case "java/util/Set", "java/util/Map" ->
              when(
                  name.equals("of") || name.endsWith("Of") || name.equals("ofEntries"),
                  Reach.HASH_ORDER);
          case "java/util/Objects" -> when(name.equals("toIdentityString"), Reach.IDENTITY);
          case "java/util/Collections" -> collections(name);
          case "java/util/stream/Collectors" -> collectors(name, descriptor);
          case "java/util/stream/StreamSupport" -> Optional.of(Reach.THREADS);
          case "java/lang/Integer", "java/lang/Long" ->
              when(name.equals("getInteger") || name.equals("getLong"), Reach.ENVIRONMENT);
          case "java/lang/Boolean" -> when(name.equals("getBoolean"), Reach.ENVIRONMENT);
          default -> Optional.empty();
        };
    boolean arraycopy = owner.equals("java/lang/System") && name.equals("arraycopy");
    return special.isPresent() || arraycopy ? special : ofType(owner).or(() -> time(owner, name));
  }

  /**
   * Whether a hash code is asked for that may be made of identities: those of enums and of objects
   * that have none of their own, within what the library hashes for others. Written from fields, a
   * hashCode method is made of such calls, and is judged where it is asked.
   */
  static boolean hashesOthers(String owner, String name, String descriptor) {
    return switch (owner) {
      case "java/util/Objects" -> name.equals("hash") || name.equals("hashCode");
      case "java/util/Arrays" -> name.endsWith("ashCode") && descriptor.contains("Object;");
      case "java/util/Locale", "java/util/BitSet" -> false;
      default -> owner.startsWith("java/util/") && name.equals("hashCode");
    };
  }

  /** Names that mean one thing wherever they are inherited. */
  private static Optional<Reach> ofName(String name, String descriptor) {
    return switch (name) {
      case "getClass" -> when(descriptor.equals("()Ljava/lang/Class;"), Reach.REFLECTION);
      case "wait" -> when(descriptor.endsWith(")V"), Reach.THREADS);
      case "notify", "notifyAll" -> when(descriptor.equals("()V"), Reach.THREADS);
      case "parallelStream", "parallel", "parallelSort", "parallelPrefix", "parallelSetAll" ->
          Optional.of(Reach.THREADS);
      case "printStackTrace" -> Optional.of(Reach.OUTPUT);
      case "getStackTrace", "setStackTrace", "fillInStackTrace" -> Optional.of(Reach.REFLECTION);
      default -> Optional.empty();
    };
  }

  private static Optional<Reach> system(String name) {
    if (name.equals("arraycopy")) {
      return Optional.empty();
    }
    if (name.equals("in")) {
      return Optional.of(Reach.OUTSIDE);
    }
    if (name.startsWith("load")) {
      return Optional.of(Reach.REFLECTION);
    }
    if (name.equals("currentTimeMillis") || name.equals("nanoTime")) {
      return Optional.of(Reach.CLOCK);
    }
    if (name.equals("identityHashCode")) {
      return Optional.of(Reach.IDENTITY);
    }
    return Optional.of(SYSTEM_OUTPUT.contains(name) ? Reach.OUTPUT : Reach.ENVIRONMENT);
  }

  private static Optional<Reach> math(String name) {
    if (name.equals("random")) {
      return Optional.of(Reach.RANDOM);
    }
    boolean exact = EXACT_MATH.contains(name) || name.startsWith("unsigned");
    return when(!exact, Reach.INEXACT_MATH);
  }

  private static Optional<Reach> identity(String owner, String name) {
    boolean hash = name.equals("hashCode");
    boolean text = name.equals("toString") && owner.equals("java/lang/Object");
    return when(hash || text, Reach.IDENTITY);
  }

  private static Optional<Reach> string(String name, String descriptor) {
    return switch (name) {
      case "format" -> when(!descriptor.startsWith("(Ljava/util/Locale;"), Reach.LOCALE);
      case "formatted" -> Optional.of(Reach.LOCALE);
      case "toLowerCase", "toUpperCase" -> when(descriptor.startsWith("()"), Reach.LOCALE);
      case "getBytes" -> Optional.of(Reach.OTHER);
      case "<init>" -> when(descriptor.startsWith("([B"), Reach.OTHER);
      default -> Optional.empty();
    };
  }

  private static Optional<Reach> collections(String name) {
    return name.equals("shuffle")
        ? Optional.of(Reach.RANDOM)
        : when(name.startsWith("synchronized"), Reach.THREADS);
  }

  private static Optional<Reach> collectors(String name, String descriptor) {
    boolean ordered = descriptor.contains("Ljava/util/function/Supplier;");
    return switch (name) {
      case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" -> Optional.of(Reach.HASH_ORDER);
      case "toMap", "groupingBy" -> when(!ordered, Reach.HASH_ORDER);
      case "toConcurrentMap", "groupingByConcurrent" -> Optional.of(Reach.THREADS);
      default -> Optional.empty();
    };
  }

  private static Optional<Reach> time(String owner, String name) {
    if (!owner.startsWith("java/time/")) {
      return Optional.empty();
    }
    return name.equals("systemDefault")
        ? Optional.of(Reach.ENVIRONMENT)
        : when(name.equals("now"), Reach.CLOCK);
  }

  private static Optional<Reach> when(boolean banned, Reach reach) {
    return banned ? Optional.of(reach) : Optional.empty();
  }

  private static Set<String> types() {
    Set<String> types = new TreeSet<>();
    addAll(
        types,
        "java/lang/",
        """
        Object String StringBuilder CharSequence Comparable Iterable Record Enum Number Byte Short
        Integer Long Float Double Boolean Character Math StrictMath Void AutoCloseable Cloneable
        Runnable Class Override FunctionalInterface Deprecated SafeVarargs SuppressWarnings
        Throwable Exception RuntimeException ArithmeticException ArrayIndexOutOfBoundsException
        ArrayStoreException AssertionError ClassCastException CloneNotSupportedException
        IllegalArgumentException IllegalStateException IncompatibleClassChangeError
        IndexOutOfBoundsException MatchException NegativeArraySizeException NoSuchFieldError
        NullPointerException NumberFormatException StringIndexOutOfBoundsException
        UnsupportedOperationException
        """);
    addAll(
        types,
        "java/util/",
        """
        List ArrayList LinkedList ArrayDeque LinkedHashMap LinkedHashSet TreeMap TreeSet EnumMap
        EnumSet Map Map$Entry Set Collection Iterator ListIterator Deque Queue SortedMap SortedSet
        NavigableMap NavigableSet SequencedCollection SequencedMap SequencedSet Optional
        OptionalInt OptionalLong OptionalDouble Arrays Collections Comparator Objects BitSet
        PriorityQueue AbstractMap$SimpleEntry AbstractMap$SimpleImmutableEntry StringJoiner
        IntSummaryStatistics LongSummaryStatistics DoubleSummaryStatistics PrimitiveIterator
        PrimitiveIterator$OfInt PrimitiveIterator$OfLong PrimitiveIterator$OfDouble
        NoSuchElementException ConcurrentModificationException Locale
        """);
    addAll(
        types,
        "java/util/stream/",
        """
        Stream IntStream LongStream DoubleStream BaseStream Collector Collectors Stream$Builder
        IntStream$Builder LongStream$Builder DoubleStream$Builder
        """);
    addAll(
        types,
        "java/time/",
        """
        Duration Instant LocalDate LocalTime LocalDateTime ZonedDateTime OffsetDateTime OffsetTime
        ZoneOffset ZoneId DayOfWeek Month MonthDay Year YearMonth Period DateTimeException
        """);
    return types;
  }

  private static void addAll(Set<String> types, String packageName, String names) {
    Arrays.stream(names.strip().split("\\s+")).map(packageName::concat).forEach(types::add);
  }

  private static NavigableMap<String, Reach> banned() {
    NavigableMap<String, Reach> rules = new TreeMap<>();
    ban(rules, Reach.CLOCK, "java/time/Clock java/time/InstantSource java/util/Date");
    ban(rules, Reach.CLOCK, "java/util/Calendar java/util/GregorianCalendar java/sql/Time");
    ban(rules, Reach.RANDOM, "java/util/Random java/util/random/ java/util/SplittableRandom");
    ban(rules, Reach.RANDOM, "java/security/SecureRandom java/util/UUID");
    ban(rules, Reach.RANDOM, "java/util/concurrent/ThreadLocalRandom");
    ban(rules, Reach.THREADS, "java/lang/Thread java/util/concurrent/ java/util/Timer");
    ban(rules, Reach.THREADS, "java/lang/InheritableThreadLocal java/lang/ScopedValue");
    ban(rules, Reach.OUTSIDE, "java/io/ java/nio/ java/net/ javax/net/ java/sql/ javax/sql/");
    ban(rules, Reach.OUTSIDE, "java/lang/Process java/lang/Runtime java/util/Scanner");
    ban(rules, Reach.OUTSIDE, "java/util/zip/ java/util/jar/ java/rmi/ javax/naming/");
    ban(rules, Reach.ENVIRONMENT, "java/lang/System java/util/TimeZone java/lang/management/");
    ban(rules, Reach.REFLECTION, "java/lang/reflect/ java/lang/invoke/ java/lang/ClassLoader");
    ban(rules, Reach.REFLECTION, "java/lang/Module java/lang/StackWalker java/lang/ClassValue");
    ban(rules, Reach.REFLECTION, "java/lang/foreign/ java/lang/classfile/ java/util/ServiceLoader");
    ban(rules, Reach.REFLECTION, "java/lang/ref/ java/lang/constant/ java/lang/runtime/");
    ban(rules, Reach.REFLECTION, "javax/tools/ sun/ jdk/ java/lang/StackTraceElement");
    ban(rules, Reach.HASH_ORDER, "java/util/HashMap java/util/HashSet java/util/Hashtable");
    ban(rules, Reach.HASH_ORDER, "java/util/IdentityHashMap java/util/WeakHashMap");
    ban(rules, Reach.OUTPUT, "java/io/PrintStream java/util/logging/ java/lang/System$Logger");
    return rules;
  }

  private static void ban(Map<String, Reach> rules, Reach reach, String beginnings) {
    for (String beginning : beginnings.split(" ")) {
      rules.put(beginning, reach);
    }
  }
}
