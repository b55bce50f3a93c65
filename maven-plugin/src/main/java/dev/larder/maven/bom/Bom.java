package dev.larder.maven.bom;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.lock.LockedModel;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.maven.project.MavenProject;

/**
 * A project's models in CycloneDX 1.6, as JSON. Equal projects give equal bytes: the serial number
 * is derived from everything else.
 *
 * @param request what is listed
 * @param writer how a model is listed
 */
public record Bom(BomRequest request, ComponentWriter writer) {

  private static final String SPECIFICATION = "1.6";

  /** The document in UTF-8. */
  public byte[] write() {
    byte[] anonymous = write(Optional.empty());
    return write(Optional.of(UUID.nameUUIDFromBytes(anonymous)));
  }

  private byte[] write(Optional<UUID> serial) {
    return JsonWriter.write(
        json -> {
          json.writeStartObject();
          json.writeStringField(
              "$schema", "http://cyclonedx.org/schema/bom-%s.schema.json".formatted(SPECIFICATION));
          json.writeStringField("bomFormat", "CycloneDX");
          json.writeStringField("specVersion", SPECIFICATION);
          if (serial.isPresent()) {
            json.writeStringField("serialNumber", "urn:uuid:" + serial.get());
          }
          json.writeNumberField("version", 1);
          writeMetadata(json);
          json.writeArrayFieldStart("components");
          for (LockedModel model : request.models()) {
            writer.write(json, model);
          }
          json.writeEndArray();
          writeDependencies(json);
          json.writeEndObject();
        });
  }

  private void writeMetadata(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("metadata");
    Optional<Instant> time = request.time();
    if (time.isPresent()) {
      json.writeStringField("timestamp", time.get().toString());
    }
    json.writeObjectFieldStart("tools");
    json.writeArrayFieldStart("components");
    json.writeStartObject();
    json.writeStringField("type", "application");
    json.writeStringField("group", "dev.larder");
    json.writeStringField("name", "models-maven-plugin");
    json.writeStringField("version", request.pluginVersion());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    writeProject(json, request.project());
    json.writeEndObject();
  }

  private static void writeProject(JsonGenerator json, MavenProject project) throws IOException {
    json.writeObjectFieldStart("component");
    json.writeStringField("type", "library");
    json.writeStringField("bom-ref", PackageUrl.of(project));
    json.writeStringField("group", project.getGroupId());
    json.writeStringField("name", project.getArtifactId());
    json.writeStringField("version", project.getVersion());
    json.writeStringField("purl", PackageUrl.of(project));
    json.writeEndObject();
  }

  private void writeDependencies(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("dependencies");
    json.writeStartObject();
    json.writeStringField("ref", PackageUrl.of(request.project()));
    json.writeArrayFieldStart("dependsOn");
    for (LockedModel model : request.models()) {
      json.writeString(ComponentWriter.reference(model));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }
}
