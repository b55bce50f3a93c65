package dev.larder.maven.description;

import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Variant;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.RecordedModel;
import dev.larder.maven.contents.PresentModel;
import dev.larder.maven.output.Sizes;
import dev.larder.maven.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A variant for people. */
record VariantText(DescribedVariant described) {

  List<String> lines() {
    Table facts = new Table();
    Variant variant = described.variant();
    if (!described.isDefault()
        && !variant.licence().equals(described.model().defaultVariant().licence())) {
      facts.row("Licence", variant.licence());
    }
    facts.row("Source", source(variant));
    facts.row("Digests", attested(variant.attestation()));
    variant.files().forEach(file -> addFile(facts, file));
    described.copies().forEach(copy -> addCopy(facts, copy));

    List<String> lines = new ArrayList<>();
    lines.add(heading(variant));
    lines.add(
        "  %s, %s%s, at most %d tokens"
            .formatted(
                variant.architecture(),
                variant.quantisation(),
                DescriptionText.pooling(variant.pooling()),
                variant.maxTokens()));
    facts.lines().forEach(line -> lines.add("  " + line));
    return lines;
  }

  private String heading(Variant variant) {
    OptionalLong size = variant.size();
    return variant.id()
        + (described.isDefault() ? " (the default)" : "")
        + forPlatform(variant)
        + (size.isPresent() ? ", " + Sizes.text(size.getAsLong()) : ", of unknown size")
        + (described.copies().isEmpty() ? ", not on this machine" : ", on this machine");
  }

  private static String forPlatform(Variant variant) {
    Platform platform = variant.platform();
    return platform == null ? "" : ", for " + platform.word();
  }

  private static String source(Variant variant) {
    String revision = variant.revision();
    return variant.source().text()
        + (revision == null ? ", its newest revision" : ", revision " + revision);
  }

  private static String attested(Attestation attestation) {
    return switch (attestation) {
      case NONE -> "stated by no public source; the first fetch takes the hub's word";
      case SINGLE -> "stated by one public source";
      case OWN -> "stated by its definition";
      case MULTIPLE -> "stated by several public sources";
      case BYTES -> "those of bytes in a published artifact, which were hashed";
    };
  }

  private static void addFile(Table facts, ModelFile file) {
    Long size = file.size();
    facts.row(
        label(file.role().word()),
        file.path() + (size == null ? "" : ", %s (%d bytes)".formatted(Sizes.text(size), size)));
    if (file.sha256() != null) {
      facts.row("", "SHA-256 " + file.sha256());
    } else if (file.gitSha1() != null) {
      facts.row("", "git SHA-1 " + file.gitSha1());
    }
  }

  private void addCopy(Table facts, DescribedCopy copy) {
    PresentModel present = copy.present();
    facts.row("Folder", present.folder().toString());
    facts.row(
        "Fetched",
        present.record().map(record -> record.downloaded().toString()).orElse("by a shared store")
            + ", revision "
            + present.model().revision()
            + ", digests vouched for by "
            + voucher(present.model().integrity())
            + (present.isVerified() ? "" : "; not verified since it was copied or touched"));
    present.record().ifPresent(record -> addFiles(facts, record));
    if (present.model().isGguf()) {
      addHeader(facts, copy);
    }
  }

  private static String voucher(Integrity integrity) {
    return integrity == Integrity.NONE ? "nobody" : "the " + integrity.word();
  }

  private static void addHeader(Table facts, DescribedCopy copy) {
    List<String> lines =
        copy.header()
            .map(header -> new HeaderText(header).lines())
            .orElse(List.of("cannot be read: it is no sound GGUF"));
    facts.row("GGUF header", lines.get(0));
    lines.stream().skip(1).forEach(line -> facts.row("", line));
  }

  private void addFiles(Table facts, RecordedModel record) {
    for (LockedFile file : record.model().files()) {
      facts.row(
          "",
          "from %s: %s".formatted(record.from(file).origin().phrase(), record.from(file).url()));
      if (!isInCatalog(file.sha256())) {
        facts.row("", "SHA-256 " + file.sha256());
      }
    }
  }

  private boolean isInCatalog(String sha256) {
    return described.variant().files().stream().anyMatch(file -> sha256.equals(file.sha256()));
  }

  private static String label(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
