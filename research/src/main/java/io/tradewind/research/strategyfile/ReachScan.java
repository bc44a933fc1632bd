package io.tradewind.research.strategyfile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Examines the bytecode of a file's classes: super types, fields, methods and every instruction
 * that names a type, a member or a bootstrap. Each finding is told once for a line and a kind.
 */
final class ReachScan {
  private final OwnClasses own;
  private final SourceLines lines;
  private final SortedMap<Place, String> found = new TreeMap<>();

  private ReachScan(OwnClasses own, SourceLines lines) {
    this.own = own;
    this.lines = lines;
  }

  /**
   * Everything that is refused, by line; empty where all is allowed.
   *
   * @param texts what the source was found to make texts of
   */
  static List<String> reasons(OwnClasses own, SourceLines lines, List<TextScan.Finding> texts) {
    ReachScan scan = new ReachScan(own, lines);
    own.models().forEach(scan::scan);
    texts.forEach(text -> scan.tell(text.line(), Reach.IDENTITY, text.where(), text.thing()));
    return new ArrayList<>(scan.found.values());
  }

  private record Place(int line, Reach reach) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Comparator.comparingInt(Place::line).thenComparing(Place::reach).compare(this, other);
    }
  }

  private void scan(ClassModel model) {
    String simpleName = StrategyShape.simpleName(model);
    int codeLine =
        model.methods().stream().mapToInt(CodeScan::firstLine).filter(l -> l > 0).min().orElse(1);
    int classLine = lines.ofClass(simpleName, codeLine);
    String self = model.thisClass().asInternalName();
    if (ReachRules.isReserved(self)) {
      tell(classLine, Reach.OTHER, simpleName, "a package of Tradewind or Java: " + shown(self));
    }
    model.superclass().ifPresent(type -> type(classLine, simpleName, type));
    model.interfaces().forEach(type -> type(classLine, simpleName, type));
    for (FieldModel field : model.fields()) {
      field(field, simpleName, classLine);
    }
    for (MethodModel method : model.methods()) {
      method(method, simpleName, classLine);
    }
  }

  private void field(FieldModel field, String simpleName, int classLine) {
    String name = field.fieldName().stringValue();
    boolean isStatic = field.flags().has(AccessFlag.STATIC);
    int line = lines.ofField(name, isStatic, classLine);
    type(line, simpleName, field.fieldTypeSymbol());
    if (isStatic && !field.flags().has(AccessFlag.FINAL)) {
      tell(line, Reach.SHARED, simpleName, name);
    }
  }

  private void method(MethodModel method, String simpleName, int classLine) {
    String name = method.methodName().stringValue();
    String where = CodeScan.sourceName(name);
    boolean constructor = name.equals("<init>");
    int first = CodeScan.firstLine(method);
    String written = constructor ? simpleName : name;
    int line = first == 0 ? lines.ofBodiless(written, classLine) : lines.ofMethod(written, first);
    MethodTypeDesc descriptor = method.methodTypeSymbol();
    type(line, where, descriptor.returnType());
    descriptor.parameterList().forEach(parameter -> type(line, where, parameter));
    if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
      tell(line, Reach.THREADS, where, "synchronized");
    }
    if ((method.flags().flagsMask() & ClassFile.ACC_NATIVE) != 0) {
      tell(line, Reach.REFLECTION, where, "native");
    }
    if (OwnClasses.is(method, "finalize", "()V")) {
      tell(line, Reach.THREADS, where, "finalize");
    }
    method.code().ifPresent(code -> new CodeScan(this, where, Math.max(first, 1)).scan(code));
  }

  void tell(int line, Reach reach, String where, String thing) {
    String at = where.replace('$', '.');
    found.putIfAbsent(new Place(line, reach), lines.at(line) + reach.tell(at, thing));
  }

  void type(int line, String where, ClassEntry entry) {
    type(line, where, entry.asSymbol());
  }

  void type(int line, String where, ClassDesc type) {
    ClassDesc element = type;
    while (element.isArray()) {
      element = element.componentType();
    }
    if (!element.isPrimitive()) {
      String name = internalName(element);
      if (!own.contains(name)) {
        ReachRules.ofType(name).ifPresent(reach -> tell(line, reach, where, shown(name)));
      }
    }
  }

  /** Judges a method or field by the class that it comes from. */
  void member(int line, String where, MemberRefEntry member) {
    String name = member.name().stringValue();
    String descriptor = member.type().stringValue();
    ClassDesc owner = member.owner().asSymbol();
    if (owner.isArray()) {
      type(line, where, owner);
      String array = "java/lang/Object";
      judge(line, where, array, name, descriptor);
      return;
    }
    String ownerName = internalName(owner);
    if (!own.contains(ownerName)) {
      judge(
          line,
          where,
          enumMember(ownerName, name) ? "java/lang/Enum" : ownerName,
          name,
          descriptor);
    } else if (!declared(ownerName, name, descriptor)) {
      own.withSupers(ownerName).stream()
          .filter(type -> !own.contains(type))
          .filter(type -> !OBJECT_TEXT.contains(name) || isObjectRoot(type, ownerName))
          .forEach(type -> judge(line, where, type, name, descriptor));
    }
  }

  private static final List<String> OBJECT_TEXT = List.of("hashCode", "toString");

  /** Only these give an identity where a class of the file has no words of its own. */
  private boolean isObjectRoot(String type, String ownerName) {
    boolean isInterface =
        own.find(ownerName).stream().anyMatch(m -> m.flags().has(AccessFlag.INTERFACE));
    return type.equals("java/lang/Enum") || (type.equals("java/lang/Object") && !isInterface);
  }

  private boolean declared(String owner, String name, String descriptor) {
    return own.declares(owner, name, descriptor)
        || own.withSupers(owner).stream()
            .flatMap(type -> own.find(type).stream())
            .flatMap(model -> model.fields().stream())
            .anyMatch(
                f -> f.fieldName().equalsString(name) && f.fieldType().equalsString(descriptor));
  }

  private void judge(int line, String where, String owner, String name, String descriptor) {
    boolean hashes = !where.equals("hashCode") && ReachRules.hashesOthers(owner, name, descriptor);
    ReachRules.ofMember(owner, name, descriptor)
        .or(() -> hashes ? Optional.of(Reach.IDENTITY) : Optional.empty())
        .ifPresent(reach -> {
          String member = name.equals("<init>") ? "" : "." + name;
          tell(line, reach, where, shown(owner) + member);
        });
  }

  /** The hash code of an enum is an identity; of our own types it can be asked which are enums. */
  private static boolean enumMember(String owner, String name) {
    if (!name.equals("hashCode") || ReachRules.ofType(owner).isPresent()) {
      return false;
    }
    try {
      return Class.forName(owner.replace('/', '.'), false, ReachScan.class.getClassLoader())
          .isEnum();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("javac found " + owner + " on the class path", e);
    }
  }

  private static String internalName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private static String shown(String internalName) {
    return internalName.replace('/', '.').replace('$', '.');
  }
}
