package dev.larder.onnx;

import dev.larder.api.ModelException;
import dev.larder.core.ModelRegistry;

/** An application that looks for its models where the environment says. */
final class OpenRegistry {

  private OpenRegistry() {}

  /** Prints what is wrong, if anything is that has an id. */
  public static void main(String[] arguments) {
    try {
      System.out.println(ModelRegistry.open().list().size() + " models");
    } catch (ModelException e) {
      System.out.println(e.getMessage());
    }
  }
}
