package io.tradewind.exchange.socket;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The sessions that hear what happens to an account. */
public final class UserLines {
  private final Map<Long, Set<SocketSession>> byAccount = new LinkedHashMap<>();

  /** Tells all who hear of an account. */
  public void tell(long account, ObjectNode event) {
    byAccount.getOrDefault(account, Set.of()).forEach(each -> each.tell(account, event));
  }

  /** Whether anybody hears of an account. */
  public boolean isHeard(long account) {
    return byAccount.containsKey(account);
  }

  void add(long account, SocketSession session) {
    byAccount.computeIfAbsent(account, key -> new LinkedHashSet<>()).add(session);
  }

  void remove(long account, SocketSession session) {
    byAccount.computeIfPresent(
        account,
        (key, all) -> {
          all.remove(session);
          return all.isEmpty() ? null : all;
        });
  }
}
