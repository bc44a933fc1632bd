package io.tradewind.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.launcher.Playground.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real script, with JDKs and a Maven that are scripts too. */
class LauncherTest {
  private static final int JAVA_SAID = 7;

  @TempDir private Path folder;
  private Playground ground;

  @BeforeEach
  void lay() throws IOException {
    ground = new Playground(folder);
  }

  @Test
  void aJavaHomeThatIsNewEnoughIsTaken() throws Exception {
    ground.maven().usualJdk("26.0.1");
    Path mine = ground.jdk("mine", "25");
    Run run = ground.with("JAVA_HOME", mine.toString()).run("data", "list");
    assertThat(run.out()).contains("java " + mine + "/bin/java");
    assertThat(run.exitCode()).isEqualTo(JAVA_SAID);
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOverForTheNewestOfTheUsualFolders() throws Exception {
    ground.maven();
    ground.usualJdk("25.0.3");
    Path newest = ground.usualJdk("26");
    ground.usualJdk("1.8.0_402");
    Path old = ground.jdk("old", "17.0.15");
    Run run = ground.with("JAVA_HOME", old.toString()).run();
    assertThat(run.out()).contains("java " + newest + "/bin/java");
  }

  @Test
  void theJavaOfThePathIsTakenThroughItsLinks() throws Exception {
    ground.maven().usualJdk("26");
    Path linked = ground.jdk("some where/jdk", "25.0.3");
    Files.createSymbolicLink(ground.folder().resolve("alternative"), linked.resolve("bin/java"));
    Files.createSymbolicLink(ground.bin().resolve("java"), Path.of("../alternative"));
    assertThat(ground.run().out()).contains("java " + linked + "/bin/java");
  }

  @Test
  void aFolderWithoutACompilerIsNoJdk() throws Exception {
    ground.maven();
    Path runtime = ground.usualJdk("27");
    Files.delete(runtime.resolve("bin/javac"));
    Path jdk = ground.usualJdk("25.0.3");
    assertThat(ground.run().out()).contains("java " + jdk + "/bin/java");
  }

  @Test
  void withoutAJdkItSaysSoInOneSentence() throws Exception {
    Run run = ground.maven().run("demo");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("needs a JDK 25 or newer", "none was found", "JAVA_HOME");
  }

  @Test
  void withAnOldJdkAloneItSaysWhatItFound() throws Exception {
    Path old = ground.maven().usualJdk("21.0.7");
    Run run = ground.run("demo");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("the newest that was found is 21.0.7 in " + old);
  }

  @Test
  void withoutMavenItSaysSoInOneSentence() throws Exception {
    ground.usualJdk("25");
    Run run = ground.run("demo");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("needs Maven 3.8 or newer", "apt-get install maven");
  }

  @Test
  void aBuiltTreeNeedsNoMaven() throws Exception {
    ground.maven().usualJdk("25");
    ground.run();
    Files.delete(ground.bin().resolve("mvn"));
    assertThat(ground.run().exitCode()).isEqualTo(JAVA_SAID);
  }

  @Test
  void itBuildsOnceAndAgainAfterAChange() throws Exception {
    Path jdk = ground.maven().usualJdk("25.0.3");
    assertThat(ground.run().err())
        .isEqualTo("building Tradewind (first use; takes a few minutes)\n");
    assertThat(ground.run().err()).isEmpty();
    assertThat(ground.mavenCalls())
        .singleElement()
        .asString()
        .contains("JAVA_HOME=" + jdk, "-pl app -am", "package");

    ground.change("core/src/main/java/One.java");
    assertThat(ground.run().err()).isEqualTo("building Tradewind (the sources have changed)\n");
    assertThat(ground.mavenCalls()).hasSize(2);
  }

  @Test
  void aSourceThatWentAwayIsAChange() throws Exception {
    ground.maven().usualJdk("25");
    ground.run();
    Path package_ = ground.root().resolve("core/src/main/java");
    Files.delete(package_.resolve("Two.java"));
    Files.setLastModifiedTime(package_, FileTime.fromMillis(System.currentTimeMillis() + 5000));
    ground.run();
    assertThat(ground.mavenCalls()).hasSize(2);
  }

  @Test
  void oldBuildsGoButTheOneBeforeStays() throws Exception {
    ground.maven().usualJdk("25");
    for (int i = 0; i < 3; i++) {
      ground.run();
      ground.change("app/pom.xml");
    }
    ground.run();
    try (Stream<Path> entries = Files.list(ground.launch())) {
      assertThat(entries.filter(Files::isDirectory)).hasSize(2);
    }
  }

  @Test
  void aBuildThatFailsShowsWhatMavenSaidAndLeavesNothingBehind() throws Exception {
    ground.maven().usualJdk("25");
    Run run = ground.with("BROKEN_BUILD", "yes").run("demo");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("[ERROR] a ; is missing", "build.log").doesNotContain("noise");
    assertThat(ground.launch().resolve("lock")).doesNotExist();
    assertThat(ground.with("BROKEN_BUILD", "").run("demo").exitCode()).isEqualTo(JAVA_SAID);
  }

  @Test
  void twoFirstUsesAtOnceBuildOnce() throws Exception {
    ground.maven().usualJdk("25");
    ground.with("SLOW_BUILD", "yes");
    Path launcher = ground.root().resolve("tradewind");
    Process one = ground.start(launcher, "one");
    Process other = ground.start(launcher, "other");
    Run first = Playground.finish(one);
    Run second = Playground.finish(other);
    assertThat(first.exitCode()).isEqualTo(JAVA_SAID);
    assertThat(second.exitCode()).isEqualTo(JAVA_SAID);
    assertThat(ground.mavenCalls()).hasSize(1);
    assertThat(first.err() + second.err()).containsOnlyOnce("building Tradewind");
  }

  @Test
  void theLockOfAProcessThatIsGoneIsTakenAway() throws Exception {
    ground.maven().usualJdk("25");
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Playground.write(ground.launch().resolve("lock/pid"), gone.pid() + "\n");
    assertThat(ground.run().exitCode()).isEqualTo(JAVA_SAID);
    assertThat(ground.launch().resolve("lock")).doesNotExist();
  }

  @Test
  void aLockWithoutAnOwnerIsTakenAwayOnceItIsOld() throws Exception {
    ground.maven().usualJdk("25");
    Path lock = Files.createDirectories(ground.launch().resolve("lock"));
    Files.setLastModifiedTime(
        lock, FileTime.fromMillis(System.currentTimeMillis() - 10 * 60 * 1000));
    assertThat(ground.run().exitCode()).isEqualTo(JAVA_SAID);
  }

  @Test
  void itIsFoundThroughLinksFromAnywhere() throws Exception {
    ground.maven().usualJdk("25");
    Path far = Files.createDirectories(ground.folder().resolve("far away"));
    Path near = Files.createDirectories(ground.folder().resolve("near"));
    Files.createSymbolicLink(near.resolve("tw"), Path.of("../a tree/tradewind"));
    Files.createSymbolicLink(far.resolve("trade wind"), near.resolve("tw"));
    Run run = Playground.finish(ground.start(far.resolve("trade wind"), "data", "list"));
    assertThat(run.exitCode()).isEqualTo(JAVA_SAID);
    assertThat(run.out()).contains(ground.root().toRealPath() + "/app/target/launch/build-");
  }

  @Test
  void argumentsReachJavaAsTheyAre() throws Exception {
    ground.maven().usualJdk("25");
    Run run = ground.run("data", "import", "my file.csv", "", "*", "$HOME", "a\"b");
    assertThat(run.arguments())
        .endsWith(
            "io.tradewind.app.Tradewind",
            "data",
            "import",
            "my file.csv",
            "",
            "*",
            "$HOME",
            "a\"b");
  }

  @Test
  void optionsForTheJvmStandBeforeTheClass() throws Exception {
    ground.maven().usualJdk("25");
    Run run = ground.with("TRADEWIND_JAVA_OPTS", "-Xmx3g -Dx=y").run("demo");
    assertThat(run.arguments()).containsSubsequence("-Xmx3g", "-Dx=y", "demo");
  }

  @Test
  void javaTakesThePlaceOfTheScriptSoThatSignalsReachIt() throws Exception {
    ground.maven().usualJdk("25");
    Run run = ground.run("demo");
    assertThat(run.out()).contains("pid " + run.pid() + "\n");
  }

  @Test
  void theCacheIsUsedWhereItCouldBeMade() throws Exception {
    ground.maven().usualJdk("25.0.3");
    assertThat(ground.run("demo").arguments())
        .anyMatch(argument -> argument.matches("-XX:AOTCache=.*/jdk-25\\.0\\.3\\.aot"));
  }

  @Test
  void withoutTheCacheItRunsAllTheSameAndSaysNothing() throws Exception {
    ground.maven().usualJdk("25.0.3");
    ground.with("NO_CACHE", "yes");
    ground.run("demo");
    Run run = ground.run("demo");
    assertThat(run.exitCode()).isEqualTo(JAVA_SAID);
    assertThat(run.err()).isEmpty();
    assertThat(run.arguments()).noneMatch(argument -> argument.contains("AOTCache"));
  }

  @Test
  void verifyHandsOverToMavenInTheRoot() throws Exception {
    Path jdk = ground.maven().usualJdk("25.0.3");
    Run run = ground.run("verify", "-pl", "core", "-am");
    assertThat(run.exitCode()).isZero();
    assertThat(ground.mavenCalls())
        .containsExactly(
            "mvn JAVA_HOME=%s in %s with -B verify -pl core -am"
                .formatted(jdk, ground.root().toRealPath()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void theHelpOfVerifyIsOursAndNotMavens(String option) throws Exception {
    ground.maven().usualJdk("25");
    Run run = ground.run("verify", option);
    assertThat(run.arguments()).endsWith("io.tradewind.app.Tradewind", "verify", option);
    assertThat(ground.mavenCalls()).noneMatch(call -> call.contains("verify"));
  }
}
