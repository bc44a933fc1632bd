package io.tradewind.app.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The real launcher in a folder of its own, with a tiny source tree, and JDKs and a Maven that are
 * shell scripts. Its PATH has what a bare system has, and neither java nor mvn.
 */
final class Playground {
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cp",
          "date",
          "dirname",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sleep",
          "tail");

  private static final String JAVA =
      """
      #!/bin/sh
      for argument in "$@"; do
        case $argument in
          -XX:AOTCacheOutput=*)
            [ -z "$NO_CACHE" ] || { echo "no cache" >&2; exit 1; }
            echo cache >"${argument#-XX:AOTCacheOutput=}"
            exit 0 ;;
        esac
      done
      echo "java $0"
      echo "pid $$"
      for argument in "$@"; do echo "argument <$argument>"; done
      exit 7
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "mvn JAVA_HOME=$JAVA_HOME in $(pwd) with $*" >>"@ROOT@/../maven-calls"
      [ -z "$SLOW_BUILD" ] || sleep 1
      [ -z "$BROKEN_BUILD" ] || { echo "[INFO] noise"; echo "[ERROR] a ; is missing"; exit 1; }
      mkdir -p "@ROOT@/app/target/lib"
      echo jar >"@ROOT@/app/target/tradewind-app.jar"
      echo jar >"@ROOT@/app/target/lib/core.jar"
      """;

  private final Path folder;
  private final Path root;
  private final Path bin;
  private final Map<String, String> environment = new LinkedHashMap<>();

  /** What a run of the launcher came to. */
  record Run(int exitCode, String out, String err, long pid) {
    List<String> arguments() {
      return out.lines()
          .filter(line -> line.startsWith("argument <"))
          .map(line -> line.substring("argument <".length(), line.length() - 1))
          .toList();
    }
  }

  Playground(Path folder) throws IOException {
    this.folder = folder;
    root = Files.createDirectories(folder.resolve("a tree"));
    bin = Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("jdks"));
    Files.copy(
        Path.of("..", "tradewind").toAbsolutePath().normalize(),
        root.resolve("tradewind"),
        StandardCopyOption.COPY_ATTRIBUTES);
    write(root.resolve("pom.xml"), "<project/>");
    write(root.resolve("app/pom.xml"), "<project/>");
    write(root.resolve("core/src/main/java/One.java"), "class One {}");
    write(root.resolve("core/src/main/java/Two.java"), "class Two {}");
    for (String tool : TOOLS) {
      script(bin.resolve(tool), "#!/bin/sh\nexec " + where(tool) + " \"$@\"\n");
    }
    environment.put("PATH", bin.toString());
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("TRADEWIND_JDK_DIRS", folder.resolve("jdks").toString());
  }

  private static Path where(String tool) {
    return Arrays.stream(new String[] {"/bin", "/usr/bin"})
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("this system has no " + tool));
  }

  /** Puts a JDK of a version into a folder of the playground. */
  Path jdk(String place, String version) throws IOException {
    Path home = folder.resolve(place);
    script(home.resolve("bin/java"), JAVA);
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    write(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** A JDK among the usual folders. */
  Path usualJdk(String version) throws IOException {
    return jdk("jdks/jdk-" + version, version);
  }

  Playground maven() throws IOException {
    script(bin.resolve("mvn"), MAVEN.replace("@ROOT@", root.toString()));
    return this;
  }

  Playground with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Path root() {
    return root;
  }

  Path folder() {
    return folder;
  }

  Path bin() {
    return bin;
  }

  Path launch() {
    return root.resolve("app/target/launch");
  }

  List<String> mavenCalls() throws IOException {
    Path calls = folder.resolve("maven-calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** Waits out the step of file times, so that what is written now is newer than what was. */
  void change(String file) throws IOException {
    Path path = root.resolve(file);
    write(path, "class Changed {}");
    Files.setLastModifiedTime(
        path, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 5000));
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return finish(start(root.resolve("tradewind"), arguments));
  }

  Process start(Path command, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Run finish(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, err, process.pid());
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private static void script(Path file, String text) throws IOException {
    write(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
