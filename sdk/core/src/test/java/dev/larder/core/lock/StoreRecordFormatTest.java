package dev.larder.core.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreRecordFormatTest {

  private static final String KEY = "minilm:gguf-q8_0@" + Locks.MINILM_REVISION;
  private static final Provenance TINY =
      new Provenance(Origin.REPOSITORY, "mvn:dev.larder:models-testkit:0.1.0:zip:tiny");

  private static final StoreRecord RECORD =
      StoreRecord.of(
          List.of(
              new RecordedModel(
                  Locks.tiny(),
                  Instant.parse("2026-11-21T00:00:00Z"),
                  Map.of("model.onnx", TINY, "tokenizer.json", TINY)),
              new RecordedModel(
                  Locks.minilm(KEY),
                  Instant.parse("2026-11-20T07:31:00Z"),
                  Map.of(
                      "all-MiniLM-L6-v2-Q8_0.gguf",
                      new Provenance(
                          Origin.HUB,
                          "https://huggingface.co/second-state/All-MiniLM-L6-v2-Embedding-GGUF/resolve/"
                              + Locks.MINILM_REVISION
                              + "/all-MiniLM-L6-v2-Q8_0.gguf")))));

  @Test
  void aRecordIsALockWithTimesAndOrigins() {
    assertThat(new String(StoreRecordFormat.write(RECORD), UTF_8)).isEqualTo(golden());
  }

  @Test
  void aRecordIsReadBack() {
    StoreRecord read = read(golden());
    assertThat(read).isEqualTo(RECORD);
    assertThat(read.find(Locks.tiny().key())).contains(RECORD.models().get(1));
  }

  @Test
  void aRecordThatDoesNotSayWhatKindOfPlaceItWasIsReadAsWell() {
    StoreRecord old = read(golden().replaceAll("(?m)^origin = .*\n", ""));

    assertThat(old.models().get(1).fromByPath())
        .containsEntry("model.onnx", new Provenance(Origin.UNKNOWN, TINY.url()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2026-11-20T07:31:00Z       | "2026-11-20T07:31:00Z" | .downloaded is not a time with an offset
          2026-11-20T07:31:00Z       | 2026-11-20T07:31:00    | .downloaded is not a time with an offset
          2026-11-20T07:31:00Z       | 2026-11-31T07:31:00Z   | it holds a time that is none
          url = "mvn:dev             | link = "mvn:dev        | tiny:onnx-fp32@0.1.0.files[0].url is missing
          ["tiny:onnx-fp32@0.1.0"    | ["tiny:onnx-fp32@0.2"  | "tiny:onnx-fp32@0.2" does not name the variant onnx-fp32 and the revision 0.1.0
          ["tiny:onnx-fp32@0.1.0"    | [tiny                  | "tiny" does not name the variant
          """)
  void aFaultIsToldWithItsPlace(String right, String wrong, String problem) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(golden().replace(right, wrong)))
        .withMessageContaining(problem)
        .withMessageContaining("To fix: mend it, or delete it");
  }

  @Test
  void aRecordKnowsWhereEachFileCameFrom() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new RecordedModel(Locks.tiny(), Instant.EPOCH, Map.of("model.onnx", TINY)))
        .withMessage("no origin is known of tokenizer.json");
  }

  @Test
  void whateverIsWrongIsAnInvalidFile() {
    byte[] sound = golden().getBytes(UTF_8);
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      byte[] spoilt = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
      for (int slips = random.nextInt(4); slips >= 0; slips--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }
      try {
        StoreRecordFormat.read(new ByteArrayInputStream(spoilt), "models.lock");
      } catch (InvalidFileException e) {
        assertThat(e).hasMessageStartingWith("[Models/InvalidFile] ");
      }
    }
  }

  private static String golden() {
    return LockFormatTest.golden("record.lock");
  }

  private static StoreRecord read(String text) {
    return StoreRecordFormat.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "models.lock");
  }
}
