package io.tradewind.research.report;

import io.tradewind.analytics.check.Check;
import io.tradewind.research.backtest.BacktestResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A run as one HTML file that needs nothing beside it: style, script and data are inside. Its
 * content security policy lets it load nothing and run only its own script, whose digest it names,
 * so that words of a strategy cannot become code.
 */
public final class HtmlReport {
  /** Stands near the beginning of every report. */
  public static final String MARK = "<meta name=\"generator\" content=\"Tradewind\">";

  /** In the order in which they are joined; {@code start.js} uses all the others. */
  private static final List<String> SCRIPTS =
      List.of(
          "format.js",
          "elements.js",
          "plot.js",
          "equity-chart.js",
          "candle-chart.js",
          "bars.js",
          "trades.js",
          "sections.js",
          "strategies.js",
          "start.js");

  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

  private HtmlReport() {}

  /**
   * Writes the file, over one that is there.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(BacktestResult result, Path file) throws IOException {
    Files.writeString(file, render(result), StandardCharsets.UTF_8);
  }

  static String render(BacktestResult result) {
    String style = resource("report.css");
    String script =
        SCRIPTS.stream()
            .map(HtmlReport::resource)
            .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"));
    Map<String, String> slots =
        Map.of(
            "title", escape(result.run().strategy() + ", backtest by Tradewind"),
            "policy", policy(style, script),
            "style", style,
            "data", ReportData.of(result),
            "script", script);
    return fill(resource("report.html"), slots);
  }

  /** In one pass, so that a slot's name inside of what was filled in stays text. */
  private static String fill(String template, Map<String, String> slots) {
    return SLOT.matcher(template)
        .replaceAll(slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), "")));
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'"
        .formatted(sha256(style), sha256(script));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      Check.invariant(in != null, "the report needs its resource, missing was %s", name);
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the report's resource " + name + " cannot be read", e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
