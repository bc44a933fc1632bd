package io.tradewind.store.journal;

import io.tradewind.store.disk.Disk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A disk on which a process is killed between two changes of files; it knows what was read. */
final class SteppedDisk {
  private static final Set<String> CHANGES = Set.of("create", "replace", "rename", "delete");

  private final Disk real;
  final List<String> read = new ArrayList<>();
  long steps;
  long dieAfter = Long.MAX_VALUE;
  Runnable beforeRead = () -> {};

  /** The process is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  SteppedDisk(Disk real) {
    this.real = real;
  }

  Disk disk() {
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    boolean changes = CHANGES.contains(method.getName());
    if (changes && steps >= dieAfter) {
      throw new Killed();
    }
    if (method.getName().equals("read")) {
      read.add(String.valueOf(arguments[0]));
      beforeRead.run();
    }
    try {
      Object result = method.invoke(real, arguments);
      steps += changes ? 1 : 0;
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
