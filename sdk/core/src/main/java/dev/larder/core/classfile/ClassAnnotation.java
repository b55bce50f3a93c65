package dev.larder.core.classfile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An annotation in a class file.
 *
 * @param type as a class file names it, {@code Lcom/acme/Type;}
 * @param values its texts, whole numbers, annotations and lists of these, by name
 */
record ClassAnnotation(String type, Map<String, Object> values) {

  /** Annotations that people write are flat. */
  private static final int DEEPEST = 20;

  /** What stands for values of other kinds. */
  private static final Object OTHER = new Object();

  /** Reads those of one element. */
  static List<ClassAnnotation> list(ByteBuffer bytes, ConstantPool pool) {
    int count = count(bytes);
    List<ClassAnnotation> annotations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      annotations.add(read(bytes, pool, 0));
    }
    return annotations;
  }

  boolean isOf(String className) {
    return type.equals("L" + className.replace('.', '/') + ";");
  }

  /** A value, if there is one of that kind. */
  <T> Optional<T> value(String name, Class<T> kind) {
    return Optional.ofNullable(values.get(name)).filter(kind::isInstance).map(kind::cast);
  }

  /** The annotations in a container. */
  Stream<ClassAnnotation> contained() {
    return values.get("value") instanceof List<?> list
        ? list.stream().filter(ClassAnnotation.class::isInstance).map(ClassAnnotation.class::cast)
        : Stream.empty();
  }

  private static ClassAnnotation read(ByteBuffer bytes, ConstantPool pool, int depth) {
    String type = pool.text(count(bytes));
    int count = count(bytes);
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String name = pool.text(count(bytes));
      values.put(name, readValue(bytes, pool, depth));
    }
    return new ClassAnnotation(type, values);
  }

  private static Object readValue(ByteBuffer bytes, ConstantPool pool, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("Annotations that lie too deep within each other");
    }
    char tag = (char) bytes.get();
    return switch (tag) {
      case 's' -> pool.text(count(bytes));
      case 'I' -> pool.integer(count(bytes));
      case '@' -> read(bytes, pool, depth + 1);
      case '[' -> {
        int count = count(bytes);
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          list.add(readValue(bytes, pool, depth + 1));
        }
        yield list;
      }
      case 'e' -> {
        bytes.getInt(); // a type and a name
        yield OTHER;
      }
      default -> {
        bytes.getShort(); // a constant or a class
        yield OTHER;
      }
    };
  }

  private static int count(ByteBuffer bytes) {
    return Short.toUnsignedInt(bytes.getShort());
  }
}
