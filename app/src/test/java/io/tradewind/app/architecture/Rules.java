package io.tradewind.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The walls, each as a rule over the packages that it is given. */
final class Rules {
  /** Types whose mere use makes a result depend on more than its events. */
  private static final Set<String> BANNED_TYPES =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.security.SecureRandom",
          "java.util.UUID",
          "java.util.Timer",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.Hashtable",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.lang.ScopedValue",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.time.Clock");

  private static final String[] BANNED_PACKAGES = {
    "java.util.concurrent..",
    "java.util.random..",
    "java.nio.file..",
    "java.nio.channels..",
    "java.net..",
    "java.sql.."
  };

  private static final Set<String> ALLOWED_IO =
      Set.of(
          "java.io.Serializable",
          "java.io.ByteArrayOutputStream",
          "java.io.ByteArrayInputStream",
          "java.io.DataOutputStream",
          "java.io.DataInputStream",
          "java.io.OutputStream",
          "java.io.InputStream",
          "java.io.IOException",
          "java.io.EOFException",
          "java.io.UncheckedIOException");

  /** Methods by owner; a star means all. */
  private static final Map<String, Set<String>> BANNED_METHODS =
      Map.of(
          "java.lang.System",
          Set.of(
              "currentTimeMillis", "nanoTime", "getenv", "getProperty", "identityHashCode", "exit"),
          "java.lang.Math",
          Set.of(
              "random", "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin",
              "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot"),
          "java.util.Set",
          Set.of("of", "copyOf"),
          "java.util.Map",
          Set.of("of", "copyOf", "ofEntries"),
          "java.util.stream.Collectors",
          Set.of(
              "toSet",
              "toMap",
              "groupingBy",
              "toUnmodifiableSet",
              "toUnmodifiableMap",
              "groupingByConcurrent",
              "toConcurrentMap",
              "partitioningBy"),
          "java.lang.Object",
          Set.of("wait", "notify", "notifyAll", "hashCode"),
          "java.util.Locale",
          Set.of("getDefault"),
          "java.time.ZoneId",
          Set.of("systemDefault"),
          "java.util.TimeZone",
          Set.of("getDefault"));

  private Rules() {}

  /** What the engine's result may not depend on. */
  static ArchRule areDeterministic(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat(bannedType())
        .orShould()
        .accessTargetWhere(bannedMethod())
        .as("the engine knows no clock, chance, thread, file, hash order or platform's mathematics")
        .allowEmptyShould(false);
  }

  private static DescribedPredicate<JavaClass> bannedType() {
    DescribedPredicate<JavaClass> named =
        DescribedPredicate.describe("are banned", type -> BANNED_TYPES.contains(type.getName()));
    DescribedPredicate<JavaClass> io =
        DescribedPredicate.describe(
            "do input or output",
            type ->
                type.getPackageName().equals("java.io") && !ALLOWED_IO.contains(type.getName()));
    return named.or(io).or(resideInAnyPackage(BANNED_PACKAGES));
  }

  /** By access, so that method references count as calls do. */
  private static DescribedPredicate<JavaAccess<?>> bannedMethod() {
    return DescribedPredicate.describe(
        "is banned",
        access -> {
          String owner = access.getTargetOwner().getName();
          String name = access.getTarget().getName();
          boolean isNow = owner.startsWith("java.time.") && name.equals("now");
          boolean isParallel = owner.startsWith("java.util.") && name.startsWith("parallel");
          return isNow || isParallel || BANNED_METHODS.getOrDefault(owner, Set.of()).contains(name);
        });
  }

  /** The threads that all in a process share are left alone: sockets are opened by them. */
  static ArchRule leaveTheCommonPool(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .accessTargetWhere(commonPool())
        .as("nothing is done by the threads of the common pool")
        .allowEmptyShould(false);
  }

  private static DescribedPredicate<JavaAccess<?>> commonPool() {
    return DescribedPredicate.describe(
        "is done by the common pool",
        access -> {
          String owner = access.getTargetOwner().getName();
          String name = access.getTarget().getName();
          boolean isNamed = owner.endsWith(".ForkJoinPool") && name.equals("commonPool");
          boolean isParallel = owner.startsWith("java.util.") && name.startsWith("parallel");
          boolean isAsync =
              owner.endsWith(".CompletableFuture")
                  && name.endsWith("Async")
                  && !access.getTarget().getFullName().contains("Executor");
          return isNamed || isParallel || isAsync;
        });
  }

