package dev.larder.core.store;

import dev.larder.core.catalog.Selector;
import dev.larder.core.format.Fields;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.format.StrictReader;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which projects lock what: the store's {@code projects.json}. */
public final class KnownProjects {

  private static final int VERSION = 1;

  private static final StrictReader READER =
      StrictReader.json(
          VERSION, "delete it; every project is noted again when its models are prepared");

  private final StoreLayout layout;
  private final StoreLocks locks;
  private final Clock clock;

  KnownProjects(StoreLayout layout, StoreLocks locks, Clock clock) {
    this.layout = layout;
    this.locks = locks;
    this.clock = clock;
  }

  /** Every project that was ever noted, sorted by the place of its lock. */
  public List<KnownProject> list() {
    try (InputStream input = Files.newInputStream(layout.projects())) {
      return READER.read(
          input,
          layout.projects().toString(),
          fields -> fields.tables("projects", KnownProjects::project));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw StorageFault.of(layout.projects(), e);
    }
  }

  /** Notes what a project locks now. */
  public void note(String name, Path lockFile, ModelsLock lock) {
    KnownProject project =
        new KnownProject(
            name,
            lockFile.toAbsolutePath().normalize(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            lock.models().stream().map(KnownProjects::selector).toList());
    locks.whileHolding(
        "the store's list of projects", layout.lock("projects"), holder -> {}, () -> add(project));
  }

  /** The name under which a model is noted here and recorded by the store. */
  public static Selector selector(LockedModel model) {
    return new Selector(model.key().name(), model.variant(), model.revision());
  }

  private KnownProject add(KnownProject project) {
    List<KnownProject> projects = new ArrayList<>(list());
    projects.removeIf(known -> known.lockFile().equals(project.lockFile()));
    projects.add(project);
    projects.sort(Comparator.comparing(KnownProject::lockFile));
    StoreFiles.write(layout.projects(), text(projects));
    return project;
  }

  private static byte[] text(List<KnownProject> projects) {
    return JsonWriter.write(
        json -> {
          json.writeStartObject();
          json.writeNumberField("version", VERSION);
          json.writeArrayFieldStart("projects");
          for (KnownProject project : projects) {
            json.writeStartObject();
            json.writeStringField("name", project.name());
            json.writeStringField("lock", project.lockFile().toString());
            json.writeStringField("seen", project.seen().toString());
            json.writeArrayFieldStart("models");
            for (Selector model : project.models()) {
              json.writeStartObject();
              json.writeStringField("model", model.text());
              json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static KnownProject project(Fields fields) {
    return new KnownProject(
        fields.text("name"),
        Path.of(fields.text("lock")),
        Instant.parse(fields.text("seen")),
        fields.tables("models", model -> Selector.parse(model.text("model"))));
  }
}
