package dev.larder.maven.uptodate;

import dev.larder.api.StorageException;
import dev.larder.core.file.AtomicFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Remembers a run that succeeded, and everything that it depended on. The text has one item a line,
 * since it is read in every build: the circumstances, the number of models, the evidence, a last
 * line.
 *
 * @param file below the project's build folder, so that a clean build forgets it
 */
public record PreparedRecord(Path file) {

  private static final String VERSION = "larder prepared 1";

  /** A record that was cut off would vouch for less than was seen. */
  private static final String END = "end";

  /**
   * How many models the project has in the store, if everything is as it was when they were
   * prepared; otherwise nobody knows without a full run.
   */
  public OptionalInt modelsIfUnchanged(Circumstances now) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (!VERSION.equals(reader.readLine())
          || !Lines.escape(now.text()).equals(reader.readLine())) {
        return OptionalInt.empty();
      }
      int models = Integer.parseInt(String.valueOf(reader.readLine()));
      long written = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
      for (String line = reader.readLine(); !END.equals(line); line = reader.readLine()) {
        if (line == null || !Lines.evidence(line).holds(written, now.reactor())) {
          return OptionalInt.empty();
        }
      }
      return OptionalInt.of(models);
    } catch (IOException | IllegalArgumentException e) {
      // Whatever is wrong with the record, a full run puts it right.
      return OptionalInt.empty();
    }
  }

  /**
   * Writes a run down, in one step.
   *
   * @throws StorageException if that fails, in which case the next run is a full one
   */
  public void write(Circumstances then, int models, List<Evidence> evidence) {
    List<String> lines = new ArrayList<>();
    lines.add(VERSION);
    lines.add(Lines.escape(then.text()));
    lines.add(Integer.toString(models));
    evidence.forEach(item -> lines.add(Lines.text(item)));
    lines.add(END);
    AtomicFile.ofProject(file)
        .write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
