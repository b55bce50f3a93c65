package dev.larder.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.util.List;
import java.util.stream.Stream;

/** The native library of ONNX Runtime, which left to itself is unpacked at every start. */
final class OnnxRuntimeLibrary {

  private static final String FOLDER_PROPERTY = "onnxruntime.native.path";
  private static final String RESOURCES = "/ai/onnxruntime/native/";

  private OnnxRuntimeLibrary() {}

  /** Says where it lies in the store, unless somebody has said otherwise or has loaded it. */
  static void prepare() {
    String version = version();
    if (System.getProperty(FOLDER_PROPERTY) != null || version.isEmpty()) {
      return;
    }
    NativePlatform platform = NativePlatform.current();
    String resources = RESOURCES + platform.ofOnnxRuntime() + "/";
    // These look for each other beside themselves, and are large: the library unpacks what it
    // needs of them.
    if (OrtEnvironment.class.getResource(
            resources + System.mapLibraryName("onnxruntime_providers_cuda"))
        != null) {
      return;
    }
    List<String> names =
        Stream.of("onnxruntime", "onnxruntime4j_jni")
            .map(name -> resources + System.mapLibraryName(name))
            .toList();
    NativeLibraries.of(OrtEnvironment.class, "onnxruntime-" + version, platform, names)
        .flatMap(NativeLibraries::unpack)
        .ifPresent(folder -> System.setProperty(FOLDER_PROPERTY, folder.toString()));
  }

  /** The version of the library on the class path; empty where its jar does not say. */
  static String version() {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
