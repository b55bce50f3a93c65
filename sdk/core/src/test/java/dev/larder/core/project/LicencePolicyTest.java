package dev.larder.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.LicenceDeniedException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.lock.Integrity;
import dev.larder.core.store.WantedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicencePolicyTest {

  private static final Catalog NOTHING_KNOWN = Catalog.of(List.of());

  @Test
  void withoutAPolicyEverythingPasses() {
    assertThat(LicencePolicy.none().violation(model("Gemma Terms of Use"), NOTHING_KNOWN))
        .isEmpty();
  }

  @Test
  void onlyAllowedLicencesPassWhateverTheirCase() {
    LicencePolicy policy = new LicencePolicy(List.of(" MIT", "apache-2.0"), List.of());

    policy.require(model("Apache-2.0"), NOTHING_KNOWN);
    policy.require(model("MIT"), NOTHING_KNOWN);
    assertThatThrownBy(() -> policy.require(model("Llama 3.2 Community"), NOTHING_KNOWN))
        .isInstanceOf(LicenceDeniedException.class)
        .hasMessageContaining("Model \"small\" has the licence Llama 3.2 Community")
        .hasMessageContaining("Policy: only MIT, apache-2.0");
  }

  @Test
  void aDeniedLicenceDoesNotPassThoughItIsAllowedToo() {
    LicencePolicy policy = new LicencePolicy(List.of("MIT"), List.of("MIT"));

    assertThatThrownBy(() -> policy.require(model("MIT"), NOTHING_KNOWN))
        .hasMessageContaining("Policy: not MIT");
  }

  @Test
  void whatIsNotDeniedPasses() {
    assertThat(
            new LicencePolicy(List.of(), List.of("MIT"))
                .violation(model("Apache-2.0"), NOTHING_KNOWN))
        .isEmpty();
  }

  @Test
  void anEditedLockDoesNotGetRoundWhatTheCatalogSays() {
    Catalog catalog = Catalog.builtIn();
    LicencePolicy policy = new LicencePolicy(List.of("MIT"), List.of());
    WantedModel gemma = WantedModel.of(catalog.select("embeddinggemma"));

    assertThat(policy.violation(edited("embeddinggemma", gemma.variant(), gemma), catalog))
        .as("by its name")
        .hasValueSatisfying(
            denial -> assertThat(denial).hasMessageContaining("licence Gemma Terms of Use"));
    assertThat(policy.violation(edited("minilm", "onnx-own", gemma), catalog))
        .as("by its source")
        .isPresent();
    assertThat(policy.violation(model("MIT"), catalog)).as("of another's own").isEmpty();
  }

  private static WantedModel edited(String key, String variant, WantedModel model) {
    return new WantedModel(
        Selector.parse(key),
        variant,
        model.source(),
        model.revision(),
        model.dimensions(),
        "MIT",
        Integrity.HUB,
        model.files());
  }

  private static WantedModel model(String licence) {
    return new WantedModel(
        Selector.parse("small"),
        "onnx-fp32",
        Source.parse("hf:somebody/small"),
        null,
        8,
        licence,
        Integrity.CATALOG,
        List.of(new ModelFile(FileRole.MODEL, "model.onnx", null, null, null)));
  }
}
