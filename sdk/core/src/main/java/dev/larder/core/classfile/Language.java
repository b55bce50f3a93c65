package dev.larder.core.classfile;

import dev.larder.api.NotProcessedException;
import java.util.Arrays;
import java.util.Optional;

/** What a class was written in, and how its declarations come into a manifest. */
public enum Language {
  /** By javac, which runs annotation processors. */
  JAVA(".java", "", "") {
    @Override
    public NotProcessedException notProcessed(String type, String version) {
      return new NotProcessedException(type, version);
    }
  },
  /** By kapt, which has javac see stubs of Kotlin's classes. */
  KOTLIN(
      ".kt",
      "Kotlin's compiler, which runs annotation processors through kapt only; KSP does not run"
          + " them",
      """
      add this to the executions of kotlin-maven-plugin, before its goal compile, and compile again.
        If it is there, the model is declared inside a function, which kapt does not see: declare it in the class
          <execution>
            <id>kapt</id>
            <phase>generate-sources</phase>
            <goals>
              <goal>kapt</goal>
            </goals>
            <configuration>
              <sourceDirs>
                <sourceDir>src/main/kotlin</sourceDir>
                <sourceDir>src/main/java</sourceDir>
              </sourceDirs>
              <annotationProcessorPaths>
                <annotationProcessorPath>
                  <groupId>dev.larder</groupId>
                  <artifactId>models-processor</artifactId>
                  <version>%s</version>
                </annotationProcessorPath>
              </annotationProcessorPaths>
            </configuration>
          </execution>\
      """),
  /** By javac, which compiles stubs of Groovy's classes if it is given any. */
  GROOVY(
      ".groovy",
      "Groovy's compiler, which runs no annotation processors; javac runs them over stubs",
      """
      add this to the executions of gmavenplus-plugin, name models-processor %s in annotationProcessorPaths
        of maven-compiler-plugin, and compile again. If all that is there, the model is declared inside a method or
        closure, which stubs leave out: declare it in the class
          <execution>
            <id>stubs</id>
            <goals>
              <goal>generateStubs</goal>
              <goal>removeStubs</goal>
            </goals>
          </execution>\
      """),
  /** By a class in Java. */
  SCALA(
      ".scala",
      "Scala's compiler, which runs no annotation processors",
      """
      declare the model in Java too, on any class of the same module, name models-processor %s in
        annotationProcessorPaths of maven-compiler-plugin, and compile again
          @UsesModel("...")
          final class Models {}\
      """);

  private final String ending;
  private final String compiledWith;
  private final String remedy;

  Language(String ending, String compiledWith, String remedy) {
    this.ending = ending;
    this.compiledWith = compiledWith;
    this.remedy = remedy;
  }

  /** The language of a source file, if it is one of these. */
  static Optional<Language> ofSource(String file) {
    return Arrays.stream(values()).filter(language -> file.endsWith(language.ending)).findFirst();
  }

  /**
   * Says of a class that was written in Java that its processor did not run.
   *
   * @param although what shows that the build has the processor
   */
  public static NotProcessedException skipped(String type, String although) {
    return new NotProcessedException(
        type,
        "no annotation processor of Larder, although " + although,
        """
        run mvn clean compile: an IDE may have compiled the class. If that does not help, look in the configuration of
          the compiler for -proc:none, for annotationProcessors without dev.larder.processor.ModelsProcessor, and for
          another compiler than javac. Such ones, and Gradle, do not show what the body of a method declares: declare
          that outside of it\
        """);
  }

  /**
   * Says of a class what it was compiled with, and what is to be done.
   *
   * @param version the version of the processor that fits
   */
  public NotProcessedException notProcessed(String type, String version) {
    return new NotProcessedException(type, compiledWith, remedy.formatted(version));
  }
}
