package dev.larder.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.larder.api.EngineException;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.engine.VectorLength;
import dev.larder.core.file.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a fused network may take the place of the one that was exported, by the vectors
 * of real texts.
 *
 * <p>A network that quantises as it runs gives other vectors after any change of rounding, however
 * right: of two of them, neither is nearer to the truth, which is the network in floats. So a
 * fusion has to pass two questions. With the same weights in floats ({@link FloatProducts}), do
 * both graphs give the same? That shows an error of the fusion, as small as it may be. And as they
 * are, is the fused one no farther from those floats than the exported one? That shows what its
 * rounding costs. Figures: {@code docs/performance.md}.
 *
 * <p>Used by one thread.
 */
final class GraphTrial implements AutoCloseable {

  /** The order of 32-bit sums comes to 2e-6, the smallest error that a fusion was given to 2e-5. */
  private static final double SAME = 1e-5;

  /** With 32 texts the same rounding, tried with real models, differs by up to 1.03 by chance. */
  private static final double AS_NEAR = 1.05;

  /** Of fewer texts nothing could be said. */
  private static final int LEAST = 8;

  /** Texts cut to this many tokens need no padding. */
  private static final int SHORT = 5;

  /** More than half of the texts have that many. */
  private static final int LONGER = 12;

  private final Path model;
  private final SessionMaker sessions;
  private final Networks networks;
  private final Supplier<List<Tokens>> texts;
  private final Path folder;
  private @Nullable Reference reference;

  /** Makes a network of a session. */
  interface Networks {
    Network of(OrtSession session) throws OrtException;
  }

  /** Whether two networks in floats give the same. */
  private interface Agreement {
    boolean of(Network fused, Network exported, List<Tokens> all);
  }

  /** The network as it was exported, and in floats; the same one where it is in floats already. */
  private record Reference(Network exported, Network inFloats) {

    boolean isQuantised() {
      return !exported.equals(inFloats);
    }
  }

  /**
   * @param model the file as it was exported
   * @param texts asked once something is tried
   * @param folder for files that are needed meanwhile; removed in the end
   */
  GraphTrial(
      Path model,
      SessionMaker sessions,
      Networks networks,
      Supplier<List<Tokens>> texts,
      Path folder) {
    this.model = model;
    this.sessions = sessions;
    this.networks = networks;
    this.texts = texts;
    this.folder = folder;
  }

  /**
   * @param file the fused graph, beside which another is written meanwhile
   * @param session of that graph
   */
  boolean passes(Path file, OrtSession session) throws IOException, OrtException {
    return passes(file, session, GraphTrial::agree);
  }

  /** The same for a graph that never sees padding. */
  boolean passesUnpadded(Path file, OrtSession session) throws IOException, OrtException {
    return passes(file, session, GraphTrial::agreeUnpadded);
  }

  /**
   * The same for a graph as ONNX Runtime wrote it. Where that rounds more or less than the exported
   * one, as in 16 bits, it passes if it gives what the model's own file gives: that is what would
   * be run instead.
   */
  boolean passesUnfused(Path file, OrtSession session) throws IOException, OrtException {
    if (passes(file, session)) {
      return true;
    }
    try (Network own = networks.of(sessions.make(model))) {
      return agree(networks.of(session), own, texts.get());
    } catch (EngineException e) {
      return false;
    }
  }

  /**
   * The same for a quantised graph that never sees padding, and in which a text's vector must not
   * depend, not even by a bit, on others that are run at the same time.
   */
  boolean passesByRows(Path file, OrtSession session) throws IOException, OrtException {
    return reference().isQuantised()
        && passesUnpadded(file, session)
        && areSameTogether(networks.of(session), texts.get());
  }

  private boolean passes(Path file, OrtSession session, Agreement agreement)
      throws IOException, OrtException {
    Reference exported = reference();
    Network fused = networks.of(session);
    List<Tokens> all = texts.get();
    if (all.size() < LEAST) {
      return false;
    }
    try {
      if (!exported.isQuantised()) {
        return agreement.of(fused, exported.inFloats, all);
      }
      Optional<Network> floats = inFloats(file, file.resolveSibling("floats.onnx"));
      if (floats.isEmpty()) {
        return false;
      }
      try (Network fusedInFloats = floats.get()) {
        return agreement.of(fusedInFloats, exported.inFloats, all)
            && isAsNear(fused, exported, all);
      }
    } catch (EngineException e) {
      return false;
    }
  }

