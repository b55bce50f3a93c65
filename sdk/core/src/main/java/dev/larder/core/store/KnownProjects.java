package dev.larder.core.store;

import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.Selector;
import dev.larder.core.file.PathText;
import dev.larder.core.format.Fields;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.format.StrictReader;
import dev.larder.core.lock.LockFormat;
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

  private static final String REMEDY =
      "mend it, or delete it and run mvn models:prepare in every project that uses the store,"
          + " before anything is pruned";

  private static final StrictReader READER = StrictReader.json(VERSION, REMEDY);

  private final StoreLayout layout;
  private final StoreLocks locks;
  private final Clock clock;
  private final Bookkeeping books;

  KnownProjects(StoreLayout layout, StoreLocks locks, Clock clock) {
    this.layout = layout;
    this.locks = locks;
    this.clock = clock;
    this.books = new Bookkeeping(layout.projects(), REMEDY);
  }

  /**
   * Every project that was ever noted, sorted by the place of its lock.
   *
   * @throws InvalidFileException if the list is damaged, or was and nobody has seen to it: then not
   *     every project is known
   */
  public List<KnownProject> list() {
    books.requireNoneAside();
    return read();
  }

  /**
   * The projects that are known, for who only shows them: where the list is damaged or was, those
   * that it has now, with a warning.
   */
  public List<KnownProject> known() {
    try {
      return list();
    } catch (InvalidFileException | StorageException e) {
      books.tellOfDamage(e);
      return readIfSound();
    }
  }

  /** What the list has now, and nothing where it cannot be read: for who can do without. */
  List<KnownProject> readIfSound() {
    try {
      return read();
    } catch (InvalidFileException | StorageException e) {
      return List.of();
    }
  }

  private List<KnownProject> read() {
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

  /**
   * The projects of which the lock is still there, with what it says now; where it cannot be
   * understood, with what it said when it was noted.
   *
   * @throws InvalidFileException as {@link #list} does
   */
  public List<KnownProject> living() {
    return living(list());
  }

  /** The same of what {@link #known} knows. */
  public List<KnownProject> knownLiving() {
    return living(known());
  }

  private static List<KnownProject> living(List<KnownProject> projects) {
    return projects.stream()
        .filter(project -> Files.isRegularFile(project.lockFile()))
        .map(KnownProjects::now)
        .toList();
  }

  private static KnownProject now(KnownProject project) {
    try (InputStream input = Files.newInputStream(project.lockFile())) {
      ModelsLock lock = LockFormat.read(input, project.lockFile().toString());
      return new KnownProject(project.name(), project.lockFile(), project.seen(), selectors(lock));
    } catch (IOException | InvalidFileException e) {
      return project;
    }
  }

  private static List<Selector> selectors(ModelsLock lock) {
    return lock.models().stream().map(KnownProjects::selector).toList();
  }

  /**
   * Notes what a project locks now; a list that is damaged is kept aside, with a warning. Where it
   * cannot be written, as in a store that is only read, a message says so: nobody needs the list to
   * use what is there.
   */
  public void note(String name, Path lockFile, ModelsLock lock) {
    KnownProject project =
        new KnownProject(
            name,
            lockFile.toAbsolutePath().normalize(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            selectors(lock));
    try {
      StoreFiles.createStore(layout);
      locks.whileHolding(
          "the store's list of projects",
          layout.lock("projects"),
          holder -> {},
          () -> add(project));
    } catch (StorageException e) {
      // As said above.
      books.tellOfUnwritten(name);
    }
  }

  /** The name under which a model is noted here and recorded by the store. */
  public static Selector selector(LockedModel model) {
    return new Selector(model.key().name(), model.variant(), model.revision());
  }

  private KnownProject add(KnownProject project) {
    books
        .<List<KnownProject>>readOrBeginAnew(this::read, List.of())
        .ifPresent(known -> write(known, project));
    return project;
  }

  private void write(List<KnownProject> known, KnownProject project) {
    List<KnownProject> projects = new ArrayList<>(known);
    projects.removeIf(other -> other.lockFile().equals(project.lockFile()));
    projects.add(project);
    projects.sort(Comparator.comparing(KnownProject::lockFile));
    StoreFiles.write(layout.projects(), text(projects));
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
        PathText.parse(fields.text("lock")),
        Instant.parse(fields.text("seen")),
        fields.tables("models", model -> Selector.parse(model.text("model"))));
  }
}
