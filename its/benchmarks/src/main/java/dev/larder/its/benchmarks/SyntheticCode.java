package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes as an application has them: fields, constructor, methods with a little to do. One in
 * twenty has a model injected.
 */
record SyntheticCode(Path folder, int classes) {

  private static final int CLASSES_IN_A_PACKAGE = 50;
  private static final int METHODS = 12;
  private static final int USERS = 20;

  /** Writes the sources, and a file that names them all to javac. */
  Path write() throws IOException {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      Path file = folder.resolve(packageOf(i).replace('.', '/')).resolve("Service" + i + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source(i));
      files.add(file.toString());
    }
    Path list = folder.resolve("sources.txt");
    Files.write(list, files);
    return list;
  }

  private static String packageOf(int i) {
    return "com.acme.part" + i / CLASSES_IN_A_PACKAGE;
  }

  private static String source(int i) {
    StringBuilder source = new StringBuilder();
    source.append("package ").append(packageOf(i)).append(";\n");
    source.append("import java.util.*;\nimport java.util.stream.*;\nimport dev.larder.api.*;\n");
    source.append("public class Service").append(i).append(" {\n");
    source.append("  private final Map<String, List<Integer>> entries = new HashMap<>();\n");
    source.append("  private final List<String> names;\n  @Deprecated private int count;\n");
    if (i % USERS == 0) {
      source.append("  @UsesModel(\"minilm\") @Dimensions(384) EmbeddingEngine engine;\n");
    }
    source.append("  public Service").append(i).append("(List<String> names) {\n");
    source.append("    this.names = names;\n  }\n");
    for (int method = 0; method < METHODS; method++) {
      source.append(
          """
            public Map<String, Integer> totals%1$d(int from, String prefix) {
              count += from;
              Map<String, Integer> totals = new TreeMap<>();
              for (String name : names) {
                if (name.startsWith(prefix) && name.length() > %1$d) {
                  int sum = 0;
                  for (int entry : entries.getOrDefault(name, List.of())) {
                    sum += entry;
                  }
                  totals.merge(name.toLowerCase(Locale.ROOT), sum, Integer::sum);
                }
              }
              return totals;
            }
          """
              .formatted(method));
    }
    return source.append("}\n").toString();
  }
}
