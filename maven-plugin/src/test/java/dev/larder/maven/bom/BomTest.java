package dev.larder.maven.bom;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.packageurl.PackageURL;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.WantedModel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.cyclonedx.Version;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

class BomTest {

  private static final Catalog CATALOG = Catalog.builtIn();

  private final MavenProject project = new MavenProject();

  BomTest() {
    project.setGroupId("com.acme");
    project.setArtifactId("search");
    project.setVersion("1.0");
  }

  private byte[] bom(String... selectors) {
    List<LockedModel> models =
        Stream.of(selectors)
            .map(CATALOG::select)
            .map(selection -> WantedModel.of(selection).exactly().orElseThrow())
            .toList();
    return new Bom(
            new BomRequest(
                project, models, Optional.of(Instant.parse("2026-11-20T00:00:00Z")), "0.1.0"),
            new ComponentWriter(CATALOG))
        .write();
  }

  private static List<Component> components(byte[] bom) throws Exception {
    return new JsonParser().parse(bom).getComponents();
  }

  @Test
  void isValidCycloneDx() throws Exception {
    byte[] bom = bom("minilm", "tiny", "embeddinggemma:gguf-q8_0", "llama-3.2-1b-instruct");

    assertThat(new JsonParser().validate(bom, Version.VERSION_16)).isEmpty();
  }

  @Test
  void aProjectWithoutModelsHasAValidOneToo() throws Exception {
    assertThat(new JsonParser().validate(bom(), Version.VERSION_16)).isEmpty();
  }

  @Test
  void theLibraryReadsWhatTheLockSays() throws Exception {
    LockedModel locked = WantedModel.of(CATALOG.select("minilm")).exactly().orElseThrow();

    Component model = components(bom("minilm")).get(0);

    assertThat(model.getType()).isEqualTo(Component.Type.MACHINE_LEARNING_MODEL);
    assertThat(model.getName()).isEqualTo("minilm");
    assertThat(model.getVersion()).isEqualTo(locked.revision());
    assertThat(model.getHashes().get(0).getValue()).isEqualTo(locked.files().get(0).sha256());
    assertThat(model.getLicenses().getLicenses().get(0).getId()).isEqualTo("Apache-2.0");
    assertThat(model.getPurl())
        .isEqualTo(
            "pkg:huggingface/second-state/All-MiniLM-L6-v2-Embedding-GGUF@" + locked.revision());
    assertThat(model.getModelCard().getModelParameters().getArchitectureFamily()).isEqualTo("bert");
  }

  @Test
  void aLicenceWithoutSpdxIdentifierIsNamed() throws Exception {
    Component model = components(bom("llama-3.2-1b-instruct")).get(0);

    assertThat(model.getLicenses().getLicenses().get(0).getName()).isEqualTo("Llama 3.2 Community");
  }

  @Test
  void packageUrlsAreCanonical() throws Exception {
    for (Component model : components(bom("minilm", "tiny"))) {
      String purl = Objects.requireNonNull(model.getPurl());
      assertThat(new PackageURL(purl).canonicalize()).isEqualTo(purl);
    }
  }

  @Test
  void theSameLockGivesTheSameBytesAndAnotherLockAnotherSerialNumber() throws Exception {
    assertThat(bom("minilm")).isEqualTo(bom("minilm"));
    assertThat(new JsonParser().parse(bom("minilm")).getSerialNumber())
        .startsWith("urn:uuid:")
        .isNotEqualTo(new JsonParser().parse(bom("tiny")).getSerialNumber());
  }
}
