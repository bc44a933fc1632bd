package io.tradewind.store.audit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a record is made of.
 *
 * @param components in the order in which they are declared
 * @param constructor the canonical one
 */
record RecordShape(List<RecordComponent> components, Constructor<?> constructor) {
  private static final Map<Class<?>, RecordShape> SHAPES = new ConcurrentHashMap<>();
  private static final Map<Class<?>, Map<String, Class<?>>> KINDS = new ConcurrentHashMap<>();

  static RecordShape of(Class<?> type) {
    return SHAPES.computeIfAbsent(type, RecordShape::read);
  }

  private static RecordShape read(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      // A record that is not public may be written, too.
      constructor.setAccessible(true);
      for (RecordComponent component : components) {
        component.getAccessor().setAccessible(true);
      }
      return new RecordShape(List.of(components), constructor);
    } catch (NoSuchMethodException e) {
      throw new AuditException("%s has no canonical constructor".formatted(type.getName()), e);
    }
  }

  static Object get(RecordComponent component, Record from) {
    try {
      return component.getAccessor().invoke(from);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AuditException("cannot read %s".formatted(component), e);
    }
  }

  /** Makes one; what its constructor refuses is told as it says it. */
  Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new AuditException(String.valueOf(cause.getMessage()), cause);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new AuditException("cannot make a %s".formatted(constructor), e);
    }
  }

  /** The records under a sealed interface, by name. */
  static Map<String, Class<?>> kinds(Class<?> sealed) {
    return KINDS.computeIfAbsent(sealed, RecordShape::readKinds);
  }

  private static Map<String, Class<?>> readKinds(Class<?> sealed) {
    Map<String, Class<?>> byName = new TreeMap<>();
    for (Class<?> record : recordsUnder(sealed)) {
      Class<?> other = byName.put(AuditJson.key(record), record);
      if (other != null) {
        throw new AuditException("%s and %s have one name".formatted(record, other));
      }
    }
    return byName;
  }

  private static List<Class<?>> recordsUnder(Class<?> type) {
    if (type.isRecord()) {
      return List.of(type);
    }
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted == null) {
      throw new AuditException("%s is neither a record nor sealed".formatted(type.getName()));
    }
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> next : permitted) {
      found.addAll(recordsUnder(next));
    }
    return found;
  }
}
