package dev.larder.core.gguf;

import dev.larder.api.CorruptModelException;
import dev.larder.core.lock.LockedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a model that {@code gguf-split} took apart, which llama.cpp finds by their names.
 */
public final class GgufParts {

  private static final Pattern NAME = Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})\\.gguf");

  private GgufParts() {}

  /**
   * Lets a model pass whose parts are all there.
   *
   * @param header that of the file that is named as the model
   * @param label the model and variant, for messages
   * @param file that file, for messages
   * @param files the paths of all files, that one's first
   * @throws CorruptModelException if one is missing, or not named as parts are
   */
  public static void require(GgufHeader header, String label, String file, List<LockedFile> files) {
    List<String> paths = files.stream().map(LockedFile::path).toList();
    problem(header, paths.get(0), paths)
        .ifPresent(
            problem -> {
              throw new CorruptModelException(label, file, problem, null);
            });
  }

  /**
   * What is wrong with the files of a model, as a phrase; empty where all parts are there.
   *
   * @param header that of the file that is named as the model
   * @param model the path of that file
   * @param files the paths of all files
   */
  static Optional<String> problem(GgufHeader header, String model, List<String> files) {
    if (header.parts() == 1 && header.part() == 0) {
      return Optional.empty();
    }
    String which = "its file is part %d of %d".formatted(header.part() + 1, header.parts());
    Matcher name = NAME.matcher(model);
    if (!name.matches()) {
      return Optional.of(
          which
              + ", and not named as parts are, \"name-00001-of-%05d.gguf\""
                  .formatted(header.parts()));
    }
    List<String> names = names(name.group(1), header.parts());
    if (header.part() != 0) {
      return Optional.of(which + "; the model is the first, " + names.get(0));
    }
    return names.stream()
        .filter(part -> !files.contains(part))
        .findFirst()
        .map(missing -> which + ", and " + missing + " is not among the files of the model");
  }

  private static List<String> names(String prefix, int parts) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= parts; i++) {
      names.add("%s-%05d-of-%05d.gguf".formatted(prefix, i, parts));
    }
    return names;
  }
}
