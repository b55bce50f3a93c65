package dev.larder.core.store;

import dev.larder.core.fetch.FileSink;
import dev.larder.core.fetch.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Hashes bytes and keeps none of them. */
final class DigestSink implements FileSink {

  private final MessageDigest digest = Sha256.ofTheJvm();
  private long size;

  @Override
  public long size() {
    return size;
  }

  @Override
  public long kept() {
    return 0;
  }

  @Override
  public boolean has(long position, ByteBuffer bytes) {
    return false;
  }

  @Override
  public void append(ByteBuffer bytes) {
    size += bytes.remaining();
    digest.update(bytes);
  }

  @Override
  public void restart() {
    digest.reset();
    size = 0;
  }

  /** The SHA-256 of all bytes, after which none may follow. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
