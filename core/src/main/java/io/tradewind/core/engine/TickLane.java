package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.book.LevelBook;
import io.tradewind.core.feature.FeatureBoard;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import java.util.Arrays;

/** Trades and order book of one instrument on their way to the strategies that asked for them. */
final class TickLane implements Stateful {
  private final LevelBook depth;
  private final StrategyBook[] books;
  private final TickView[] ofTrades;
  private final TickView[] ofBook;

  /** For the first of the books, so many. */
  TickLane(
      LevelBook depth,
      int index,
      Instrument instrument,
      FeatureBoard features,
      StrategyBook[] asking) {
    this.depth = depth;
    this.books = asking;
    BookView shown = new BookView(depth, instrument);
    TickView[] views = new TickView[asking.length];
    Arrays.setAll(
        views,
        book -> new TickView(asking[book], book, index, instrument, shown, features.of(index)));
    this.ofTrades =
        Arrays.stream(views)
            .filter(view -> asking[view.book()].desk().wantsTrades())
            .toArray(TickView[]::new);
    this.ofBook =
        Arrays.stream(views)
            .filter(view -> asking[view.book()].desk().wantsBook())
            .toArray(TickView[]::new);
  }

  void onTrade(TradeColumns rows, int row) {
    for (TickView view : ofTrades) {
      view.at(rows, row);
      books[view.book()].onTrade(view);
    }
  }

  void onBook(BookColumns rows, int row) {
    depth.apply(rows, row);
    if (ofBook.length > 0 && rows.ends(row)) {
      for (TickView view : ofBook) {
        view.at(rows, row);
        books[view.book()].onBook(view);
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    depth.save(out);
  }

  @Override
  public void load(StateReader in) {
    depth.load(in);
  }
}
