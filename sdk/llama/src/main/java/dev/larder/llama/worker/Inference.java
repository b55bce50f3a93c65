package dev.larder.llama.worker;

import de.kherud.llama.InferenceParameters;
import dev.larder.llama.protocol.Request;
import java.lang.reflect.Field;
import java.util.Map;

/** A request as java-llama.cpp takes it. */
final class Inference {

  private Inference() {}

  /**
   * A request.
   *
   * @param grammar what may be written; empty for anything
   */
  static InferenceParameters of(
      Request.Choice choice, String prompt, String grammar, int maxNewTokens) {
    InferenceParameters parameters =
        new InferenceParameters(prompt)
            .setNPredict(maxNewTokens)
            .setTemperature(choice.temperature())
            .setTopK(choice.topK())
            .setTopP(choice.topP())
            .setMinP(choice.minP())
            .setSeed(choice.seed())
            // What is read from the cache differs from what is read anew in the last bits, and a
            // token that is drawn may turn on those.
            .setCachePrompt(choice.temperature() == 0);
    return grammar.isEmpty() ? parameters : parameters.setGrammar(grammar);
  }

  /** Lets llama.cpp make a grammar of a schema, and write one token. */
  static InferenceParameters ofSchema(String schema) {
    InferenceParameters parameters =
        new InferenceParameters(" ").setTemperature(0).setNPredict(1).setCachePrompt(false);
    put(parameters, "json_schema", schema);
    return parameters;
  }

  /**
   * Sets what there is no method for. The method that makes a grammar of a schema ends the process
   * where it cannot; llama.cpp itself, given the schema, only says so.
   */
  private static void put(InferenceParameters parameters, String name, String json) {
    try {
      Field field = parameters.getClass().getSuperclass().getDeclaredField("parameters");
      field.setAccessible(true);
      @SuppressWarnings("unchecked")
      Map<String, String> values = (Map<String, String>) field.get(parameters);
      values.put(name, json);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("java-llama.cpp's parameters are not as they were", e);
    }
  }
}
