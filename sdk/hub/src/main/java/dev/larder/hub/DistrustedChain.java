package dev.larder.hub;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a server sent as its certificates, and the JVM did not accept. */
final class DistrustedChain extends CertificateException {

  private static final long serialVersionUID = 1L;

  /** More than any server has, so that one that sends thousands costs nothing. */
  private static final int LONGEST_PATH = 10;

  private final transient List<X509Certificate> path;

  /**
   * @param sent the server's own certificate first, the others in any order
   */
  DistrustedChain(X509Certificate[] sent, CertificateException cause) {
    super(cause.getMessage(), cause);
    this.path = path(List.of(sent));
  }

  /** The server's own certificate, and of the others those that lead from one to the next. */
  private static List<X509Certificate> path(List<X509Certificate> sent) {
    List<X509Certificate> path = new ArrayList<>(sent.subList(0, 1));
    Optional<X509Certificate> next = issuer(path.get(0), sent);
    while (next.isPresent() && !path.contains(next.get()) && path.size() < LONGEST_PATH) {
      path.add(next.get());
      next = issuer(next.get(), sent);
    }
    return path;
  }

  private static Optional<X509Certificate> issuer(
      X509Certificate certificate, List<X509Certificate> sent) {
    return sent.stream()
        .filter(
            other -> other.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
        .findFirst();
  }

  X509Certificate server() {
    return path.get(0);
  }

  /** The last one that was sent, whose issuer the JVM would have to know. */
  X509Certificate last() {
    return path.get(path.size() - 1);
  }

  /** Whether the server sent nothing that leads on from its own certificate. */
  boolean isAlone() {
    return path.size() == 1 && !isSignedByItself();
  }

  boolean isSignedByItself() {
    return server().getSubjectX500Principal().equals(server().getIssuerX500Principal());
  }

  Optional<X509Certificate> expiredAt(Instant now) {
    return first(certificate -> certificate.getNotAfter().toInstant().isBefore(now));
  }

  Optional<X509Certificate> notYetValidAt(Instant now) {
    return first(certificate -> certificate.getNotBefore().toInstant().isAfter(now));
  }

  private Optional<X509Certificate> first(Predicate<X509Certificate> isSo) {
    return path.stream().filter(isSo).findFirst();
  }

  /** Whether nobody whom the JVM trusts is behind it. */
  boolean leadsToNobodyKnown() {
    return causes().anyMatch(CertPathBuilderException.class::isInstance);
  }

  boolean hasForbiddenAlgorithms() {
    return causes()
        .filter(CertPathValidatorException.class::isInstance)
        .map(cause -> ((CertPathValidatorException) cause).getReason())
        .anyMatch(BasicReason.ALGORITHM_CONSTRAINED::equals);
  }

  private Stream<Throwable> causes() {
    return Stream.iterate((Throwable) this, cause -> cause != null, Throwable::getCause);
  }
}
