package dev.larder.testkit.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Period;

/**
 * An authority as those that browsers trust: a root that clients know, which signs nothing but an
 * intermediate, which signs the servers' certificates.
 *
 * <pre>{@code
 * CertificateAuthority authority = CertificateAuthority.named("Acme");
 * server.useHttps(authority.certify("localhost").sockets());
 * client.sslContext(authority.trust().sslContext());
 * }</pre>
 *
 * <p>Made for one run, and safe for use by many threads at once.
 */
public final class CertificateAuthority {

  private static final Validity OF_ROOT = Validity.of(Period.ofYears(-2), Period.ofYears(10));
  private static final Validity OF_INTERMEDIATE =
      Validity.of(Period.ofYears(-1), Period.ofYears(3));
  private static final Validity OF_EXPIRED_INTERMEDIATE =
      Validity.of(Period.ofYears(-1), Period.ofDays(300));

  private final String name;
  private final KeyKind kind;
  private final Identity root;
  private final Identity intermediate;

  private CertificateAuthority(String name, KeyKind kind, Identity root, Identity intermediate) {
    this.name = name;
    this.kind = kind;
    this.root = root;
    this.intermediate = intermediate;
  }

  /** An authority with EC keys. */
  public static CertificateAuthority named(String name) {
    return named(name, KeyKind.EC);
  }

  /** An authority whose keys are of this kind, and those of its servers too. */
  public static CertificateAuthority named(String name, KeyKind kind) {
    try {
      Identity root = CertificateRequest.ofRoot(kind, name + " Root", OF_ROOT).signedByItself();
      return new CertificateAuthority(
          name, kind, root, intermediate(name, kind, root, OF_INTERMEDIATE));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JVM cannot make certificates", e);
    }
  }

  private static Identity intermediate(String name, KeyKind kind, Identity root, Validity validity)
      throws GeneralSecurityException, IOException {
    return CertificateRequest.ofIntermediate(kind, name + " Intermediate", validity).signedBy(root);
  }

  /** The same root with an intermediate that has expired. */
  public CertificateAuthority withExpiredIntermediate() {
    try {
      Identity expired = intermediate(name, kind, root, OF_EXPIRED_INTERMEDIATE);
      return new CertificateAuthority(name, kind, root, expired);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JVM cannot make certificates", e);
    }
  }

  /** A server of these host names and IP addresses, the first of which is its common name. */
  public ServerTls certify(String... hostNames) {
    return ServerTls.of(this, hostNames);
  }

  /** What clients of its servers have to trust: the root, and nothing else. */
  public Trust trust() {
    return new Trust(root.certificate());
  }

  KeyKind kind() {
    return kind;
  }

  Identity intermediate() {
    return intermediate;
  }
}
