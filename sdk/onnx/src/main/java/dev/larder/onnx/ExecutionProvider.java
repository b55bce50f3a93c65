package dev.larder.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.CoreMLFlags;
import dev.larder.api.EngineException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * On what ONNX Runtime computes: the processor, unless the property {@value #PROPERTY} names
 * another.
 */
public enum ExecutionProvider {
  /** Any processor. */
  CPU(OrtProvider.CPU, "any onnxruntime"),
  /** NVIDIA's graphics processors. */
  CUDA(OrtProvider.CUDA, "com.microsoft.onnxruntime:onnxruntime_gpu and CUDA"),
  /** Apple's. */
  COREML(OrtProvider.CORE_ML, "com.microsoft.onnxruntime:onnxruntime on macOS"),
  /** Those of Windows. */
  DIRECTML(OrtProvider.DIRECT_ML, "a build of ONNX Runtime with DirectML, on Windows");

  public static final String PROPERTY = "models.onnx.provider";

  private static final int FIRST_DEVICE = 0;

  private final OrtProvider provider;
  private final String needed;

  ExecutionProvider(OrtProvider provider, String needed) {
    this.provider = provider;
    this.needed = needed;
  }

  /** What this process is told. */
  static ExecutionProvider ofProcess() {
    return of(System.getProperties());
  }

  static ExecutionProvider of(Properties properties) {
    String name = properties.getProperty(PROPERTY, CPU.word());
    return Arrays.stream(values())
        .filter(provider -> provider.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The property %s is \"%s\", not one of %s"
                        .formatted(
                            PROPERTY,
                            name,
                            Arrays.stream(values())
                                .map(ExecutionProvider::word)
                                .collect(Collectors.joining(", ")))));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Has sessions use it. What it cannot compute is computed by the processor.
   *
   * @param label the model and variant, for messages
   * @throws EngineException if this ONNX Runtime does not have it, or it does not start
   */
  void addTo(SessionOptions options, String label) {
    EnumSet<OrtProvider> available = OrtEnvironment.getAvailableProviders();
    if (!available.contains(provider)) {
      throw new EngineException(
          label,
          "%s=%s asks for what this ONNX Runtime does not have (it has %s); it needs %s"
              .formatted(PROPERTY, word(), available, needed),
          null);
    }
    try {
      add(options);
    } catch (OrtException e) {
      throw new EngineException(
          label,
          "%s=%s does not start (%s); it needs %s"
              .formatted(PROPERTY, word(), e.getMessage(), needed),
          e);
    }
  }

  private void add(SessionOptions options) throws OrtException {
    switch (this) {
      case CPU -> {}
      case CUDA -> options.addCUDA(FIRST_DEVICE);
      case COREML -> options.addCoreML(EnumSet.noneOf(CoreMLFlags.class));
      case DIRECTML -> options.addDirectML(FIRST_DEVICE);
    }
  }
}
