package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.fetch.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class FastDigestTest {

  @Test
  void isTheSameDigestByAnotherHand() {
    MessageDigest fast = FastDigest.sha256();
    MessageDigest reference = Sha256.ofTheJvm();
    for (int length : new int[] {0, 1, 63, 64, 65, 100_000}) {
      ByteBuffer bytes = ByteBuffer.allocateDirect(length);
      for (int i = 0; i < length; i++) {
        bytes.put((byte) (i * 31));
      }
      fast.update(bytes.flip().duplicate());
      reference.update(bytes);
    }

    assertThat(fast.getProvider().getName()).isEqualTo("Conscrypt");
    assertThat(fast.digest()).isEqualTo(reference.digest());
  }
}
