package dev.larder.maven.preparation;

import dev.larder.api.StorageException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.DeclaredCatalog;
import dev.larder.core.project.LockFile;
import dev.larder.core.project.ProjectModels;
import dev.larder.core.project.ProjectRequest;
import dev.larder.core.project.ProjectResult;
import dev.larder.core.project.TestKnowledge;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.uptodate.Evidence;
import dev.larder.maven.uptodate.PreparedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** Brings a project's models into the store, and writes down what that rested on. */
public final class Preparation {

  private final InputReader inputs;
  private final Supplier<Fetchers> fetchers;
  private final PreparedRecord record;
  private final PreparationReport report;

  /**
   * @param fetchers asked only where something is missing
   */
  public Preparation(
      InputReader inputs,
      Supplier<Fetchers> fetchers,
      PreparedRecord record,
      PreparationReport report) {
    this.inputs = inputs;
    this.fetchers = fetchers;
    this.record = record;
    this.report = report;
  }

  /**
   * Fetches what is missing, and locks what is not locked.
   *
   * @throws dev.larder.api.ModelException if that cannot be done
   * @throws MojoExecutionException if the project's dependencies cannot be resolved
   */
  public Prepared run(PreparationRequest request, TransferListener listener)
      throws MojoExecutionException {
    Evidence oldLock = Evidence.content(request.lockFile());
    Inputs declared = inputs.read(request);
    ModelsLock lock = new LockFile(request.lockFile()).read();
    boolean areMissing = declared.declarations().areMissing(lock);
    if (declared.declarations().isEmpty() && !areMissing) {
      remember(request, declared, ProjectResult.nothing(lock), oldLock);
      report.nothingDeclared();
      return Prepared.already(0, request.lockFile());
    }
    if (areMissing && request.frozenBy().isEmpty()) {
      report.lockLeftAlone(request.lockFile());
      return Prepared.already(0, request.lockFile());
    }
    ProjectResult result = prepare(request, declared, listener);
    remember(request, declared, result, oldLock);
    DeclaredCatalog names =
        DeclaredCatalog.of(Catalog.builtIn(), result.lock(), declared.declarations());
    report.warn(names.warnings());
    return Prepared.of(result, names.catalog(), request.lockFile());
  }

  private ProjectResult prepare(
      PreparationRequest request, Inputs declared, TransferListener listener) {
    ProjectResult result =
        new ProjectModels(Catalog.builtIn(), new ModelStore(request.store()), fetchers, listener)
            .prepare(
                new ProjectRequest(
                    request.name(),
                    declared.declarations(),
                    request.lockFile(),
                    request.frozenBy(),
                    request.licences(),
                    request.platforms()));
    pack(request, result);
    return result;
  }

  /** Jars and tests find the digests of their models in a lock of their own. */
  private static void pack(PreparationRequest request, ProjectResult result) {
    pack(packedLock(request.classes()), result.application());
    if (request.tests() == TestKnowledge.READ) {
      pack(packedLock(request.testClasses()), result.tests());
    }
  }

  /** Not written again if it says the same: a newer file has compilers compile the tests again. */
  private static void pack(Path path, ModelsLock lock) {
    boolean isWanted = !lock.models().isEmpty() || Files.exists(path);
    if (isWanted && !Evidence.content(path).equals(lockEvidence(path, lock))) {
      new LockFile(path).write(lock);
    }
  }

  private void remember(
      PreparationRequest request, Inputs declared, ProjectResult result, Evidence oldLock) {
    if (declared.evidence().isEmpty()) {
      return;
    }
    List<Evidence> evidence = new ArrayList<>(declared.evidence().get());
    evidence.add(result.lockChanged() ? lockEvidence(request.lockFile(), result.lock()) : oldLock);
    try {
      if (!result.application().models().isEmpty()) {
        evidence.add(lockEvidence(packedLock(request.classes()), result.application()));
      }
      if (!result.tests().models().isEmpty()) {
        evidence.add(lockEvidence(packedLock(request.testClasses()), result.tests()));
      }
      for (Installation installation : result.installations()) {
        filesOf(installation).forEach(file -> evidence.add(Evidence.looks(file)));
      }
      record.write(request.circumstances(), result.installations().size(), evidence);
    } catch (IOException | StorageException e) {
      report.notWrittenDown(e);
    }
  }

  /** What was written is known, and what somebody else may have written since does not count. */
  private static Evidence lockEvidence(Path path, ModelsLock lock) {
    return Evidence.content(path, LockFormat.write(lock));
  }

  /** A model's files, and the store's mark that they are complete. */
  private static List<Path> filesOf(Installation installation) throws IOException {
    try (Stream<Path> paths = Files.walk(installation.folder())) {
      List<Path> files =
          paths
              .filter(Files::isRegularFile)
              .filter(path -> !path.endsWith(ModelStore.LAST_USE))
              .sorted()
              .toList();
      for (LockedFile file : installation.model().files()) {
        Path path = file.in(installation.folder());
        if (!files.contains(path)) {
          throw new NoSuchFileException(path.toString());
        }
      }
      return files;
    }
  }

  private static Path packedLock(Path classes) {
    return classes.resolve(ModelsLock.PATH);
  }
}
