package io.tradewind.research.strategyfile;

import java.util.Map;

/**
 * Defines the classes of one file. Its own come first: a name that was examined as the file's own
 * can never turn out to be another class of this program.
 */
final class OwnClassLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  OwnClassLoader(Map<String, byte[]> classes, ClassLoader parent) {
    super("strategy", parent);
    this.classes = classes;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : defineClass(name, bytes, 0, bytes.length);
    }
  }
}
