package dev.larder.testkit.tls;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Binary data as text between two lines that say what it is. */
final class Pem {

  private static final int LINE_LENGTH = 64;
  private static final byte[] NEWLINE = {'\n'};

  private Pem() {}

  static String of(X509Certificate certificate) {
    try {
      return of("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that cannot be written", e);
    }
  }

  static String of(String label, byte[] data) {
    String text = Base64.getMimeEncoder(LINE_LENGTH, NEWLINE).encodeToString(data);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label);
  }
}
