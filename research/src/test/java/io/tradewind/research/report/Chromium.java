package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The system's Chromium, for the tests of one class, which are skipped, saying so, where there is
 * none. After each test no page may have complained or have asked for more than its own file.
 */
public final class Chromium implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {
  /** The width of a phone. */
  public static final int PHONE = 375;

  /** The width of a screen on a desk. */
  public static final int DESK = 1400;

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;
  private int opened;

  @Override
  public void beforeAll(ExtensionContext tests) {
    boolean found = Files.isExecutable(PROGRAM);
    String needed = tests.getDisplayName() + " needs " + PROGRAM;
    if (!found) {
      System.out.println("Skipped: " + needed);
    }
    Assumptions.assumeTrue(found, needed);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    if (playwright != null) {
      playwright.close();
    }
  }

  @Override
  public void afterEach(ExtensionContext test) {
    List<String> heard = List.copyOf(complaints);
    List<String> asked = List.copyOf(requests);
    int expected = opened;
    complaints.clear();
    requests.clear();
    opened = 0;
    assertThat(heard).isEmpty();
    assertThat(asked).allMatch(url -> url.startsWith("file:")).hasSize(expected);
  }

  /** A window of this width. */
  public BrowserContext context(int width, ColorScheme scheme) {
    BrowserContext context =
        Objects.requireNonNull(browser)
            .newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    context.onRequest(request -> requests.add(request.url()));
    context.onConsoleMessage(message -> complaints.add(message.text()));
    context.onWebError(error -> complaints.add(error.error()));
    return context;
  }

  /** The file, once its charts are drawn. */
  public Page open(BrowserContext context, Path file) {
    opened++;
    Page page = context.newPage();
    page.navigate(file.toUri().toString());
    settle(page);
    return page;
  }

  /** The same page once more. */
  public void reload(Page page) {
    opened++;
    page.reload();
    settle(page);
  }

  /** Charts draw in the next frame. */
  public static void settle(Page page) {
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  /** How many colours a canvas shows. */
  public static int colours(Page page, String canvas) {
    return (int)
        page.evaluate(
            """
            name => {
              const c = document.querySelector(name);
              const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
              return new Set(new Uint32Array(d.buffer)).size;
            }
            """,
            canvas);
  }
}
