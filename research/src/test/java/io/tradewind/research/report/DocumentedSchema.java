package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON schema that a class writes by, and its page in docs/json-output.md. */
public record DocumentedSchema(String text) {
  private static final Path PAGE = Path.of("..", "docs", "json-output.md");

  /** A schema beside a class. */
  public static DocumentedSchema of(Class<?> beside, String name) {
    return new DocumentedSchema(HtmlPage.resource(beside, name));
  }

  /** The text fits, and has no numbers that JSON does not know. */
  public void assertFits(String json) {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text)
                .validate(json, InputFormat.JSON))
        .isEmpty();
    assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
  }

  /** Every object that is not a free map names all of its fields and allows no other. */
  public void assertClosed(int count) {
    List<JsonNode> objects = objects(root());
    assertThat(objects).hasSize(count);
    for (JsonNode object : objects) {
      assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
      assertThat(object.path("required").valueStream().map(JsonNode::asString).toList())
          .containsExactlyElementsOf(object.path("properties").propertyNames());
    }
  }

  /** The page names every field with its words. */
  public void assertOnPage() throws IOException {
    String page = Files.readString(PAGE);
    for (JsonNode object : objects(root())) {
      object
          .path("properties")
          .propertyStream()
          .forEach(field ->
              assertThat(page)
                  .contains("| `" + field.getKey() + "` |")
                  .contains(" | " + field.getValue().path("description").asString() + " |"));
    }
  }

  /** All of it. */
  public JsonNode root() {
    return JsonMapper.shared().readTree(text);
  }

  private static List<JsonNode> objects(JsonNode schema) {
    List<JsonNode> found = new ArrayList<>();
    if (schema.path("properties").isObject()) {
      found.add(schema);
    }
    schema.forEach(child -> found.addAll(objects(child)));
    return found;
  }
}