  /** Nothing but these may be used, beside the JDK and jspecify's annotations. */
  static ArchRule useOnly(String module, List<String> allowed, boolean libraries) {
    String[] own =
        java.util.stream.Stream.concat(java.util.stream.Stream.of(module), allowed.stream())
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> ours = resideInAPackage("io.tradewind..");
    DescribedPredicate<JavaClass> forbidden = ours.and(not(resideInAnyPackage(own)));
    if (!libraries) {
      forbidden =
          forbidden.or(
              not(resideInAnyPackage("io.tradewind..", "java..", "org.jspecify..", ""))
                  .and(not(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))));
    }
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat(forbidden)
        .as(module + " uses only " + allowed)
        .allowEmptyShould(false);
  }

  /** A library that may be changed for another one is known in one place. */
  static ArchRule keepLibraryIn(String library, String within, String... rooms) {
    return noClasses()
        .that()
        .resideInAPackage(within)
        .and(not(resideInAnyPackage(rooms)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .as("only " + List.of(rooms) + " know " + library)
        .allowEmptyShould(false);
  }

  /** No floating point where money is kept; the crossing is the exception. */
  static ArchRule keepMoneyExact(Set<String> exceptions, String... packages) {
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .and(not(DescribedPredicate.describe("excepted", c -> exceptions.contains(c.getName()))))
        .should(haveNoFloatingPoint())
        .as("numbers, instruments, orders and the ledger know no double")
        .allowEmptyShould(false);
  }

  private static ArchCondition<JavaClass> haveNoFloatingPoint() {
    return new ArchCondition<>("have no floating point in fields, parameters and results") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
          report(field.getFullName(), List.of(field.getRawType()), events);
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          report(unit.getFullName(), unit.getRawParameterTypes(), events);
          report(unit.getFullName(), List.of(unit.getRawReturnType()), events);
        }
      }
    };
  }

  private static void report(String where, List<JavaClass> types, ConditionEvents events) {
    for (JavaClass type : types) {
      String name = type.getBaseComponentType().getName();
      boolean floating =
          List.of("double", "float", "java.lang.Double", "java.lang.Float").contains(name)
              || name.startsWith("java.util.OptionalDouble");
      if (floating) {
        events.add(SimpleConditionEvent.violated(type, where + " has " + type.getName()));
      }
    }
  }

  /** Packages use each other one way. */
  static ArchRule haveNoCycles(String pattern) {
    return slices().matching(pattern).should().beFreeOfCycles().allowEmptyShould(false);
  }

  /** Proof of approval is made at one place. */
  static ArchRule onlyOneMakes(String product, String maker, String packages) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .and(not(type(named(maker))))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "is the making of " + product,
                access ->
                    access.getTargetOwner().getName().equals(product)
                        && access.getTarget().getName().equals("<init>")
                        && !access.getOriginOwner().getName().equals(maker)))
        .as("only " + maker + " makes " + product)
        .allowEmptyShould(false);
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the rule names a class that is not there", e);
    }
  }

  /** The environment is read, and the process begun, in one module. */
  static ArchRule areNoProcess(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "is System.getenv",
                access ->
                    access.getTargetOwner().getName().equals("java.lang.System")
                        && access.getTarget().getName().equals("getenv")))
        .orShould(haveMain())
        .as("only app reads the environment and has a main")
        .allowEmptyShould(false);
  }

  private static ArchCondition<JavaClass> haveMain() {
    return new ArchCondition<>("have a main method") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaMethod method : type.getMethods()) {
          boolean main =
              method.getName().equals("main")
                  && method.getModifiers().contains(JavaModifier.STATIC);
          events.add(
              new SimpleConditionEvent(
                  type, main, method.getFullName() + (main ? " is a main" : " is none")));
        }
      }
    };
  }

  /** All packages under these. */
  static String[] under(String... modules) {
    return Arrays.stream(modules)
        .map(module -> "io.tradewind." + module + "..")
        .toArray(String[]::new);
  }
}
