package dev.larder.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.format.JsonWriter;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.Scope;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.maven.SmallModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandalonePageTest {

  @TempDir private Path folder;

  private String page(LockedModel... models) throws IOException {
    Path file = folder.resolve("reports/models.html");
    ModelStore store = new ModelStore(new StoreLayout(folder.resolve("store")));
    new StandalonePage(file).write(new ModelsPage(List.of(models), store.record()));
    return Files.readString(file).replace("<wbr/>", "");
  }

  @Test
  void tellsWhatIsLockedAndWhereItCameFrom() throws IOException {
    ModelStore store = new ModelStore(new StoreLayout(folder.resolve("store")));
    LockedModel model = new SmallModels(folder.resolve("source")).install(store);

    assertThat(page(model))
        .contains("This project locks 1 model, 42 B together.")
        .contains("<td>first.onnx</td>")
        .contains("<td>Apache-2.0</td>")
        .contains(model.files().get(0).sha256())
        .contains(folder.resolve("source/first.onnx").toUri().toString())
        .containsSubsequence("<style>", "</style>", "</head>", "<body>")
        .endsWith("</html>");
  }

  @Test
  void whatOnlyTestsNeedIsMarked() throws IOException {
    ModelStore store = new ModelStore(new StoreLayout(folder.resolve("store")));
    LockedModel model = new SmallModels(folder.resolve("source")).install(store);

    assertThat(page(model.in(Scope.TEST)))
        .contains("first (tests only)", folder.resolve("source/first.onnx").toUri().toString());
    assertThat(page(model)).doesNotContain("tests only");
  }

  @Test
  void whatIsNoTextForHtmlIsEscaped() throws IOException {
    ModelStore store = new ModelStore(new StoreLayout(folder.resolve("store")));
    LockedModel model = new SmallModels(folder.resolve("a<b>&c")).install(store);

    assertThat(page(model)).contains("a%3Cb%3E&amp;c/first.onnx").doesNotContain("&c");
  }

  @Test
  void scriptsGetTheSame() throws IOException {
    ModelStore store = new ModelStore(new StoreLayout(folder.resolve("store")));
    LockedModel model = new SmallModels(folder.resolve("source")).install(store);
    ModelsPage page = new ModelsPage(List.of(model), store.record());

    String json =
        new String(
            JsonWriter.write(
                new WrittenPage(Optional.of(folder), page, folder.resolve("models.lock"))
                    ::writeJson),
            StandardCharsets.UTF_8);

    assertThat(json)
        .contains("\"file\": \"" + folder + "\"", "\"model\": \"first\"", "\"size\": 42")
        .contains("\"url\": \"" + folder.resolve("source/first.onnx").toUri() + "\"")
        .contains(model.files().get(0).sha256());
  }

  @Test
  void whereNothingIsLockedNothingIsWritten() {
    ModelStore store = new ModelStore(new StoreLayout(folder.resolve("store")));
    Path lock = folder.resolve("models.lock");
    WrittenPage page =
        new WrittenPage(Optional.empty(), new ModelsPage(List.of(), store.record()), lock);

    assertThat(page.lines())
        .containsExactly("No model is locked in %s: nothing was written".formatted(lock));
  }

  @Test
  void aProjectWithoutModelsHasAPageThatSaysSo() throws IOException {
    assertThat(page()).contains("This project locks no models.");
  }
}
