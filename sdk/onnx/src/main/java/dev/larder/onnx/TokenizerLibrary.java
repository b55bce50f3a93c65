package dev.larder.onnx;

import ai.djl.huggingface.tokenizers.jni.LibUtils;

/** The native library of the tokenizers, which left to itself has dealings with the network. */
final class TokenizerLibrary {

  private TokenizerLibrary() {}

  /**
   * Loads it, once for the process.
   *
   * @throws ai.djl.engine.EngineException if there is none for this platform
   */
  static void load() {
    // It reports over the network that it is used.
    presetProperty("OPT_OUT_TRACKING", "true");
    // Where it finds a graphics card, it downloads another build of itself.
    presetProperty("RUST_FLAVOR", "cpu");
    LibUtils.checkStatus();
  }

  /** What the user has set stays. */
  private static void presetProperty(String name, String value) {
    if (System.getProperty(name) == null && System.getenv(name) == null) {
      System.setProperty(name, value);
    }
  }
}
