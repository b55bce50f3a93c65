package dev.larder.guice;

import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import com.google.inject.spi.ProviderInstanceBinding;
import dev.larder.api.DimensionMismatchException;
import dev.larder.api.ModelException;
import dev.larder.core.Models;
import dev.larder.core.project.ApplicationModels;
import dev.larder.core.project.DeclaredCatalog;
import dev.larder.core.project.DeclaredEngine;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says at the creation of an injector, and at once, all that would keep an engine from being
 * injected later. It hands every engine out, which opens none. Modules that override others replace
 * it with their own, so that nothing is said twice.
 */
final class StartupCheck {

  private final ApplicationModels application;
  private final DeclaredCatalog names;
  private final ClassLoader loader = ApplicationModels.classLoader();

  StartupCheck(ApplicationModels application, DeclaredCatalog names) {
    this.application = application;
    this.names = names;
  }

  @Inject
  void check(Injector injector, Models models) {
    List<Message> problems = new ArrayList<>();
    Stream.concat(application.problems().stream(), names.problems().stream())
        .forEach(problem -> problems.add(new Message(problem.getMessage())));
    for (DeclaredEngine engine : application.engines()) {
      if (isOurs(injector, engine)) {
        check(models, engine, problems);
      }
    }
    if (application.problems().isEmpty()) {
      UnprocessedUse.in(injector).forEach(use -> problems.add(new Message(use.getMessage())));
    }
    if (!problems.isEmpty()) {
      throw new ProvisionException(problems);
    }
  }

  /** A test may have bound something else, and then needs no model. */
  private static boolean isOurs(Injector injector, DeclaredEngine engine) {
    return injector.getExistingBinding(UsesModelLiteral.key(engine.type(), engine.model()))
            instanceof ProviderInstanceBinding<?> binding
        && binding.getUserSuppliedProvider() instanceof EngineOfModel;
  }

  private void check(Models models, DeclaredEngine engine, List<Message> problems) {
    try {
      names.catalog().select(engine.type(), engine.model());
      models.engine(engine);
    } catch (DimensionMismatchException e) {
      // One of the problems of the names, which know who says what.
    } catch (ModelException e) {
      if (!Absence.isSaidBy(e) || !OptionalUse.isEveryOne(engine, loader)) {
        problems.add(message(engine, e));
      }
    }
  }

  private static Message message(DeclaredEngine engine, ModelException problem) {
    return new Message(String.join(", ", engine.declaredBy()), problem.getMessage());
  }
}
