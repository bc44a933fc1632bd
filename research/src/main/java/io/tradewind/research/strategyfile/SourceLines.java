package io.tradewind.research.strategyfile;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines of declarations, which class files do not tell: javac keeps lines of statements
 * only. Comments and literals are blanked out first.
 */
final class SourceLines {
  private static final Pattern NO_CODE =
      Pattern.compile(
          "//[^\\n]*"
              + "|/\\*.*?\\*/"
              + "|\"\"\".*?\"\"\""
              + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\""
              + "|'(?:\\\\.|[^'\\\\\\n])+'",
          Pattern.DOTALL);
  private static final Pattern NO_BREAK = Pattern.compile("[^\\n]");

  private final String fileName;
  private final String code;

  SourceLines(String fileName, String text) {
    this.fileName = fileName;
    this.code =
        NO_CODE
            .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
            .replaceAll(found -> NO_BREAK.matcher(found.group()).replaceAll(" "));
  }

  /** The beginning of a message about a line. */
  String at(int line) {
    return fileName + ":" + line + ": ";
  }

  /** Where a class, record, enum or interface of this simple name is declared, else as given. */
  int ofClass(String simpleName, int otherwise) {
    return first("\\b(?:class|record|enum|interface)\\s+(" + Pattern.quote(simpleName) + ")\\b")
        .orElse(otherwise);
  }

  /** Where a field is declared, else the given line. */
  int ofField(String name, boolean isStatic, int otherwise) {
    String type = "[\\w.<>\\[\\],?\\s&@]*?[\\s\\],>]";
    String before = (isStatic ? "\\bstatic\\b" : "[;{}]\\s*+[\\w@]") + type;
    return first(before + "(" + Pattern.quote(name) + ")\\s*(?:=(?!=)|;|,|\\[)").orElse(otherwise);
  }

  /** Where a method or constructor is declared that has its first statement in a line. */
  int ofMethod(String name, int firstLine) {
    Matcher matcher =
        Pattern.compile("[\\w>\\]]\\s+(" + Pattern.quote(name) + ")\\s*\\(").matcher(code);
    int line = firstLine;
    while (matcher.find() && lineOf(matcher.start(1)) <= firstLine) {
      line = lineOf(matcher.start(1));
    }
    return line;
  }

  private OptionalInt first(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(code);
    return matcher.find() ? OptionalInt.of(lineOf(matcher.start(1))) : OptionalInt.empty();
  }

  private int lineOf(int offset) {
    return 1 + (int) code.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
