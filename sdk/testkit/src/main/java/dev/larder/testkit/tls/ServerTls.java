package dev.larder.testkit.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.TlsVersion;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.util.IPAddress;

/**
 * How a server presents itself. One that {@link CertificateAuthority#certify} makes is in order:
 * valid for 90 days, with its intermediate, over TLS 1.3 and 1.2. Each method gives one that
 * differs in one respect.
 *
 * <pre>{@code
 * StandInHub.start(authority.certify("localhost").expired().speaking(TlsVersion.TLS_1_2));
 * }</pre>
 */
public final class ServerTls {

  private static final Period LIFETIME = Period.ofDays(90);

  private enum Chain {
    COMPLETE,
    WITHOUT_INTERMEDIATE,
    SIGNED_BY_ITSELF
  }

  private final CertificateAuthority authority;
  private final List<String> hostNames;
  private final Validity validity;
  private final Chain chain;
  private final List<TlsVersion> versions;

  private ServerTls(
      CertificateAuthority authority,
      List<String> hostNames,
      Validity validity,
      Chain chain,
      List<TlsVersion> versions) {
    this.authority = authority;
    this.hostNames = hostNames;
    this.validity = validity;
    this.chain = chain;
    this.versions = versions;
  }

  static ServerTls of(CertificateAuthority authority, String... hostNames) {
    return new ServerTls(
        authority,
        List.of(hostNames),
        Validity.of(Period.ofDays(-1), LIFETIME),
        Chain.COMPLETE,
        List.of(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2));
  }

  /** Its certificate ended ten days ago. */
  public ServerTls expired() {
    return valid(Validity.of(Period.ofDays(-10).minus(LIFETIME), LIFETIME));
  }

  /** Its certificate begins in ten days, as it looks to a machine whose clock is slow. */
  public ServerTls notYetValid() {
    return valid(Validity.of(Period.ofDays(10), LIFETIME));
  }

  private ServerTls valid(Validity time) {
    return new ServerTls(authority, hostNames, time, chain, versions);
  }

  /** It sends its own certificate alone, as servers do that were set up in a hurry. */
  public ServerTls withoutIntermediate() {
    return new ServerTls(authority, hostNames, validity, Chain.WITHOUT_INTERMEDIATE, versions);
  }

  /** Its certificate is of its own making, and no authority's. */
  public ServerTls signedByItself() {
    return new ServerTls(authority, hostNames, validity, Chain.SIGNED_BY_ITSELF, versions);
  }

  /** It knows these versions of TLS alone. */
  public ServerTls speaking(TlsVersion... only) {
    return new ServerTls(authority, hostNames, validity, chain, List.of(only));
  }

  /** What its clients have to trust. */
  public Trust trust() {
    return authority.trust();
  }

  /** With a new certificate. */
  public SSLSocketFactory sockets() {
    return issue().sockets();
  }

  /** A new certificate. */
  public ServerCertificate issue() {
    try {
      CertificateRequest request =
          CertificateRequest.ofServer(authority.kind(), hostNames.get(0), validity, names());
      Identity intermediate = authority.intermediate();
      return switch (chain) {
        case COMPLETE -> with(request.signedBy(intermediate), intermediate.certificate());
        case WITHOUT_INTERMEDIATE -> with(request.signedBy(intermediate));
        case SIGNED_BY_ITSELF -> with(request.signedByItself());
      };
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JVM cannot make certificates", e);
    }
  }

  private ServerCertificate with(Identity server, X509Certificate... above) {
    return new ServerCertificate(
        server.keys().getPrivate(),
        Stream.concat(Stream.of(server.certificate()), Stream.of(above)).toList(),
        versions);
  }

  private GeneralNames names() {
    return new GeneralNames(
        hostNames.stream()
            .map(name -> new GeneralName(kindOf(name), name))
            .toArray(GeneralName[]::new));
  }

  private static int kindOf(String hostName) {
    return IPAddress.isValid(hostName) ? GeneralName.iPAddress : GeneralName.dNSName;
  }
}
