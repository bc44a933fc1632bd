package io.tradewind.trader.run;

import io.tradewind.venues.binance.venue.VenueNews;

/** Counts what went wrong with orders at a venue, by its news: each thing that went wrong once. */
final class VenueErrors {
  private long count;

  /** A refusal is told of lost answers and of orders that never went out, too. */
  void add(VenueNews news) {
    count +=
        switch (news) {
          case VenueNews.Refused _,
              VenueNews.Blocked _,
              VenueNews.StreamLost _,
              VenueNews.Contradiction _,
              VenueNews.Uncovered _,
              VenueNews.Unsupported _ ->
              1;
          case VenueNews.MarginSet margin -> margin.error().isPresent() ? 1 : 0;
          case VenueNews.InStep _,
              VenueNews.FeeElsewhere _,
              VenueNews.Funding _,
              VenueNews.Account _,
              VenueNews.Stranger _,
              VenueNews.StrangerFill _,
              VenueNews.LateFill _,
              VenueNews.Guarding _,
              VenueNews.Guard _,
              VenueNews.GuardFill _,
              VenueNews.Forgotten _ ->
              0;
        };
  }

  /** How many there were. */
  long count() {
    return count;
  }
}
