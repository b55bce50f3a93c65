package dev.larder.testkit;

import dev.larder.api.Generation;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.GenerationStream;
import dev.larder.api.ModelInfo;
import dev.larder.core.catalog.Selection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * Gives the answers that a test has scripted, in their order, and when there are no more, the last
 * message of the request. A token is a word.
 */
public final class FakeGenerationEngine implements GenerationEngine {

  private static final Pattern BEFORE_WORD = Pattern.compile("(?<=\\s)(?=\\S)");

  private final FakeModel<GenerationRequest> model;
  private final int maxTokens;
  private final Queue<String> answers = new ConcurrentLinkedQueue<>();

  FakeGenerationEngine(Selection selection) {
    this.model = new FakeModel<>(selection);
    this.maxTokens = selection.variant().maxTokens();
  }

  /** Scripts an answer, after those that were scripted before. */
  public void answer(String text) {
    answers.add(text);
  }

  /** Every request so far, oldest first. */
  public List<GenerationRequest> calls() {
    return model.calls();
  }

  @Override
  public ModelInfo model() {
    return model.info();
  }

  @Override
  public int maxTokens() {
    return maxTokens;
  }

  @Override
  public GenerationStream stream(GenerationRequest request) {
    int promptTokens =
        request.messages().stream().mapToInt(message -> Words.of(message.text()).count()).sum();
    int room = Math.min(request.maxNewTokens(), maxTokens - promptTokens);
    if (room < 1) {
      throw new IllegalArgumentException(
          "Messages of %d tokens leave no room for an answer within %d"
              .formatted(promptTokens, maxTokens));
    }
    model.record(request);
    String answer = nextAnswer(request);
    String beforeStop = cut(answer, request.stop());
    List<String> words = words(beforeStop);
    List<String> written = words.stream().limit(room).toList();
    return new ScriptedStream(
        written,
        new Generation(
            String.join("", written),
            promptTokens,
            written.size(),
            written.size() < words.size() ? Generation.End.LIMIT : end(answer, beforeStop),
            Duration.ZERO,
            Duration.ZERO));
  }

  private static Generation.End end(String answer, String beforeStop) {
    return beforeStop.equals(answer) ? Generation.End.FINISHED : Generation.End.STOP;
  }

  private String nextAnswer(GenerationRequest request) {
    String scripted = answers.poll();
    return scripted == null
        ? request.messages().get(request.messages().size() - 1).text()
        : scripted;
  }

  private static String cut(String answer, List<String> stops) {
    int end =
        stops.stream()
            .mapToInt(answer::indexOf)
            .filter(index -> index >= 0)
            .min()
            .orElse(answer.length());
    return answer.substring(0, end);
  }

  /** The words, each with the space behind it. */
  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(BEFORE_WORD.split(text));
  }

  @Override
  public void close() {
    model.close();
  }
}
