package dev.larder.its.models;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test's constructor {@link RealModels}: the same for all tests, since it takes seconds to
 * hash and prepare the weights.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithRealModels.Resolver.class)
public @interface WithRealModels {

  /** JUnit closes what it keeps here when all tests have run. */
  final class Resolver implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WithRealModels.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == RealModels.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(RealModels.class, key -> RealModels.open(), RealModels.class);
    }
  }
}
