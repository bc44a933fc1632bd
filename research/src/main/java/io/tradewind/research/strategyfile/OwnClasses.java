package io.tradewind.research.strategyfile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The classes of one file, parsed. Names are internal, with slashes, but for {@link #bytes}. */
final class OwnClasses {
  private final Map<String, byte[]> bytes;
  private final Map<String, ClassModel> models = new TreeMap<>();

  private OwnClasses(Map<String, byte[]> bytes) {
    this.bytes = bytes;
  }

  /** Parses class files by binary name; empty if one is damaged or bears another name. */
  static Optional<OwnClasses> parse(Map<String, byte[]> bytes) {
    OwnClasses own = new OwnClasses(bytes);
    try {
      for (Map.Entry<String, byte[]> entry : bytes.entrySet()) {
        ClassModel model = ClassFile.of().parse(entry.getValue());
        String name = model.thisClass().asInternalName();
        if (!name.replace('/', '.').equals(entry.getKey())) {
          return Optional.empty();
        }
        own.models.put(name, model);
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(own);
  }

  /** Class files by binary name with dots. */
  Map<String, byte[]> bytes() {
    return bytes;
  }

  Collection<ClassModel> models() {
    return models.values();
  }

  Optional<ClassModel> find(String internalName) {
    return Optional.ofNullable(models.get(internalName));
  }

  boolean contains(String internalName) {
    return models.containsKey(internalName);
  }

  /** A class and all of its super types that are known, this file's and those next outside. */
  SortedSet<String> withSupers(String internalName) {
    SortedSet<String> seen = new TreeSet<>();
    Deque<String> todo = new ArrayDeque<>();
    todo.add(internalName);
    while (!todo.isEmpty()) {
      String name = todo.removeFirst();
      ClassModel model = models.get(name);
      if (seen.add(name) && model != null) {
        model.superclass().map(ClassEntry::asInternalName).ifPresent(todo::add);
        model.interfaces().forEach(i -> todo.add(i.asInternalName()));
      }
    }
    return seen;
  }

  /** Whether a class of this file, or one that it extends here, declares such a method. */
  boolean declares(String internalName, String method, String descriptor) {
    return withSupers(internalName).stream()
        .flatMap(name -> find(name).stream())
        .flatMap(model -> model.methods().stream())
        .anyMatch(m -> is(m, method, descriptor));
  }

  static boolean is(MethodModel method, String name, String descriptor) {
    return method.methodName().equalsString(name) && method.methodType().equalsString(descriptor);
  }
}
