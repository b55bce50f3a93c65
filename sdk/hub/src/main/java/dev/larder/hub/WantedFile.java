package dev.larder.hub;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.fetch.GitBlobDigest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file, held against what a server says of it before its bytes come.
 *
 * @param file the file
 * @param url where it is asked for, for messages
 */
record WantedFile(ModelFile file, HttpUrl url) {

  private static final int SHA256_DIGITS = 64;

  /**
   * Its length in bytes; -1 where nobody says it.
   *
   * @throws ChecksumMismatchException if the server says another one
   */
  long size(LinkedFile linked) {
    Long known = file.size();
    Long told = linked.size();
    if (known != null && told != null && !known.equals(told)) {
      throw wrongSize(known, told);
    }
    return known != null ? known : told != null ? told : -1;
  }

  /**
   * @param told the digest that the server says it has, if it says one
   * @throws ChecksumMismatchException if it is another one
   */
  void requireDigest(@Nullable String told) {
    if (told == null) {
      return;
    }
    String expected = told.length() == SHA256_DIGITS ? file.sha256() : file.gitSha1();
    if (expected != null && !expected.equals(told)) {
      throw mismatch(expected, told);
    }
  }

  /**
   * The digest to be made of its bytes, where the sink's own does not do.
   *
   * @param total its length in bytes; -1 where that is not known
   */
  @Nullable GitBlobDigest gitDigest(long total) throws FinalFault {
    if (file.sha256() != null || file.gitSha1() == null) {
      return null;
    }
    if (total < 0) {
      throw new FinalFault("the server does not say how long the file is, as its digest needs");
    }
    return new GitBlobDigest(total);
  }

  ChecksumMismatchException wrongSize(long expected, Object actual) {
    return mismatch(expected + " bytes", actual + " bytes");
  }

  ChecksumMismatchException mismatch(String expected, String actual) {
    return new ChecksumMismatchException(file.path(), url.toString(), expected, actual);
  }
}
