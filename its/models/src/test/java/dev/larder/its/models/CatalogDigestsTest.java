package dev.larder.its.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.FileRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalog's digests and sizes against bytes that somebody else has published. */
class CatalogDigestsTest {

  @ParameterizedTest
  @EnumSource
  void theNetworkIsTheCatalogs(RealModel model) throws Exception {
    assertIsCatalogs(model, FileRole.MODEL);
  }

  @ParameterizedTest
  @EnumSource
  void theTokenizerIsTheCatalogs(RealModel model) throws Exception {
    assertIsCatalogs(model, FileRole.TOKENIZER);
  }

  private static void assertIsCatalogs(RealModel model, FileRole role)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream bytes = new DigestInputStream(model.open(role), digest)) {
      long size = bytes.transferTo(OutputStream.nullOutputStream());

      assertThat(size).isEqualTo(model.file(role).size());
    }
    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(model.file(role).sha256());
  }
}
