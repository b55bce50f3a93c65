package dev.larder.onnx;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** An application that is deployed several times in one JVM, each time in a class loader. */
final class EmbedInClassLoaders {

  private EmbedInClassLoaders() {}

  /** What each class loader has a class of its own of. */
  public static final class Application implements Consumer<String> {

    @Override
    public void accept(String folder) {
      for (int i = 0; i < 2; i++) {
        try (EmbeddingEngine engine = TestModel.tiny(Path.of(folder)).open()) {
          System.out.println(engine.embed("boat", TextRole.QUERY));
        }
      }
    }
  }

  /**
   * Embeds two texts in each class loader, and once more in the first.
   *
   * @param arguments a folder for the model, and how many class loaders there are
   */
  public static void main(String[] arguments) throws Exception {
    URL[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(EmbedInClassLoaders::url)
            .toArray(URL[]::new);
    Consumer<String> first = application(classPath);
    first.accept(arguments[0]);
    for (int i = 1; i < Integer.parseInt(arguments[1]); i++) {
      application(classPath).accept(arguments[0]);
    }
    first.accept(arguments[0]);
  }

  @SuppressWarnings("unchecked") // what the class says
  private static Consumer<String> application(URL[] classPath) throws ReflectiveOperationException {
    ClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    return (Consumer<String>)
        loader.loadClass(Application.class.getName()).getDeclaredConstructor().newInstance();
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
