package io.tradewind.research.strategyfile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a static type whether a text of it may show an object's identity, such as {@code
 * [I@1b2c3d}: an array, a type that has no words of its own, or one that holds such a thing and
 * tells what it holds (a collection, a map, an optional, a record). What is not known to have words
 * of its own is taken to have none: {@code Object}, a type variable, an interface of the library.
 */
final class TextTypes {
  /** What tells all that it holds, by the arguments of its type. */
  private static final List<String> HOLDERS =
      List.of("java.util.Collection", "java.util.Map", "java.util.Map.Entry", "java.util.Optional");

  private final Types types;
  private final Elements elements;
  private final Trees trees;
  private final List<TypeElement> own = new ArrayList<>();

  /** Of the types that a file's task has come to know. */
  TextTypes(JavacTask task, CompilationUnitTree unit) {
    this.types = task.getTypes();
    this.elements = task.getElements();
    this.trees = Trees.instance(task);
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
          own.add(type);
        }
        return super.visitClass(tree, null);
      }
    }.scan(unit, null);
  }

  /** Whether a text of this type may show an identity. */
  boolean showsIdentity(TypeMirror type) {
    return shows(type, new HashSet<>());
  }

  /** Whether a text of what can be iterated over in this type may show an identity. */
  boolean elementsShowIdentity(TypeMirror type) {
    return type instanceof ArrayType array
        ? showsIdentity(array.getComponentType())
        : argumentsShow(type, "java.lang.Iterable", new HashSet<>());
  }

  boolean isIterable(TypeMirror type) {
    return isA(type, "java.lang.Iterable");
  }

  private boolean shows(TypeMirror type, Set<String> asked) {
    return switch (type) {
      case ArrayType _ -> true;
      case TypeVariable variable -> shows(variable.getUpperBound(), asked);
      case WildcardType wildcard ->
          wildcard.getExtendsBound() == null || shows(wildcard.getExtendsBound(), asked);
      case IntersectionType all -> all.getBounds().stream().allMatch(t -> shows(t, asked));
      case UnionType any -> any.getAlternatives().stream().anyMatch(t -> shows(t, asked));
      case DeclaredType declared ->
          // Asked again within itself, a type shows what it shows otherwise.
          asked.add(declared.toString()) && declaredShows(declared, asked);
      default -> false;
    };
  }

  private boolean declaredShows(DeclaredType type, Set<String> asked) {
    for (String holder : HOLDERS) {
      if (isA(type, holder)) {
        return argumentsShow(type, holder, asked);
      }
    }
    TypeElement element = (TypeElement) type.asElement();
    return wordless(element, asked)
        || own.stream()
            .filter(other -> !other.equals(element) && !isAbstract(other))
            .filter(other -> isSubtype(other.asType(), element.asType()))
            .anyMatch(other -> shows(other.asType(), asked));
  }

  /** Whether the type itself gives no words, or its components give an identity away. */
  private boolean wordless(TypeElement element, Set<String> asked) {
    ClassTree tree = trees.getTree(element);
    if (tree != null && !element.getRecordComponents().isEmpty()) {
      return !declaresText(tree)
          && element.getRecordComponents().stream()
              .map(RecordComponentElement::asType)
              .anyMatch(type -> shows(type, asked));
    }
    if (hasWords(element)) {
      return false;
    }
    if (!element.getPermittedSubclasses().isEmpty()) {
      return element.getPermittedSubclasses().stream().anyMatch(type -> shows(type, asked));
    }
    boolean ofFile = own.contains(element);
    return !ofFile || !isAbstract(element) || elements.isFunctionalInterface(element);
  }

  private static boolean declaresText(ClassTree tree) {
    return tree.getMembers().stream()
        .anyMatch(member ->
            member instanceof MethodTree method
                && method.getName().contentEquals("toString")
                && method.getParameters().isEmpty());
  }

  /**
   * Whether the type or one above it declares a text, but for Object. To a class the promise of an
   * interface brings none.
   */
  private boolean hasWords(TypeElement element) {
    return ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
        .filter(method -> method.getSimpleName().contentEquals("toString"))
        .filter(method -> method.getParameters().isEmpty())
        .map(method -> (TypeElement) method.getEnclosingElement())
        .filter(owner -> element.getKind().isInterface() || owner.getKind().isClass())
        .anyMatch(owner -> !owner.getQualifiedName().contentEquals("java.lang.Object"));
  }

  private static boolean isAbstract(TypeElement type) {
    return type.getModifiers().contains(Modifier.ABSTRACT);
  }

  private boolean isA(TypeMirror type, String name) {
    TypeElement element = elements.getTypeElement(name);
    return element != null && isSubtype(type, element.asType());
  }

  private boolean isSubtype(TypeMirror type, TypeMirror above) {
    return types.isSubtype(types.erasure(type), types.erasure(above));
  }

  /** Whether what a type holds, as this super type of it says, shows an identity. */
  private boolean argumentsShow(TypeMirror type, String holder, Set<String> asked) {
    if (type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(holder)) {
      List<? extends TypeMirror> arguments = declared.getTypeArguments();
      return arguments.isEmpty() || arguments.stream().anyMatch(t -> shows(t, asked));
    }
    return types.directSupertypes(type).stream()
        .filter(above -> isA(above, holder))
        .anyMatch(above -> argumentsShow(above, holder, asked));
  }
}
