package io.tradewind.app.doctor;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Running;
import io.tradewind.app.session.Venue;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.Market;
import io.tradewind.venues.sign.BinanceSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the venue of a configuration for its time, and for the account of the key. */
final class VenueCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern TIME = Pattern.compile("\"serverTime\"\\s*:\\s*([0-9]{10,16})");
  private static final Pattern MESSAGE = Pattern.compile("\"msg\"\\s*:\\s*\"([^\"]{0,200})\"");
  private static final long MOST_SKEW_MS = 1_000;
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int RESTRICTED = 451;

  private final Running.Exchange exchange;
  private final Market market;
  private final URI base;
  private final Runnable taken;

  /**
   * Of a configuration.
   *
   * @param taken told when the venue takes the key
   */
  VenueCheck(Configuration configuration, Runnable taken) {
    this.taken = taken;
    this.exchange = configuration.running().exchange();
    this.market = configuration.trading().market();
    this.base = Venue.addresses(exchange, market).rest();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      long beforeMs = Instant.now().toEpochMilli();
      HttpResponse<String> answer = get(http, prefix() + "/time", Optional.empty());
      long afterMs = Instant.now().toEpochMilli();
      Matcher time = TIME.matcher(answer.body());
      if (answer.statusCode() != OK || !time.find()) {
        findings.add(refused(answer.statusCode()));
        return findings;
      }
      long skewMs = Long.parseLong(time.group(1)) - (beforeMs + afterMs) / 2;
      findings.add(Finding.well("venue", Text.of("%s answers in %d ms", base, afterMs - beforeMs)));
      findings.add(clock(skewMs));
      findings.add(key(http, afterMs + skewMs));
    } catch (IOException e) {
      findings.add(
          Finding.bad(
              "venue",
              base + " can't be reached: " + UserMistake.reason(e),
              "look at the network, the proxy and exchange.network; a demo needs none"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return findings;
  }

  private String prefix() {
    return market == Market.SPOT ? "/api/v3" : "/fapi/v1";
  }

  private Finding refused(int status) {
    String found = "%s answers with status %s".formatted(base, status);
    return status == RESTRICTED || status == FORBIDDEN
        ? Finding.bad("venue", found, "it does not serve this address or country; use another")
        : Finding.bad("venue", found, "try again; if it stays so, look at its status page");
  }

  private static Finding clock(long skewMs) {
    String found = Text.of("differs from the venue's by %+d ms", -skewMs);
    return Math.abs(skewMs) <= MOST_SKEW_MS
        ? Finding.well("clock", found)
        : Finding.bad("clock", found, "set it by NTP: orders with a wrong time are refused");
  }

  private Finding key(HttpClient http, long venueMs) throws IOException, InterruptedException {
    Optional<BinanceSigner> signer;
    try {
      signer = Venue.signer(exchange);
    } catch (UserMistake e) {
      return Finding.bad("key", String.valueOf(e.getMessage()), "mend it in the configuration");
    }
    if (signer.isEmpty()) {
      return Finding.well("key", "there is none: market data and paper need none");
    }
    String path = market == Market.SPOT ? "/api/v3/account" : "/fapi/v2/account";
    HttpResponse<String> answer =
        get(http, path + "?" + signer.get().signed("recvWindow=5000&timestamp=" + venueMs), signer);
    if (answer.statusCode() == OK) {
      taken.run();
      return Finding.well("key", "the venue takes it");
    }
    Matcher message = MESSAGE.matcher(answer.body());
    return Finding.bad(
        "key",
        "the venue refuses it: "
            + (message.find() ? message.group(1) : "status " + answer.statusCode()),
        "look at the key, its secret, the addresses that it is bound to, and exchange.network");
  }

  private HttpResponse<String> get(HttpClient http, String path, Optional<BinanceSigner> signer)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).GET();
    signer.ifPresent(each -> request.header(BinanceSigner.KEY_HEADER, each.keyId()));
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
