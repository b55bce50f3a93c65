package dev.larder.its.benchmarks.wordnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordNetTest {

  @TempDir private Path folder;

  @BeforeEach
  void aSmallDictionary() throws IOException {
    write(
        "data.noun",
        "  1 This software and database is licensed",
        "00004258 03 n 02 living_thing 0 Organism 0 001 @ 00003553 n 0000 | a living entity  ");
    write(
        "data.verb",
        "00002325 29 v 01 respire 1 001 $ 00001740 v 0000 01 + 02 00 | breathe again; \"he rose\"; x");
    write(
        "data.adj", "00001740 00 a 02 able(p) 0 organism 0 000 | having the means:\"she is able\"");
    write("data.adv");
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  @Test
  void lemmasAndGlossesAreReadFromAllFiles() throws IOException {
    assertThat(WordNet.in(folder).synsets())
        .extracting(Synset::lemmas)
        .asString()
        .isEqualTo("[[living thing, Organism], [respire], [able, organism]]");
  }

  @Test
  void examplesAreNoPartOfADefinition() throws IOException {
    assertThat(WordNet.in(folder).synsets())
        .extracting(Synset::definition)
        .containsExactly("a living entity", "breathe again", "having the means");
  }

  @Test
  void whoHasNoWordNetIsToldWhereItIs() throws IOException {
    Files.delete(folder.resolve("data.adv"));

    assertThatIllegalStateException()
        .isThrownBy(() -> WordNet.in(folder))
        .withMessageContaining(folder.resolve("data.adv").toString())
        .withMessageContaining("apt-get install wordnet-base")
        .withMessageContaining("-Dbenchmark.wordnet=");
  }

  @Test
  void aWordThatDiffersInCaseAloneIsOneLemma() throws IOException {
    ReverseDictionary all = ReverseDictionary.of(WordNet.in(folder), 9, 9);

    assertThat(all.lemmas())
        .containsExactlyInAnyOrder("living thing", "organism", "respire", "able");
    assertThat(all.questions())
        .allSatisfy(question -> assertThat(question.right()).isNotEmpty())
        .filteredOn(question -> question.right().contains(all.lemmas().indexOf("organism")))
        .hasSize(2);
  }

  @Test
  void aSampleHasTheLemmasOfItsQuestionsAndAsManyOthersAsThereIsRoomFor() throws IOException {
    ReverseDictionary sample = ReverseDictionary.of(WordNet.in(folder), 1, 3);

    assertThat(sample.questions()).hasSize(1);
    assertThat(sample.lemmas()).hasSize(3);
    assertThat(sample).isEqualTo(ReverseDictionary.of(WordNet.in(folder), 1, 3));
  }
}
