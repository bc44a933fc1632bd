package io.tradewind.research.strategyfile;

import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles one source file in this process, into memory. Touched only where there is a compiler.
 */
final class SourceCompiler {
  /** The Java that strategies are written in. */
  static final int RELEASE = 25;

  private SourceCompiler() {}

  /** What javac made of a file. */
  sealed interface Outcome {}

  /** Class files by binary name with dots, and the texts that would show an identity. */
  record Compiled(Map<String, byte[]> classes, List<TextScan.Finding> texts) implements Outcome {}

  /** Errors as javac shows them. */
  record Failed(String text) implements Outcome {}

  /** Compiles a text as if it stood in this file. */
  static Outcome compile(Path source, String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("module jdk.compiler is there, its compiler is not");
    }
    StringWriter words = new StringWriter();
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        MemoryOutput output = new MemoryOutput(standard)) {
      List<SourceText> texts = List.of(new SourceText(source, text));
      JavaCompiler.CompilationTask task =
          compiler.getTask(words, output, null, options(), null, texts);
      task.setLocale(Locale.ROOT);
      if (!task.call()) {
        return new Failed(words.toString());
      }
      JavacTask again = (JavacTask) compiler.getTask(words, output, null, options(), null, texts);
      return new Compiled(output.classes(), TextScan.findings(again));
    } catch (IOException e) {
      throw new UncheckedIOException("closing the compiler's class path", e);
    }
  }

  /** Quiet but for errors; looks for classes where this program has its own, and for no sources. */
  private static List<String> options() {
    return List.of(
        "--release",
        String.valueOf(RELEASE),
        "-proc:none",
        "-implicit:none",
        "-g:source,lines",
        "-Xlint:none",
        "-XDsuppressNotes",
        "-sourcepath",
        "",
        "-classpath",
        System.getProperty("java.class.path", ""));
  }

  /** The text that was read and hashed, under the name that the user gave. */
  private static final class SourceText extends SimpleJavaFileObject {
    private final Path source;
    private final String text;

    SourceText(Path source, String text) {
      super(source.toUri(), Kind.SOURCE);
      this.source = source;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public String getName() {
      return source.toString();
    }
  }

  /** Keeps class files instead of writing them. */
  private static final class MemoryOutput extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

    MemoryOutput(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          written.put(className, bytes);
          return bytes;
        }
      };
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new TreeMap<>();
      written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
      return classes;
    }
  }
}
