package io.tradewind.gateway.json;

import io.tradewind.core.execution.latency.LatencyBuckets;
import io.tradewind.core.execution.latency.LatencySummary;
import io.tradewind.core.status.BufferStatus;
import io.tradewind.core.status.MemoryStatus;
import io.tradewind.core.status.SourceStatus;
import io.tradewind.core.status.Timing;
import io.tradewind.core.status.Vitals;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** How the process does as JSON, both ways. */
final class VitalsJson {
  private static final String FAILURES = "failures";
  private static final String BACKWARD = "backward";

  private VitalsJson() {}

  static void write(JsonGenerator json, Vitals vitals) {
    json.writeObjectPropertyStart("vitals");
    json.writeObjectPropertyStart("memory");
    json.writeNumberProperty("usedBytes", vitals.memory().usedBytes());
    json.writeNumberProperty("committedBytes", vitals.memory().committedBytes());
    json.writeNumberProperty("maxBytes", vitals.memory().maxBytes());
    json.writeEndObject();
    StatusJson.array(json, "sources", vitals.sources(), VitalsJson::source);
    StatusJson.array(json, "buffers", vitals.buffers(), VitalsJson::buffer);
    StatusJson.array(json, "calls", vitals.calls(), (to, each) -> timing(to, each, FAILURES));
    StatusJson.array(json, "steps", vitals.steps(), (to, each) -> timing(to, each, BACKWARD));
    json.writeEndObject();
  }

  private static void source(JsonGenerator json, SourceStatus source) {
    json.writeStringProperty("name", source.name());
    if (source.lastNs().isPresent()) {
      JsonText.time(json, "last", source.lastNs().getAsLong());
    } else {
      json.writeNullProperty("last");
    }
  }

  private static void buffer(JsonGenerator json, BufferStatus buffer) {
    json.writeStringProperty("name", buffer.name());
    json.writeNumberProperty("waiting", buffer.waiting());
    json.writeNumberProperty("capacity", buffer.capacity());
  }

  private static void timing(JsonGenerator json, Timing timing, String faults) {
    LatencySummary summary = timing.summary();
    json.writeStringProperty("name", timing.name());
    json.writeNumberProperty("count", summary.count());
    json.writeNumberProperty(faults, timing.faults());
    json.writeNumberProperty("p50Ns", summary.p50Ns());
    json.writeNumberProperty("p90Ns", summary.p90Ns());
    json.writeNumberProperty("p99Ns", summary.p99Ns());
    json.writeNumberProperty("p999Ns", summary.p999Ns());
    json.writeNumberProperty("maxNs", summary.maxNs());
    json.writeNumberProperty("sumNs", timing.buckets().sumNs());
    json.writeArrayPropertyStart("buckets");
    timing.buckets().counts().forEach(json::writeNumber);
    json.writeEndArray();
  }

  static Vitals read(JsonNode json) {
    JsonNode memory = JsonReading.inner(json, "memory");
    return new Vitals(
        new MemoryStatus(
            JsonReading.whole(memory, "usedBytes"),
            JsonReading.whole(memory, "committedBytes"),
            JsonReading.whole(memory, "maxBytes")),
        JsonReading.list(json, "sources", VitalsJson::readSource),
        JsonReading.list(json, "buffers", VitalsJson::readBuffer),
        JsonReading.list(json, "calls", each -> readTiming(each, FAILURES)),
        JsonReading.list(json, "steps", each -> readTiming(each, BACKWARD)));
  }

  private static SourceStatus readSource(JsonNode json) {
    return new SourceStatus(
        JsonReading.text(json, "name"),
        JsonReading.find(json, "last")
            .map(_ -> OptionalLong.of(JsonReading.time(json, "last")))
            .orElse(OptionalLong.empty()));
  }

  private static BufferStatus readBuffer(JsonNode json) {
    return new BufferStatus(
        JsonReading.text(json, "name"),
        JsonReading.whole(json, "waiting"),
        JsonReading.whole(json, "capacity"));
  }

  private static Timing readTiming(JsonNode json, String faults) {
    return new Timing(
        JsonReading.text(json, "name"),
        JsonReading.whole(json, faults),
        new LatencySummary(
            JsonReading.whole(json, "count"),
            JsonReading.whole(json, "p50Ns"),
            JsonReading.whole(json, "p90Ns"),
            JsonReading.whole(json, "p99Ns"),
            JsonReading.whole(json, "p999Ns"),
            JsonReading.whole(json, "maxNs")),
        new LatencyBuckets(
            JsonReading.list(json, "buckets", VitalsJson::count),
            JsonReading.whole(json, "sumNs")));
  }

  private static long count(JsonNode json) {
    if (!json.canConvertToLong() || !json.isIntegralNumber()) {
      throw new IllegalArgumentException("'buckets' must hold whole numbers");
    }
    return json.longValue();
  }
}
