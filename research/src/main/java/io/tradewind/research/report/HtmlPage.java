package io.tradewind.research.report;

import io.tradewind.analytics.check.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTML file that needs nothing beside it: style, script and data are inside. Its content
 * security policy lets it load nothing and run only its own script, whose digest it names, so that
 * words of a strategy cannot become code.
 */
public final class HtmlPage {
  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

  private HtmlPage() {}

  /**
   * What differs in the frame that all pages have.
   *
   * @param links the links of its head
   * @param sections what its script fills
   */
  public record Body(String links, String sections) {
    /** Of the files {@code name-links.html} and {@code name-sections.html} beside a class. */
    public static Body of(Class<?> beside, String name) {
      return new Body(
          resource(beside, name + "-links.html"), resource(beside, name + "-sections.html"));
    }
  }

  /**
   * The page.
   *
   * @param scripts joined in this order, in one scope
   * @param data JSON; no {@code <} may stand in it
   */
  public static String render(
      String title, Body body, String style, List<String> scripts, String data) {
    String script = "(() => {\n'use strict';\n" + String.join("\n", scripts) + "})();\n";
    Map<String, String> slots =
        Map.of(
            "title", escape(title),
            "policy", policy(style, script),
            "style", style,
            "links", body.links(),
            "sections", body.sections(),
            "data", data,
            "script", script);
    return fill(shared("page.html"), slots);
  }

  /** What all pages look like. */
  public static String style() {
    return shared("report.css");
  }

  /** A file that pages share. */
  public static String shared(String name) {
    return resource(HtmlPage.class, name);
  }

  /** A resource beside a class. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      Check.invariant(in != null, "the report needs its resource, missing was %s", name);
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the report's resource " + name + " cannot be read", e);
    }
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
