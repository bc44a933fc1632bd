package io.tradewind.research.strategyfile;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;

/** Whether a file holds exactly one public strategy that can be made. */
sealed interface StrategyShape {
  /** Internal name of the interface. */
  String STRATEGY = "io/tradewind/core/strategy/Strategy";

  /** It does: the internal name of the class. */
  record Right(String className) implements StrategyShape {}

  /** It does not. */
  record Wrong(List<String> reasons) implements StrategyShape {}

  /** Looks at the classes without loading them. */
  static StrategyShape of(OwnClasses own, SourceLines lines) {
    List<ClassModel> found =
        own.models().stream()
            .filter(model -> isPublic(model) && !model.flags().has(AccessFlag.INTERFACE))
            .filter(model -> own.withSupers(name(model)).contains(STRATEGY))
            .toList();
    if (found.isEmpty()) {
      return new Wrong(
          List.of(
              lines.at(1)
                  + "holds no strategy: write one public class that"
                  + " implements io.tradewind.core.strategy.Strategy"));
    }
    if (found.size() > 1) {
      return new Wrong(
          List.of(
              lines.at(line(found.get(1), lines))
                  + "holds more than one public strategy ("
                  + String.join(", ", found.stream().map(StrategyShape::simpleName).toList())
                  + "): leave one public, or give each a file of its own"));
    }
    return ofClass(found.getFirst(), lines);
  }

  private static StrategyShape ofClass(ClassModel model, SourceLines lines) {
    String start = lines.at(line(model, lines)) + simpleName(model);
    if (model.flags().has(AccessFlag.ABSTRACT)) {
      return new Wrong(List.of(start + " is abstract: write a public class that extends it"));
    }
    if (isInner(model)) {
      return new Wrong(
          List.of(start + " belongs to an object of another class: make it static or top level"));
    }
    boolean canBeMade =
        model.methods().stream()
            .anyMatch(method ->
                OwnClasses.is(method, "<init>", "()V") && method.flags().has(AccessFlag.PUBLIC));
    if (!canBeMade) {
      return new Wrong(
          List.of(
              start
                  + " needs a public constructor without arguments: what it would be given,"
                  + " declare in parameters() and read in prepare()"));
    }
    return new Right(name(model));
  }

  /** Name without package and outer classes. */
  static String simpleName(ClassModel model) {
    return inner(model)
        .flatMap(InnerClassInfo::innerName)
        .map(name -> name.stringValue())
        .orElseGet(() -> name(model).substring(name(model).lastIndexOf('/') + 1));
  }

  private static String name(ClassModel model) {
    return model.thisClass().asInternalName();
  }

  private static int line(ClassModel model, SourceLines lines) {
    return lines.ofClass(simpleName(model), 1);
  }

  /** A nested class that is protected is public in its flags and not in its outer's words. */
  private static boolean isPublic(ClassModel model) {
    return inner(model)
        .map(info -> (info.flagsMask() & ClassFile.ACC_PUBLIC) != 0)
        .orElse(model.flags().has(AccessFlag.PUBLIC));
  }

  private static boolean isInner(ClassModel model) {
    return inner(model).map(info -> (info.flagsMask() & ClassFile.ACC_STATIC) == 0).orElse(false);
  }

  private static Optional<InnerClassInfo> inner(ClassModel model) {
    ClassEntry self = model.thisClass();
    return model.findAttribute(Attributes.innerClasses()).stream()
        .flatMap(attribute -> attribute.classes().stream())
        .filter(info -> info.innerClass().asInternalName().equals(self.asInternalName()))
        .findFirst();
  }
}
