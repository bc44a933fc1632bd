package io.tradewind.app.command;

import io.tradewind.analytics.check.NearMiss;
import io.tradewind.app.config.Catalogue;
import io.tradewind.app.download.Download;
import io.tradewind.app.download.Watcher;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.ProgressLine;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.time.WallClock;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code data download}: candles, trades or funding rates from a venue into the store. */
final class DataDownloadCommand implements Command {
  private static final String VENUE = "binance";
  private static final String SPOT = "https://api.binance.com";
  private static final String PERP = "https://fapi.binance.com";
  private static final List<String> KINDS = List.of("candles", "trades", "funding");
  private static final int MOST_PARALLEL = 16;

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "download",
            "Download candles, trades or funding from Binance; goes on if stopped.");
    spec.usageMessage()
        .footer(
            "  tradewind data download --symbols BTC/USDT,ETH/USDT --from 2024-01-01",
            "  tradewind data download --symbols BTC/USDT --market perp --kind funding \\",
            "      --from 2024-01-01 --to 2025-01-01",
            "  tradewind data download --symbols BTC/USDT --interval 1m --from 2024-01-01 \\",
            "      --base-url http://127.0.0.1:9080");
    spec.addOption(Options.option("--symbols", "A/B,...", "what to download"));
    spec.addOption(
        Options.option("--kind", "KIND", "candles, trades (aggregated) or funding (candles)"));
    spec.addOption(Options.option("--interval", "LENGTH", "length of the candles (1h)"));
    spec.addOption(
        Options.option("--market", "KIND", "spot or perp (spot; perp where funding is wanted)"));
    spec.addOption(Options.option("--from", "DATE", "first instant, included"));
    spec.addOption(Options.option("--to", "DATE", "end, not included (now)"));
    spec.addOption(Options.option("--parallel", "COUNT", "symbols at a time, up to 16 (4)"));
    spec.addOption(
        Options.option("--base-url", "URL", "the venue's address (that of Binance's market)"));
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    Download.Order order = order(arguments);
    URI base = address(arguments, order.symbols().getFirst().market());
    session.home().writable(session.home().store());
    Told told = new Told(session, session.progress(arguments), Options.has(arguments, "--json"));
    try (CandleStore store = new CandleStore(session.home().store());
        JdkTransport transport = new JdkTransport(VENUE, base)) {
      Download.Line line = new Download.Line(transport, new WallClock(), base.toString());
      new Download(order, line).run(store, told);
    }
    return told.finish();
  }

  private static Download.Order order(ParseResult arguments) {
    Mistakes mistakes = new Mistakes();
    Optional<Download.Kind> kind = mistakes.find(() -> kind(arguments));
    List<InstrumentId> symbols = new ArrayList<>();
    mistakes.check(
        () -> symbols.addAll(symbols(arguments, kind.equals(Optional.of(Download.Kind.FUNDING)))));
    Optional<Interval> interval = mistakes.find(() -> interval(arguments));
    Optional<Long> from =
        mistakes.find(() ->
            instant(arguments, "--from")
                .orElseThrow(() ->
                    new UserMistake("--from is missing: say where to begin, such as 2024-01-01")));
    Optional<Long> to = mistakes.find(() -> instant(arguments, "--to").orElse(Long.MAX_VALUE));
    Optional<Integer> parallel = mistakes.find(() -> parallel(arguments));
    if (from.isPresent() && to.isPresent() && from.orElseThrow() >= to.orElseThrow()) {
      mistakes.add("--to must be after --from");
    }
    mistakes.orThrow();
    return new Download.Order(
        symbols,
        kind.orElseThrow(),
        interval.orElseThrow(),
        from.orElseThrow(),
        to.orElseThrow(),
        parallel.orElseThrow());
  }

  private static Download.Kind kind(ParseResult arguments) {
    String kind = Options.text(arguments, "--kind").orElse("candles");
    if (!KINDS.contains(kind)) {
      throw new UserMistake(
          "--kind "
              + kind
              + ": must be candles, trades or funding"
              + NearMiss.question(kind, KINDS));
    }
    return Download.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
  }

  private static List<InstrumentId> symbols(ParseResult arguments, boolean funding) {
    Market market =
        SeriesChoice.market(arguments)
            .map(name -> Market.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(funding ? Market.PERP : Market.SPOT);
    if (funding && market == Market.SPOT) {
      throw new UserMistake("--market spot: spot has no funding; leave it out");
    }
    List<InstrumentId> symbols =
        Stream.of(Options.text(arguments, "--symbols").orElse("").split(","))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .map(text -> symbol(text, market))
            .toList();
    if (symbols.isEmpty()) {
      throw new UserMistake("--symbols is missing: say what to download, such as BTC/USDT");
    }
    if (symbols.stream().map(InstrumentId::market).distinct().count() > 1) {
      throw new UserMistake("--symbols are of two markets; download one after the other");
    }
    return symbols;
  }

  private static InstrumentId symbol(String text, Market market) {
    SeriesChoice.parse(text, market);
    InstrumentId id = InstrumentId.parse(text, VENUE, market);
    if (!id.venue().equals(VENUE)) {
      throw new UserMistake(text + ": only Binance can be downloaded from");
    }
    return id;
  }

  private static Interval interval(ParseResult arguments) {
    Interval interval = SeriesChoice.interval(arguments).orElse(Interval.parse("1h"));
    if (!Download.intervals().contains(interval.toString())) {
      throw new UserMistake(
          "--interval "
              + interval
              + ": Binance has "
              + String.join(", ", Download.intervals())
              + "; others are made from these when they are read");
    }
    return interval;
  }

  private static Optional<Long> instant(ParseResult arguments, String option) {
    return Options.text(arguments, option)
        .map(text -> {
          try {
            return Catalogue.FROM.read(List.of(text));
          } catch (IllegalArgumentException e) {
            throw new UserMistake(option + " " + text + ": must be " + Catalogue.FROM.allowed(), e);
          }
        });
  }

  private static int parallel(ParseResult arguments) {
    String text = Options.text(arguments, "--parallel").orElse("4");
    if (!text.matches("[0-9]{1,2}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_PARALLEL) {
      throw new UserMistake(
          "--parallel " + text + ": must be a whole number from 1 to " + MOST_PARALLEL);
    }
    return Integer.parseInt(text);
  }

  private static URI address(ParseResult arguments, Market market) {
    String text = Options.text(arguments, "--base-url").orElse(market == Market.SPOT ? SPOT : PERP);
    if (!text.matches("https?://[A-Za-z0-9.:\\[\\]-]+/?")) {
      throw new UserMistake(
          "--base-url " + text + ": must be scheme, host and port, such as http://127.0.0.1:9080");
    }
    return URI.create(text.replaceFirst("/$", ""));
  }

  /** Says how it goes, to people or to a machine. */
  private static final class Told implements Watcher {
    private final Session session;
    private final ProgressLine progress;
    private final boolean json;
    private final List<Map<String, Object>> series = new ArrayList<>();
    private int missed;

    Told(Session session, ProgressLine progress, boolean json) {
      this.session = session;
      this.progress = progress;
      this.json = json;
      progress.begin("download");
    }

    @Override
    public void at(double share) {
      progress.at(share);
    }

    @Override
    public void done(String name, MergeReport report) {
      progress.wipe();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("series", name);
      fields.put("added", report.added());
      fields.put("unchanged", report.unchanged());
      fields.put("replaced", report.replaced());
      series.add(fields);
      if (!json) {
        session
            .out()
            .println(
                report.isChange()
                    ? Text.of(
                        "%s: %,d added, %,d unchanged, %,d replaced",
                        name, report.added(), report.unchanged(), report.replaced())
                    : name + ": nothing new");
        session.out().flush();
      }
    }

    @Override
    public void gaveUp(String name, String reason) {
      progress.wipe();
      missed++;
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("series", name);
      fields.put("failed", reason);
      series.add(fields);
      if (!json) {
        session.err().println(session.ink().red("not complete: ") + name + ": " + reason);
      }
    }

    @Override
    public void waits(String name, String reason, long ns) {
      if (!json) {
        progress.wipe();
        String seconds = Text.of("%.0f s", Math.max(1, ns / 1e9));
        session.err().println(name + ": " + reason + "; asked again in " + seconds);
      }
    }

    int finish() {
      progress.wipe();
      if (json) {
        session.out().println(JsonText.of(series));
      } else if (missed > 0) {
        session.err().println("what came is stored; run it again to go on from there");
      }
      return missed == 0 ? ExitCode.OK : ExitCode.USER_MISTAKE;
    }
  }
}
