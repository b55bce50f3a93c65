package dev.larder.core.classfile;

import dev.larder.api.DefinesModel;
import dev.larder.api.Dimensions;
import dev.larder.api.ModelAlias;
import dev.larder.api.UsesModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Goes through a class file once, as chapter 4 of the JVM's specification describes it. What it
 * does not know it skips, so that class files of later versions can be read too.
 */
final class ClassFileReader {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int BYTES_BEFORE_POOL = 8;

  private final ByteBuffer bytes;
  private final ConstantPool pool;
  private final List<ClassFile.Use> uses = new ArrayList<>();
  private final Set<String> models = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();
  private Language language = Language.JAVA;

  ClassFileReader(byte[] content) {
    bytes = ByteBuffer.wrap(content);
    if (bytes.getInt() != MAGIC) {
      throw new IllegalArgumentException("Another magic number");
    }
    bytes.position(BYTES_BEFORE_POOL);
    pool = ConstantPool.read(bytes);
  }

  ClassFile read() {
    skip(3 * Short.BYTES); // access flags, the class, its parent
    skip(count() * Short.BYTES); // interfaces
    members(); // fields
    members(); // methods
    attributes();
    return new ClassFile(language, uses, models, aliases);
  }

  private void members() {
    int members = count();
    for (int i = 0; i < members; i++) {
      skip(3 * Short.BYTES); // access flags, name, type
      attributes();
    }
  }

  private void attributes() {
    int attributes = count();
    for (int i = 0; i < attributes; i++) {
      String name = pool.text(count());
      int end = bytes.getInt() + bytes.position();
      switch (name) {
        case "RuntimeVisibleAnnotations" -> add(ClassAnnotation.list(bytes, pool));
        case "RuntimeVisibleParameterAnnotations" -> parameters();
        case "SourceFile" -> language = Language.ofSource(pool.text(count())).orElse(language);
        default -> {}
      }
      bytes.position(end);
    }
  }

  private void parameters() {
    int parameters = Byte.toUnsignedInt(bytes.get());
    for (int i = 0; i < parameters; i++) {
      add(ClassAnnotation.list(bytes, pool));
    }
  }

  /** All that one element is annotated with. */
  private void add(List<ClassAnnotation> annotations) {
    int dimensions =
        on(annotations, Dimensions.class)
            .flatMap(annotation -> annotation.value("value", Integer.class).stream())
            .findFirst()
            .orElse(0);
    on(annotations, UsesModel.class)
        .flatMap(annotation -> annotation.value("value", String.class).stream())
        .forEach(model -> uses.add(new ClassFile.Use(model, dimensions)));
    names(annotations, DefinesModel.class).forEach(models::add);
    names(annotations, ModelAlias.class).forEach(aliases::add);
    if (annotations.stream().anyMatch(annotation -> annotation.isOf("kotlin.Metadata"))) {
      language = Language.KOTLIN;
    }
  }

  private static Stream<String> names(List<ClassAnnotation> annotations, Class<?> type) {
    Stream<ClassAnnotation> repeated =
        annotations.stream()
            .filter(annotation -> annotation.isOf(type.getName() + "$List"))
            .flatMap(ClassAnnotation::contained);
    return Stream.concat(on(annotations, type), repeated)
        .flatMap(annotation -> annotation.value("name", String.class).stream());
  }

  private static Stream<ClassAnnotation> on(List<ClassAnnotation> annotations, Class<?> type) {
    return annotations.stream().filter(annotation -> annotation.isOf(type.getName()));
  }

  private int count() {
    return Short.toUnsignedInt(bytes.getShort());
  }

  private void skip(int length) {
    bytes.position(bytes.position() + length);
  }
}
