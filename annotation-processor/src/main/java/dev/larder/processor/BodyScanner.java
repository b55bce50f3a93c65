package dev.larder.processor;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for annotated declarations inside of bodies: local and anonymous classes, also those of
 * enum constants, and parameters of lambdas.
 */
final class BodyScanner extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final List<Tree> found = new ArrayList<>();
  private int depth;

  private BodyScanner() {}

  /** Those in a type that have an annotation with the simple name of one of Larder's. */
  static List<Tree> declarations(Tree type) {
    BodyScanner scanner = new BodyScanner();
    scanner.scan(type, null);
    return scanner.found;
  }

  @Override
  public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
    depth++;
    super.visitBlock(block, null);
    depth--;
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void nothing) {
    depth++;
    super.visitLambdaExpression(lambda, null);
    depth--;
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree created, @Nullable Void nothing) {
    depth++;
    super.visitNewClass(created, null);
    depth--;
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
    add(type, type.getModifiers());
    return super.visitClass(type, null);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
    add(method, method.getModifiers());
    return super.visitMethod(method, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
    add(variable, variable.getModifiers());
    return super.visitVariable(variable, null);
  }

  private void add(Tree declaration, ModifiersTree modifiers) {
    if (depth > 0
        && modifiers.getAnnotations().stream()
            .anyMatch(tree -> isLarders(tree.getAnnotationType().toString()))) {
      found.add(declaration);
    }
  }

  private static boolean isLarders(String type) {
    // Any part of it: a container of several annotations is written as DefinesModel.List.
    return Stream.of(type.split("\\.")).anyMatch(CodeReader.ANNOTATIONS::contains);
  }
}
