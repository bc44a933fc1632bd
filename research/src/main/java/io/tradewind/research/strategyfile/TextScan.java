package io.tradewind.research.strategyfile;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a source where a text is made of something that may show an object's identity, which
 * differs from run to run: in {@code +} and {@code +=}, {@code toString}, {@code String.valueOf},
 * {@code format} and {@code join}, {@code append} and {@code insert} of a builder, {@code
 * Objects.toString}, {@code Arrays.toString}, the checks, {@code AssertionError}, and references to
 * these methods. The source is asked and not the bytecode, because only it knows what a list holds.
 *
 * <p>What remains: an unchecked cast can put an array into a list of texts; a library may make a
 * text of what it was given, as the duplicate key of a {@code toMap} in the message of its
 * exception, which a strategy may catch and tell; and a class in the cache was examined when it was
 * compiled, not when it is loaded.
 */
final class TextScan extends TreePathScanner<@Nullable Void, @Nullable Void> {
  /** A text that would show an identity: its line, the method around it, and of what it is made. */
  record Finding(int line, String where, String thing) {}

  private static final Set<String> MAKERS =
      Set.of(
          "java.lang.String.valueOf",
          "java.lang.String.format",
          "java.lang.String.formatted",
          "java.lang.String.join",
          "java.lang.StringBuilder.append",
          "java.lang.StringBuilder.insert",
          "java.lang.AssertionError.<init>",
          "java.util.Objects.toString",
          "java.util.Arrays.toString",
          "java.util.Arrays.deepToString",
          "java.util.StringJoiner.add",
          "io.tradewind.analytics.check.Check.argument",
          "io.tradewind.analytics.check.Check.invariant");

  private final CompilationUnitTree unit;
  private final Trees trees;
  private final JavacTask task;
  private final TextTypes texts;
  private final List<Finding> found = new ArrayList<>();

  private TextScan(JavacTask task, CompilationUnitTree unit) {
    this.unit = unit;
    this.trees = Trees.instance(task);
    this.task = task;
    this.texts = new TextTypes(task, unit);
  }

  /** All of a task's sources, which have no errors. */
  static List<Finding> findings(JavacTask task) throws IOException {
    List<Finding> found = new ArrayList<>();
    Iterable<? extends CompilationUnitTree> units = task.parse();
    task.analyze();
    for (CompilationUnitTree unit : units) {
      TextScan scan = new TextScan(task, unit);
      scan.scan(unit, null);
      found.addAll(scan.found);
    }
    return found;
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
    super.visitBinary(tree, null);
    if (tree.getKind() == Tree.Kind.PLUS && isText(getCurrentPath())) {
      text(tree.getLeftOperand());
      text(tree.getRightOperand());
    }
    return null;
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree tree, @Nullable Void nothing) {
    if (tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT && isText(getCurrentPath())) {
      text(tree.getExpression());
    }
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
    if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
      if (isToString(method) && tree.getMethodSelect() instanceof MemberSelectTree select) {
        text(select.getExpression());
      } else if (makesText(method)) {
        arguments(method, tree.getArguments());
      }
    }
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
    if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method
        && makesText(method)) {
      arguments(method, tree.getArguments());
    }
    return super.visitNewClass(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
    if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
      if (isToString(method)) {
        text(tree.getQualifierExpression());
      } else if (makesText(method)) {
        given(getCurrentPath()).forEach(type -> judge(tree, type, texts.showsIdentity(type)));
      }
    }
    return super.visitMemberReference(tree, null);
  }

  private boolean isText(TreePath path) {
    TypeMirror type = trees.getTypeMirror(path);
    return type instanceof DeclaredType declared
        && declared.asElement().getSimpleName().contentEquals("String");
  }

  private static boolean isToString(ExecutableElement method) {
    return method.getSimpleName().contentEquals("toString") && method.getParameters().isEmpty();
  }

  private static boolean makesText(ExecutableElement method) {
    return MAKERS.contains(name(method));
  }

  private static String name(ExecutableElement method) {
    return method.getEnclosingElement() + "." + method.getSimpleName();
  }

  private void text(ExpressionTree part) {
    TypeMirror type = type(part);
    judge(part, type, texts.showsIdentity(type));
  }

  private void arguments(ExecutableElement method, List<? extends ExpressionTree> given) {
    String name = name(method);
    int last = method.getParameters().size() - 1;
    for (int i = 0; i < given.size(); i++) {
      TypeMirror type = type(given.get(i));
      TypeMirror asked = method.getParameters().get(Math.min(i, last)).asType();
      boolean spread = method.isVarArgs() && i == last && given.size() == last + 1;
      boolean inside =
          (spread && isArrayOfObjects(type))
              || name.startsWith("java.util.Arrays.")
              || (name.equals("java.lang.String.join") && texts.isIterable(type));
      boolean letters = asked instanceof ArrayType && !method.isVarArgs() && !inside;
      boolean shows =
          inside
              ? texts.elementsShowIdentity(name.endsWith("deepToString") ? rows(type) : type)
              : texts.showsIdentity(type);
      judge(given.get(i), type, shows && !letters);
    }
  }

  private static boolean isArrayOfObjects(TypeMirror type) {
    return type instanceof ArrayType array && !array.getComponentType().getKind().isPrimitive();
  }

  /** The innermost rows of an array of arrays. */
  private static TypeMirror rows(TypeMirror type) {
    TypeMirror rows = type;
    while (rows instanceof ArrayType array && array.getComponentType() instanceof ArrayType inner) {
      rows = inner;
    }
    return rows;
  }

  /** What the method behind a reference is given, by the type that the reference has. */
  private List<TypeMirror> given(TreePath reference) {
    List<TypeMirror> given = new ArrayList<>();
    if (trees.getTypeMirror(reference) instanceof DeclaredType target) {
      for (ExecutableElement method :
          ElementFilter.methodsIn(
              task.getElements().getAllMembers((TypeElement) target.asElement()))) {
        if (method.getModifiers().contains(Modifier.ABSTRACT)
            && task.getTypes().asMemberOf(target, method) instanceof ExecutableType type) {
          type.getParameterTypes().forEach(parameter -> given.add(bound(parameter)));
        }
      }
    }
    return given;
  }

  /** What is given to a method that takes any super type of something is that. */
  private static TypeMirror bound(TypeMirror type) {
    return type instanceof WildcardType wildcard && wildcard.getSuperBound() != null
        ? wildcard.getSuperBound()
        : type;
  }

  private TypeMirror type(ExpressionTree tree) {
    TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
    return type == null ? task.getTypes().getNoType(TypeKind.NONE) : type;
  }

  private void judge(Tree tree, TypeMirror type, boolean shows) {
    if (shows) {
      long start = trees.getSourcePositions().getStartPosition(unit, tree);
      int line = (int) unit.getLineMap().getLineNumber(start);
      found.add(new Finding(line, where(), "the text of " + type));
    }
  }

  /** The method around the place, or what runs the field or block around it. */
  private String where() {
    Tree inner = unit;
    for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
      Tree tree = path.getLeaf();
      if (tree instanceof MethodTree method) {
        return CodeScan.sourceName(method.getName().toString());
      }
      if (tree instanceof ClassTree) {
        return CodeScan.sourceName(isStatic(inner) ? "<clinit>" : "<init>");
      }
      inner = tree;
    }
    return CodeScan.sourceName("<clinit>");
  }

  private static boolean isStatic(Tree member) {
    return switch (member) {
      case BlockTree block -> block.isStatic();
      case VariableTree field -> field.getModifiers().getFlags().contains(Modifier.STATIC);
      default -> false;
    };
  }
}
