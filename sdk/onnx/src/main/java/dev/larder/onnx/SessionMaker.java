package dev.larder.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Path;

/**
 * Makes sessions of files, beside which ONNX Runtime finds tensors kept outside them.
 *
 * @param threads how many threads work on one run, the caller's among them
 */
record SessionMaker(OrtEnvironment environment, int threads) {

  /**
   * How long a thread looks out for the next piece of work before it sleeps. Within a run one
   * operation follows the other faster than a thread wakes. Longer, it would take the processor
   * from the callers, and its quota from a container. From probes on two cores, idle and busy.
   */
  private static final String SPIN_MICROSECONDS = "50";

  /**
   * Where weights of 4 bits become floats to be multiplied by, ONNX Runtime makes one operation of
   * both. Left to itself it rounds the inputs to 8 bits there, of which the network says nothing;
   * this is its word for floats.
   */
  private static final String FLOATS = "1";

  /** What one session has beyond what all of them have. */
  interface Speciality {
    void addTo(SessionOptions options) throws OrtException;
  }

  /** For an environment of its own or one that somebody else has made. */
  static SessionMaker of(Processors processors, ExecutionProvider provider) throws OrtException {
    // Other providers have libraries of their own, which ONNX Runtime has to find by itself.
    OrtEnvironment environment =
        provider == ExecutionProvider.CPU
            ? OnnxRuntimeLibrary.environment()
            : OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    return new SessionMaker(environment, processors.threadsPerRun());
  }

  SessionMaker withOneThread() {
    return new SessionMaker(environment, 1);
  }

  OrtSession make(Path file, Speciality speciality) throws OrtException {
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.spin_duration_us", SPIN_MICROSECONDS);
      options.addConfigEntry("session.qdq_matmulnbits_accuracy_level", FLOATS);
      // What goes wrong reaches the caller as an exception; nothing is printed as well.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      speciality.addTo(options);
      return environment.createSession(file.toString(), options);
    }
  }

  /** Of a network as it was exported. */
  OrtSession make(Path file) throws OrtException {
    return make(file, options -> {});
  }

  /** Of a network that runs only a few times: what it needs is given back after each run. */
  OrtSession makeFrugal(Path file, Speciality speciality) throws OrtException {
    return make(
        file,
        options -> {
          options.addConfigEntry("session.disable_prepacking", "1");
          options.setCPUArenaAllocator(false);
          options.setMemoryPatternOptimization(false);
          speciality.addTo(options);
        });
  }

  /** Of a network that is optimised already. */
  OrtSession makeOptimised(Path file) throws OrtException {
    return make(file, options -> options.setOptimizationLevel(SessionOptions.OptLevel.NO_OPT));
  }
}
