package dev.larder.its.benchmarks.embedding;

import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.testkit.tiny.BertModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A generated model of MiniLM's shape, in a folder that is named like its quantisation. */
final class GeneratedModel {

  static final int DIMENSIONS = 384;

  private static final String NAME = "generated";
  private static final String REVISION = "1";

  /** Nobody compares it; it only has to look like one. */
  private static final String DIGEST = "0".repeat(64);

  private static final List<ModelFile> FILES =
      List.of(
          new ModelFile(FileRole.MODEL, BertModel.ONNX, null, null, null),
          new ModelFile(FileRole.TOKENIZER, BertModel.TOKENIZER, null, null, null));

  private GeneratedModel() {}

  static InstalledModel installed(Path folder) {
    Source source = Source.parse("file:" + folder);
    Variant variant = variant(source, folder.getFileName().toString());
    CatalogModel model =
        new CatalogModel(
            NAME,
            Map.of(),
            "A generated model.",
            Task.EMBEDDING,
            DIMENSIONS,
            List.of(),
            true,
            "",
            "",
            false,
            List.of(variant));
    LockedModel locked =
        new LockedModel(
            Selector.parse(NAME),
            variant.id(),
            source,
            REVISION,
            DIMENSIONS,
            variant.licence(),
            Integrity.CATALOG,
            FILES.stream()
                .map(file -> new LockedFile(file.role(), file.path(), DIGEST, 1))
                .toList());
    return new InstalledModel(model, variant, locked, folder);
  }

  private static Variant variant(Source source, String quantisation) {
    return new Variant(
        "onnx-" + quantisation,
        "onnx",
        quantisation,
        "bert",
        Texts.LONGEST,
        Pooling.MEAN,
        "Apache-2.0",
        source,
        REVISION,
        Attestation.MULTIPLE,
        FILES);
  }
}