  /** Made when it is first needed: mostly there is nothing to be fused. */
  private Reference reference() throws IOException, OrtException {
    Reference known = reference;
    if (known != null) {
      return known;
    }
    Files.createDirectories(folder);
    Path file = folder.resolve("exported.onnx");
    Network exported =
        networks.of(
            sessions.makeFrugal(
                model,
                options -> {
                  // No more than to leave out what is not needed: this is the network as written.
                  options.setOptimizationLevel(OptLevel.BASIC_OPT);
                  PreparedGraph.save(options, file, "exported.bin");
                }));
    Reference made = new Reference(exported, exported);
    reference = made;
    Optional<Network> floats = inFloats(file, folder.resolve("floats.onnx"));
    if (floats.isPresent()) {
      made = new Reference(exported, floats.get());
      reference = made;
    }
    return made;
  }

  /** Nothing for a graph without products of integers. */
  private Optional<Network> inFloats(Path graph, Path target) throws IOException, OrtException {
    Optional<byte[]> rewritten = Rewriting.IN_FLOATS.of(Files.readAllBytes(graph));
    if (rewritten.isEmpty()) {
      return Optional.empty();
    }
    Files.write(target, rewritten.get());
    try {
      // Nothing is folded: all weights in floats at once would take four times the model's memory.
      return Optional.of(
          networks.of(
              sessions.makeFrugal(
                  target, options -> options.setOptimizationLevel(OptLevel.NO_OPT))));
    } finally {
      Files.delete(target);
    }
  }

  /** With padding, where the network can tell it from tokens, and without any. */
  private static boolean agree(Network fused, Network exported, List<Tokens> all) {
    return VectorDistance.between(padded(fused, all), padded(exported, all)) <= SAME
        && agree(fused, exported, all, SHORT);
  }

  private static boolean agreeUnpadded(Network fused, Network exported, List<Tokens> all) {
    return agree(fused, exported, all, SHORT) && agree(fused, exported, all, LONGER);
  }

  private static boolean agree(Network fused, Network exported, List<Tokens> all, int length) {
    List<Tokens> cut = cut(all, length);
    return VectorDistance.between(vectors(fused, cut), vectors(exported, cut)) <= SAME;
  }

  private static List<Tokens> cut(List<Tokens> all, int length) {
    return all.stream()
        .filter(text -> text.length() >= length)
        .map(text -> text.cutTo(length))
        .toList();
  }

  private static boolean areSameTogether(Network network, List<Tokens> all) {
    return areSameTogether(network, all, SHORT) && areSameTogether(network, all, LONGER);
  }

  private static boolean areSameTogether(Network network, List<Tokens> all, int length) {
    List<Tokens> cut = cut(all, length);
    float[][] together = vectors(network, cut).toArray(float[][]::new);
    return Arrays.deepEquals(together, oneByOne(network, cut).toArray(float[][]::new));
  }

  /** A text a run, as quantised networks are run. */
  private static boolean isAsNear(Network fused, Reference reference, List<Tokens> all) {
    List<float[]> floats = padded(reference.inFloats, all);
    double before = VectorDistance.between(oneByOne(reference.exported, all), floats);
    return VectorDistance.between(oneByOne(fused, all), floats) <= Math.max(SAME, before * AS_NEAR);
  }

  private static List<float[]> padded(Network network, List<Tokens> all) {
    return network.seesPadding() ? vectors(network, all) : oneByOne(network, all);
  }

  private static List<float[]> oneByOne(Network network, List<Tokens> all) {
    return all.stream().map(text -> vectors(network, List.of(text)).get(0)).toList();
  }

  private static List<float[]> vectors(Network network, List<Tokens> texts) {
    Pooler mean = new Pooler(Pooling.MEAN, VectorLength.FREE);
    Pooler pooled = new Pooler(Pooling.IN_GRAPH, VectorLength.FREE);
    return network.run(
        new TokenBatch(texts),
        output ->
            IntStream.range(0, texts.size())
                .mapToObj(
                    row ->
                        (output.perText() > 1 ? mean : pooled)
                            .vector(output, row, texts.get(row).length()))
                .toList());
  }

  @Override
  public void close() throws IOException {
    Reference made = reference;
    if (made != null) {
      try {
        if (made.isQuantised()) {
          made.inFloats.close();
        }
      } finally {
        made.exported.close();
      }
    }
    Folders.remove(folder);
  }
}
