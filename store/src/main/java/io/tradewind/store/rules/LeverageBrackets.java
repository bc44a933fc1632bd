package io.tradewind.store.rules;

import io.tradewind.store.rules.MarginSteps.Told;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The answer of Binance to {@code GET /fapi/v1/leverageBracket}, for one symbol or for all, see
 * developers.binance.com. Contracts that are settled in coins, whose brackets are in contracts, are
 * left out.
 */
final class LeverageBrackets {
  private final Path file;
  private final FilterBook book;

  private LeverageBrackets(Path file, FilterBook book) {
    this.file = file;
    this.book = book;
  }

  /** Whether this is such an answer. */
  static boolean fits(JsonNode root) {
    if (root.isObject()) {
      return root.path("brackets").isArray();
    }
    for (JsonNode symbol : root) {
      if (root.isArray() && symbol.path("brackets").isArray()) {
        return true;
      }
    }
    return false;
  }

  static void read(Path file, JsonNode root, FilterBook book) {
    LeverageBrackets reader = new LeverageBrackets(file, book);
    if (root.isObject()) {
      reader.readSymbol(root);
    } else {
      root.forEach(reader::readSymbol);
    }
  }

  private void readSymbol(JsonNode symbol) {
    String name = symbol.path("symbol").asString("");
    JsonNode brackets = symbol.path("brackets");
    if (brackets.isEmpty() || name.isEmpty()) {
      book.refuse(file, 0, name.isEmpty() ? "a symbol" : name, "needs its name and its brackets");
      return;
    }
    if (brackets.path(0).has("qtyCap")) {
      return;
    }
    MarginSteps steps = new MarginSteps();
    int count = 0;
    for (JsonNode bracket : brackets) {
      count++;
      Optional<String> wrong = steps.add(told(bracket));
      if (wrong.isPresent()) {
        book.refuse(file, 0, name + " bracket " + count, wrong.orElseThrow());
        return;
      }
    }
    book.addMargin("binance", name, 0, new KnownMargin(file, steps.steps()));
  }

  private static Told told(JsonNode bracket) {
    return new Told(
        text(bracket, "notionalFloor"),
        text(bracket, "notionalCap"),
        text(bracket, "maintMarginRatio"),
        text(bracket, "cum"),
        text(bracket, "initialLeverage"));
  }

  private static Optional<String> text(JsonNode bracket, String name) {
    JsonNode node = bracket.path(name);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(node.isValueNode() ? node.asString("") : node.toString());
  }
}
