package dev.larder.guice;

import com.google.inject.Binding;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.spi.Dependency;
import com.google.inject.spi.HasDependencies;
import com.google.inject.spi.InjectionPoint;
import com.google.inject.spi.ProviderBinding;
import com.google.inject.spi.ProviderInstanceBinding;
import dev.larder.api.NotProcessedException;
import dev.larder.core.classfile.Language;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the engine of a model that code asks for and no manifest declares, which happens where
 * the annotation processor did not run.
 */
final class UnprocessedUse<T> implements Provider<T> {

  @Inject private @Nullable Injector injector;

  @Override
  public T get() {
    throw in(Objects.requireNonNull(injector)).stream()
        .findFirst()
        .orElseGet(() -> Language.JAVA.notProcessed("Code", Release.version()));
  }

  /** Those that an injector knows of, one for each type that asks. */
  static List<NotProcessedException> in(Injector injector) {
    return injector.getAllBindings().values().stream()
        .filter(HasDependencies.class::isInstance)
        .flatMap(binding -> ((HasDependencies) binding).getDependencies().stream())
        .filter(dependency -> isUnprocessed(injector, dependency.getKey()))
        .map(UnprocessedUse::asker)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(Class::getName))
        .map(type -> new UnprocessedType(type).notProcessed())
        .toList();
  }

  private static boolean isUnprocessed(Injector injector, Key<?> key) {
    Binding<?> binding = injector.getExistingBinding(key);
    while (binding instanceof ProviderBinding<?> provider) {
      binding = injector.getExistingBinding(provider.getProvidedKey());
    }
    return binding instanceof ProviderInstanceBinding<?> instance
        && instance.getUserSuppliedProvider() instanceof UnprocessedUse;
  }

  private static @Nullable Class<?> asker(Dependency<?> dependency) {
    InjectionPoint point = dependency.getInjectionPoint();
    return point == null ? null : point.getMember().getDeclaringClass();
  }
}
