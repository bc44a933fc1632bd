package io.tradewind.research.strategyfile;

import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Examines the instructions of one method, in their order, with the source line of each. */
final class CodeScan {
  private final ReachScan scan;
  private final String where;
  private int line;

  CodeScan(ReachScan scan, String where, int firstLine) {
    this.scan = scan;
    this.where = where;
    this.line = firstLine;
  }

  void scan(CodeModel code) {
    IdentityHashMap<Label, Integer> lineOf = new IdentityHashMap<>();
    List<Label> labels = new ArrayList<>();
    for (CodeElement element : code) {
      switch (element) {
        case LineNumber number -> line = number.line();
        case LabelTarget target -> labels.add(target.label());
        case Instruction instruction -> {
          labels.forEach(label -> lineOf.put(label, line));
          labels.clear();
          instruction(instruction);
        }
        default -> {}
      }
    }
    for (ExceptionCatch handler : code.exceptionHandlers()) {
      int at = lineOf.getOrDefault(handler.handler(), line);
      handler.catchType().ifPresent(type -> scan.type(at, where, type));
    }
  }

  private void instruction(Instruction instruction) {
    switch (instruction) {
      case InvokeInstruction call -> scan.member(line, where, call.method());
      case FieldInstruction access -> scan.member(line, where, access.field());
      case NewObjectInstruction made -> scan.type(line, where, made.className());
      case NewReferenceArrayInstruction made -> scan.type(line, where, made.componentType());
      case NewMultiArrayInstruction made -> scan.type(line, where, made.arrayType());
      case TypeCheckInstruction check -> scan.type(line, where, check.type());
      case MonitorInstruction monitor -> scan.tell(line, Reach.THREADS, where, "synchronized");
      case LoadConstantInstruction load -> loaded(load.constantEntry());
      case InvokeDynamicInstruction dynamic -> dynamic(dynamic);
      default -> {}
    }
  }

  /** Java's source has no such constants but classes, numbers and texts. */
  private void loaded(LoadableConstantEntry constant) {
    switch (constant) {
      case ClassEntry type -> scan.type(line, where, type);
      case MethodHandleEntry handle -> scan.tell(line, Reach.REFLECTION, where, "MethodHandle");
      case MethodTypeEntry type -> scan.tell(line, Reach.REFLECTION, where, "MethodType");
      case ConstantDynamicEntry dynamic ->
          scan.tell(line, Reach.REFLECTION, where, "dynamic constant");
      default -> {}
    }
  }

  private void dynamic(InvokeDynamicInstruction dynamic) {
    BootstrapMethodEntry bootstrap = dynamic.invokedynamic().bootstrap();
    MemberRefEntry wiring = bootstrap.bootstrapMethod().reference();
    String owner = wiring.owner().asInternalName();
    if (!ReachRules.isBootstrap(owner, wiring.name().stringValue())) {
      scan.tell(line, Reach.REFLECTION, where, owner.replace('/', '.'));
    }
    types(dynamic.typeSymbol());
    bootstrap.arguments().forEach(this::argument);
  }

  private void argument(LoadableConstantEntry constant) {
    switch (constant) {
      case ClassEntry type -> scan.type(line, where, type);
      case MethodHandleEntry handle -> scan.member(line, where, handle.reference());
      case MethodTypeEntry type -> types(type.asSymbol());
      case ConstantDynamicEntry label -> enumLabel(label.bootstrap());
      default -> {}
    }
  }

  /** A switch over patterns names an enum's constant by a constant that is made when needed. */
  private void enumLabel(BootstrapMethodEntry bootstrap) {
    boolean invoke =
        isMember(bootstrap.bootstrapMethod(), "java/lang/invoke/ConstantBootstraps", "invoke");
    for (LoadableConstantEntry constant : bootstrap.arguments()) {
      boolean label =
          switch (constant) {
            case MethodHandleEntry handle ->
                isMember(handle, "java/lang/constant/ClassDesc", "of")
                    || isMember(handle, "java/lang/Enum$EnumDesc", "of");
            case ConstantDynamicEntry nested -> {
              enumLabel(nested.bootstrap());
              yield true;
            }
            case MethodTypeEntry type -> false;
            default -> true;
          };
      if (!invoke || !label) {
        scan.tell(line, Reach.REFLECTION, where, "dynamic constant");
      }
    }
  }

  private static boolean isMember(MethodHandleEntry handle, String owner, String name) {
    MemberRefEntry member = handle.reference();
    return member.owner().asInternalName().equals(owner) && member.name().equalsString(name);
  }

  private void types(MethodTypeDesc type) {
    scan.type(line, where, type.returnType());
    type.parameterList().forEach(parameter -> scan.type(line, where, parameter));
  }

  /** Line of a method's first instruction, 0 where it has none. */
  static int firstLine(MethodModel method) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .filter(LineNumber.class::isInstance)
        .mapToInt(element -> ((LineNumber) element).line())
        .findFirst()
        .orElse(0);
  }

  /** The name that the author knows: of the method that a lambda stands in. */
  static String sourceName(String name) {
    if (name.startsWith("lambda$")) {
      String rest = name.substring("lambda$".length());
      int end = rest.lastIndexOf('$');
      return sourceName(
          switch (end < 0 ? rest : rest.substring(0, end)) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            case String method -> method;
          });
    }
    return switch (name) {
      case "<init>" -> "the constructor";
      case "<clinit>" -> "the static initialiser";
      default -> name;
    };
  }
}
