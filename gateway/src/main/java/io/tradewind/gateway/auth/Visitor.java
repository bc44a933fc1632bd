package io.tradewind.gateway.auth;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request says that it comes from.
 *
 * @param host the header {@code Host}; empty where there is none
 * @param origin the header {@code Origin}, which browsers send
 * @param site the header {@code Sec-Fetch-Site}, which browsers send
 */
public record Visitor(Optional<String> host, Optional<String> origin, Optional<String> site) {
  private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::\\d{1,5})?");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITE = Set.of("none", "same-origin");

  /**
   * Whether it was meant for this machine. A page of a stranger whose name was turned to loopback
   * sends the stranger's name.
   */
  public boolean isForLoopback() {
    Matcher matcher = HOST.matcher(host.orElse(""));
    return matcher.matches()
        && LOOPBACK.contains(matcher.group(1).toLowerCase(java.util.Locale.ROOT));
  }

  /** Whether a page in a browser may have sent it. */
  public boolean isFromPage() {
    return origin.isPresent() || site.filter(each -> !OWN_SITE.contains(each)).isPresent();
  }
}
