package dev.larder.maven;

/**
 * A build that compiles code and tests before a goal looks at them. What is bound to it by then
 * prepares nothing: it would put right what models:check is to find, or answer what models:init is
 * to ask.
 */
final class CompilingFork {

  /** Its name in the plugin's lifecycle.xml. */
  static final String LIFECYCLE = "compiling";

  private CompilingFork() {}
}
