package io.tradewind.simulation.session;

import java.util.Set;

class FillRulesVenueTest {
  static final Set<Integer> RULES = Set.of(11, 12, 13, 15, 17, 19);
}
