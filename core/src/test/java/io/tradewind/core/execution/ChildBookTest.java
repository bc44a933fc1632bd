package io.tradewind.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildBookTest {
  /** Only takes back. */
  private static ChildOrders takingBack(List<Long> handles) {
    return new ChildOrders() {
      @Override
      public Placement place(
          io.tradewind.core.order.OrderTerms terms,
          io.tradewind.core.order.TimeInForce timeInForce,
          long qtyScaled) {
        throw new IllegalStateException("nothing is placed here");
      }

      @Override
      public void cancel(long handle) {
        handles.add(handle);
      }
    };
  }

  private static void is(ChildBook book, long filled, long open, int children) {
    book.checkInvariants();
    assertThat(book.filledScaled()).isEqualTo(filled);
    assertThat(book.openScaled()).isEqualTo(open);
    assertThat(book.openChildren()).isEqualTo(children);
  }

  @Test
  void aChildIsOpenUntilItIsFilledOrItsEndIsTold() {
    ChildBook book = new ChildBook();
    book.add(7, 10);
    book.add(9, 5);
    is(book, 0, 15, 2);
    book.fill(7, 4, 400);
    is(book, 4, 11, 2);
    book.fill(7, 6, 610);
    is(book, 10, 5, 1);
    assertThat(book.end(7)).as("it had ended").isFalse();
    List<Long> cancelled = new ArrayList<>();
    book.cancelAll(takingBack(cancelled));
    book.cancelAll(takingBack(cancelled));
    assertThat(cancelled).containsExactly(9L);
    is(book, 10, 5, 1);
    book.fill(9, 1, 100);
    assertThat(book.end(9)).isTrue();
    is(book, 11, 0, 0);
    book.fill(9, 4, 400);
    is(book, 15, 0, 0);
    assertThat(book.filledQuoteScaled()).isEqualTo(1510);
    assertThat(book.children()).isEqualTo(2);
  }

  @Test
  void whatCannotBeIsABrokenInvariant() {
    ChildBook book = new ChildBook();
    book.add(1, 10);
    assertThatThrownBy(() -> book.add(1, 3)).hasMessage("handle 1 is that of another child");
    assertThatThrownBy(() -> book.fill(2, 1, 1)).hasMessage("no child has the handle 2");
    assertThatThrownBy(() -> book.fill(1, 11, 1))
        .hasMessage("child 1 was filled over what it asked for, by 1");
  }

  @Test
  void hundredsOfChildrenAreSavedAndRestored() {
    ChildBook book = new ChildBook();
    for (int i = 0; i < 300; i++) {
      book.add(1000 - i, 10);
      if (i % 2 == 0) {
        book.fill(1000 - i, 1 + i % 10, i);
      }
      if (i % 3 == 0) {
        book.end(1000 - i);
      }
    }
    StateWriter out = new StateWriter();
    book.save(out);
    ChildBook copy = new ChildBook();
    copy.add(5, 5);
    copy.fill(5, 1, 1);
    copy.load(new StateReader(out.toByteArray()));
    is(copy, book.filledScaled(), book.openScaled(), book.openChildren());
    StateWriter again = new StateWriter();
    copy.save(again);
    assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
  }
}
