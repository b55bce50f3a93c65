package dev.larder.maven.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a goal found out, for people and for scripts. */
public interface Finding {

  /** For people: short, aligned, readable without colour. */
  List<String> lines();

  /** For scripts: one value, whose fields stay what they are from version to version. */
  void writeJson(JsonGenerator json) throws IOException;

  /** Why the build is to fail, if it is. */
  default Optional<String> problem() {
    return Optional.empty();
  }
}
