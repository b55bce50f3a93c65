package dev.larder.core.classfile;

import dev.larder.api.InvalidFileException;
import dev.larder.core.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a class file says of models.
 *
 * @param language what it was written in
 * @param uses of models, in the class alone, without those inside of it
 * @param models the names of models that it defines
 * @param aliases the names that it gives to models
 */
public record ClassFile(
    Language language, List<Use> uses, Set<String> models, Set<String> aliases) {

  /** What no class file is longer than that a compiler makes. */
  private static final int MOST_BYTES = 1 << 26;

  /** How a constant pool names each of the annotations. Its texts are plain as far as this goes. */
  private static final String ANNOTATION = "Ldev/larder/api/";

  /**
   * One {@code @UsesModel}.
   *
   * @param model the selector
   * @param dimensions what {@code @Dimensions} beside it says; 0 where there is none
   */
  public record Use(String model, int dimensions) {}

  public ClassFile {
    uses = List.copyOf(uses);
    models = Set.copyOf(models);
    aliases = Set.copyOf(aliases);
  }

  /**
   * Reads a class file.
   *
   * @param path for messages
   * @throws InvalidFileException if it speaks of Larder's annotations, and is no class file
   */
  public static ClassFile read(InputStream input, String path) throws IOException {
    byte[] bytes = input.readNBytes(MOST_BYTES);
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(ANNOTATION)) {
      return new ClassFile(Language.JAVA, List.of(), Set.of(), Set.of());
    }
    try {
      return new ClassFileReader(bytes).read();
    } catch (RuntimeException e) {
      throw new InvalidFileException(path, "it is no class file", "compile it again", e);
    }
  }

  /**
   * Whether manifests say everything that this class says. Another class may say it: then the model
   * is there all the same.
   */
  public boolean isIn(Collection<Manifest> manifests) {
    return uses.stream().allMatch(use -> manifests.stream().anyMatch(each -> has(each, use)))
        && models.stream()
            .allMatch(name -> manifests.stream().anyMatch(each -> defines(each, name)))
        && aliases.stream()
            .allMatch(name -> manifests.stream().anyMatch(each -> hasAlias(each, name)));
  }

  private static boolean has(Manifest manifest, Use use) {
    return manifest.uses().stream()
        .filter(each -> each.model().equals(use.model))
        .anyMatch(each -> use.dimensions == 0 || use.dimensions == each.dimensions());
  }

  private static boolean defines(Manifest manifest, String name) {
    return manifest.definitions().stream().anyMatch(each -> each.model().name().equals(name));
  }

  private static boolean hasAlias(Manifest manifest, String name) {
    return manifest.aliases().stream().anyMatch(each -> each.name().equals(name));
  }
}
