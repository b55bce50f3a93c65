package dev.larder.llama.worker;

import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.Answer.Failed;
import dev.larder.llama.protocol.Answer.Fault;
import dev.larder.llama.protocol.FrameReader;
import dev.larder.llama.protocol.FrameWriter;
import dev.larder.llama.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Runs one model for whoever is at the other end of two streams. */
public final class Worker {

  private final LoadedModel model;
  private final FrameWriter answers;
  private final ExecutorService threads;
  private final Map<Long, Writing> writings = new ConcurrentHashMap<>();

  private Worker(LoadedModel model, FrameWriter answers) {
    this.model = model;
    this.answers = answers;
    // llama.cpp works on so many at a time; its own queue would only grow with more.
    this.threads = Executors.newFixedThreadPool(model.atOnce(), Worker::daemon);
  }

  /**
   * Loads the model of the first request, and answers until there is no further request.
   *
   * @param natives where the native library is kept, or will be
   * @throws IOException if the other side breaks off, or does not keep to the protocol
   */
  public static void serve(InputStream in, OutputStream out, Path natives) throws IOException {
    FrameReader requests = new FrameReader(in);
    FrameWriter answers = new FrameWriter(out);
    Heartbeat.begin(answers);
    if (!(requests.request() instanceof Request.Open open)) {
      throw new IOException("a model has to be opened first");
    }
    LoadedModel model;
    try {
      NativeLibrary.use(natives);
      model = LoadedModel.load(open);
    } catch (LinkageError e) {
      answers.write(new Failed(Request.OPENING, Fault.LIBRARY, message(e)));
      return;
    } catch (RuntimeException e) {
      answers.write(new Failed(Request.OPENING, Fault.MODEL, message(e)));
      return;
    }
    answers.write(new Answer.Ready(model.isLowerCase()));
    new Worker(model, answers).answer(requests);
  }

  private void answer(FrameReader requests) throws IOException {
    try {
      for (Request request = requests.request(); request != null; request = requests.request()) {
        accept(request);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void accept(Request request) throws IOException {
    if (request instanceof Request.Embed embed) {
      long arrived = System.nanoTime();
      threads.execute(() -> answer(embed, () -> model.embed(embed, System.nanoTime() - arrived)));
    } else if (request instanceof Request.Count count) {
      threads.execute(() -> answer(count, () -> model.count(count)));
    } else if (request instanceof Request.Split split) {
      threads.execute(() -> answer(split, () -> model.split(split)));
    } else if (request instanceof Request.Generate generate) {
      Writing writing = new Writing(model, generate, this::say);
      writings.put(generate.call(), writing);
      threads.execute(() -> answer(generate, () -> write(writing, generate)));
    } else if (request instanceof Request.Cancel cancel) {
      Writing writing = writings.get(cancel.call());
      if (writing != null) {
        writing.cancel();
      }
    } else {
      throw new IOException("a worker opens one model only");
    }
  }

  private Answer write(Writing writing, Request.Generate request) {
    try {
      return writing.run();
    } finally {
      writings.remove(request.call());
    }
  }

  private void answer(Request request, Supplier<Answer> answer) {
    try {
      say(answer.get());
    } catch (IllegalArgumentException e) {
      say(new Failed(request.call(), Fault.REQUEST, message(e)));
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      say(new Failed(request.call(), Fault.ENGINE, message(e)));
    }
  }

  private void say(Answer answer) {
    try {
      answers.write(answer);
    } catch (IOException e) {
      throw new UncheckedIOException("nobody listens any more", e);
    }
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "larder-llama-worker");
    thread.setDaemon(true);
    return thread;
  }
}
