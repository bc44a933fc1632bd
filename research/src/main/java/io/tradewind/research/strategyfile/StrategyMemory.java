package io.tradewind.research.strategyfile;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells of fields that a restart would lose. Fields that only the constructor and {@code prepare}
 * set are none: both run again. A field is memory if another method sets it, if it is an array or a
 * collection and a method that uses it stores into one, or if it is an indicator.
 */
final class StrategyMemory {
  private static final Set<String> REMADE = Set.of("<init>", "prepare");
  private static final Set<String> CHANGES =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "put",
          "putAll",
          "putIfAbsent",
          "merge",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "set",
          "remove",
          "removeIf",
          "removeFirst",
          "removeLast",
          "poll",
          "pollFirst",
          "pollLast",
          "pop",
          "pollFirstEntry",
          "pollLastEntry",
          "clear",
          "flip",
          "append",
          "insert",
          "replace",
          "replaceAll",
          "retainAll",
          "removeAll",
          "setLength",
          "fill",
          "sort");

  private StrategyMemory() {}

  /** Notices about a strategy of this internal name; empty where nothing would be lost. */
  static List<String> notices(OwnClasses own, String className, SourceLines lines) {
    boolean saves =
        own.declares(className, "save", "(Lio/tradewind/analytics/state/StateWriter;)V");
    boolean loads =
        own.declares(className, "load", "(Lio/tradewind/analytics/state/StateReader;)V");
    if (saves && loads) {
      return List.of();
    }
    List<ClassModel> models =
        own.withSupers(className).stream().flatMap(name -> own.find(name).stream()).toList();
    List<String> names = new ArrayList<>();
    int line = 1;
    for (ClassModel model : models) {
      for (FieldModel field : model.fields()) {
        if (isMemory(field, models)) {
          String name = field.fieldName().stringValue();
          line = names.isEmpty() ? lines.ofField(name, false, 1) : line;
          names.add(name);
        }
      }
    }
    if (names.isEmpty()) {
      return List.of();
    }
    String missing = saves ? "load" : loads ? "save" : "save and load";
    return List.of(
        lines.at(line)
            + "a restart would lose what these fields remember: "
            + String.join(", ", names)
            + ". Override "
            + missing
            + " to keep it.");
  }

  private static boolean isMemory(FieldModel field, List<ClassModel> models) {
    if (field.flags().has(AccessFlag.STATIC) || field.flags().has(AccessFlag.SYNTHETIC)) {
      return false;
    }
    String type = field.fieldType().stringValue();
    if (type.startsWith("Lio/tradewind/analytics/") && !type.contains("/parameter/")) {
      return true;
    }
    boolean array = type.startsWith("[");
    boolean holds = array || type.startsWith("Ljava/util/") || type.contains("/StringBuilder;");
    boolean plain = type.length() == 1 || type.equals("Ljava/lang/String;");
    return models.stream()
        .flatMap(model -> model.methods().stream())
        .filter(method -> !REMADE.contains(method.methodName().stringValue()))
        .filter(method -> !method.methodName().stringValue().startsWith("lambda$prepare$"))
        .anyMatch(method ->
            ((plain || holds) && accesses(method, field, Opcode.PUTFIELD))
                || (holds && accesses(method, field, Opcode.GETFIELD) && stores(method, array)));
  }

  private static boolean accesses(MethodModel method, FieldModel field, Opcode opcode) {
    return elements(method).stream()
        .anyMatch(element ->
            element instanceof FieldInstruction access
                && access.opcode() == opcode
                && names(access.field(), field));
  }

  private static boolean names(MemberRefEntry member, FieldModel field) {
    return member.name().equalsString(field.fieldName().stringValue())
        && member.type().equalsString(field.fieldType().stringValue());
  }

  private static boolean stores(MethodModel method, boolean array) {
    return elements(method).stream()
        .anyMatch(element ->
            switch (element) {
              case ArrayStoreInstruction store -> array;
              case InvokeInstruction call -> CHANGES.contains(call.name().stringValue());
              default -> false;
            });
  }

  private static List<CodeElement> elements(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .collect(Collectors.toUnmodifiableList());
  }
}
