package io.tradewind.app.run;

import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.bias.Difference;
import io.tradewind.research.bias.Finding;
import io.tradewind.research.bias.LookaheadReport;
import io.tradewind.research.bias.LookaheadReport.Notice;
import io.tradewind.research.bias.Verdict;
import io.tradewind.research.bias.WarmupReport;
import io.tradewind.research.bias.WarmupReport.FeatureCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reports of examinations as fields of JSON. */
public final class ExaminationFields {
  private ExaminationFields() {}

  /** Those of an examination for look-ahead. */
  public static Map<String, Object> of(Examination examination, LookaheadReport report) {
    Map<String, Object> fields = head(examination, report.verdict());
    fields.put("bars", report.bars());
    fields.put("signals", report.signals());
    fields.put("features", report.features());
    fields.put("cuts", report.cutsNs().stream().map(Utc::format).toList());
    fields.put("findings", findings(report.findings()));
    List<String> notices = new ArrayList<>(examination.notices());
    notices.addAll(report.notices().stream().map(Notice::text).toList());
    fields.put("notices", notices);
    return fields;
  }

  /** Those of an examination of the warm-up. */
  public static Map<String, Object> of(Examination examination, WarmupReport report) {
    Map<String, Object> fields = head(examination, report.verdict());
    fields.put("history", report.history());
    fields.put("firstCall", number(report.firstCall()));
    fields.put("signals", report.signals());
    fields.put("tolerance", report.tolerance());
    fields.put("enoughForFeatures", number(report.enoughForFeatures()));
    fields.put("enoughForSignals", number(report.enoughForSignals()));
    fields.put("lengths", report.lengths());
    fields.put("features", report.features().stream().map(ExaminationFields::of).toList());
    fields.put("starts", report.starts().stream().map(ExaminationFields::of).toList());
    fields.put("findings", findings(report.findings()));
    fields.put("notices", examination.notices());
    return fields;
  }

  private static Map<String, Object> head(Examination examination, Verdict verdict) {
    BacktestSpec spec = examination.spec();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("verdict", word(verdict));
    fields.put("strategy", spec.strategyName());
    fields.put("parameters", spec.parameters().asText());
    fields.put(
        "symbols", spec.market().instruments().stream().map(one -> one.id().toString()).toList());
    fields.put("interval", spec.interval().toString());
    fields.put("from", Utc.format(spec.fromNs()));
    fields.put("to", Utc.format(spec.toNs()));
    return fields;
  }

  private static Map<String, Object> of(FeatureCurve feature) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", feature.name());
    fields.put("shape", word(feature.shape()));
    fields.put("settledAfter", number(feature.settledAfter()));
    fields.put(
        "worst",
        feature.worst().stream()
            .map(value -> Double.isFinite(value) ? Optional.of(value) : Optional.empty())
            .toList());
    return fields;
  }

  private static Map<String, Object> of(WarmupReport.Start start) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("history", start.history());
    fields.put("from", Utc.format(start.beganNs()));
    fields.put("differing", start.differing());
    return fields;
  }

  private static List<Map<String, Object>> findings(List<Finding> findings) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("kind", word(finding.kind()));
      fields.put("text", finding.kind().text());
      fields.put("runs", finding.runs());
      fields.put("differences", finding.differences().stream().map(ExaminationFields::of).toList());
      all.add(fields);
    }
    return all;
  }

  private static Map<String, Object> of(Difference difference) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", Utc.format(difference.timeNs()));
    fields.put("symbol", difference.symbol());
    fields.put("subject", difference.subject().label());
    fields.put("name", difference.name());
    fields.put("whole", difference.whole());
    fields.put("other", difference.other());
    fields.put("history", Utc.format(difference.historyNs()));
    return fields;
  }

  private static Optional<Integer> number(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
