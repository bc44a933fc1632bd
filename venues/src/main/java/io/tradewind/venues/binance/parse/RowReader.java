package io.tradewind.venues.binance.parse;

import io.tradewind.venues.binance.model.InputFault;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A text that is a list of lists, as candles are: the fields of a row are named by their place. */
final class RowReader {
  private RowReader() {}

  static List<Fields> read(String text) {
    try (JsonParser parser = FieldReader.parser(text)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new BadInput(InputFault.WRONG_TYPE, "no list");
      }
      List<Fields> rows = new ArrayList<>();
      for (JsonToken at = parser.nextToken(); at != JsonToken.END_ARRAY; at = parser.nextToken()) {
        if (at == null) {
          throw new BadInput(InputFault.NOT_JSON, "cut off");
        }
        if (at != JsonToken.START_ARRAY) {
          throw new BadInput(InputFault.WRONG_TYPE, "a row is a list");
        }
        rows.add(row(parser));
      }
      if (parser.nextToken() != null) {
        throw new BadInput(InputFault.NOT_JSON, "something follows");
      }
      return rows;
    }
  }

  private static Fields row(JsonParser parser) {
    Fields fields = new Fields();
    int place = 0;
    for (JsonToken at = parser.nextToken(); at != JsonToken.END_ARRAY; at = parser.nextToken()) {
      if (at == null || !at.isScalarValue() || at == JsonToken.VALUE_NULL) {
        throw new BadInput(InputFault.WRONG_TYPE, Integer.toString(place));
      }
      fields.values.put(Integer.toString(place++), parser.getString());
    }
    return fields;
  }
}
